import MixtureData

/// A lesson of one's own, from a file.
enum LessonFile {
  /// A reader of the file's text.
  ///
  /// - Throws: ``LessonError`` or ``DocumentError`` with a sentence.
  static func reader(_ path: String) throws -> LessonReader {
    let (text, file) = (try Document.lesson.read(path), path.printable)
    guard try !ChainReader.isChain(text, file) else {
      throw CommandError("\(file) is itself a chain: name the lessons that belong here.")
    }
    return try reader(of: text, path)
  }

  private static func reader(of text: [UInt8], _ path: String) throws -> LessonReader {
    try LessonReader(
      name: name(of: path), file: path.printable, text: text,
      places: LessonPlaces(folder: folder(of: path)))
  }

  /// A reader of the file's text as a lesson, or as a chain where it has parts.
  ///
  /// A part names a built-in lesson, or a file that is looked for beside the chain's.
  ///
  /// - Throws: ``LessonError`` or ``DocumentError`` with a sentence.
  static func material(_ path: String) throws -> LessonMaterial {
    let (text, file) = (try Document.lesson.read(path), path.printable)
    guard try ChainReader.isChain(text, file) else { return .lesson(try reader(of: text, path)) }
    let folder = folder(of: path)
    let chain = try ChainReader(
      name: name(of: path), file: file, text: text,
      folder: LessonPlaces(folder: folder).wholeFolder
    ) { part in
      guard part.hasSuffix(".toml") else { return try BuiltInLesson.reader(part) }
      return try Self.reader(part.hasPrefix("/") ? part : folder + part)
    }
    // What is wrong in a file of one's own is said at once, not an hour later.
    for part in chain.parts { _ = try part.lesson.lesson() }
    return .chain(chain)
  }

  /// The folder of a file, with the slash at its end; nothing where it is where one stands.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The name that a file gives what is in it.
  private static func name(of path: String) -> String {
    String((path.split(separator: "/").last ?? "").dropLast(".toml".count))
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
