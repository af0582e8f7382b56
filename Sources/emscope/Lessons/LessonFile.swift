import MixtureData

/// A lesson of one's own, from a file.
enum LessonFile {
  /// A reader of the file's text.
  ///
  /// - Throws: ``LessonError`` or ``DocumentError`` with a sentence.
  static func reader(_ path: String) throws -> LessonReader {
    let name = String((path.split(separator: "/").last ?? "").dropLast(".toml".count))
    return try LessonReader(name: name, file: path.printable, text: Document.lesson.read(path))
  }
}

/// A fault in a lesson's file, with its line.
struct LessonError: Error, CustomStringConvertible {
  var file: String
  /// Counted from 1; `nil` when it concerns the whole file.
  var line: Int?
  var sentence: String

  /// `file:line: sentence`.
  var description: String {
    "\(file):\(line.map { "\($0):" } ?? "") \(sentence)"
  }
}
