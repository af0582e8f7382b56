import Explorer
import MixtureData

/// A lesson of one's own, from a file.
enum LessonFile {
  /// Reads the lesson.
  ///
  /// - Throws: ``LessonError`` or ``DataError`` with a sentence.
  static func read(_ path: String) throws -> Lesson {
    let name = String((path.split(separator: "/").last ?? "").dropLast(".toml".count))
    return try LessonReader(name: name, file: path.harmless, text: text(path)).lesson()
  }

  /// The line in which a step, counted from 0, begins.
  static func line(ofStep step: Int, in path: String) throws -> Int? {
    LessonLines(try text(path)).line(of: "keys", step: step)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try FileBytes.read(path), as: UTF8.self)
  }
}
