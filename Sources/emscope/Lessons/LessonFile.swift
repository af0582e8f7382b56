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

/// The lines in which the keys and steps of a lesson's file stand, for messages about them.
struct LessonLines {
  private var headers: [Int] = []
  private var keys: [String: Int] = [:]

  /// The lines of a text in TOML.
  init(_ text: String) {
    var step = -1
    for (index, line) in PlainTOML.lines(of: text).enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("[[step]]") {
        step += 1
        headers.append(index + 1)
      } else if let equals = trimmed.firstIndex(of: "=") {
        let name = trimmed[..<equals].filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        let place = Self.place(String(name), step: step)
        if keys[place] == nil { keys[place] = index + 1 }
      }
    }
  }

  /// The line of a key at the top (`step` is `nil`) or within a step counted from 0.
  func line(of key: String, step: Int? = nil) -> Int? {
    keys[Self.place(key, step: step ?? -1)] ?? step.flatMap { line(ofStep: $0) }
  }

  /// The line of a step's header.
  func line(ofStep step: Int) -> Int? {
    headers.indices.contains(step) ? headers[step] : nil
  }

  private static func place(_ key: String, step: Int) -> String { "\(step).\(key)" }
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
