import Explorer
import MixtureData

/// Reads a chain of lessons from TOML; a mistake is said with file and line.
struct ChainReader {
  /// The name that starts the chain.
  let name: String
  /// What the chain is called.
  let title: String
  /// One line that says what it is about.
  let summary: String
  /// The parts: what each is called, and a reader of its lesson.
  let parts: [(title: String, lesson: LessonReader)]
  private let source: String
  private let folder: String?

  /// A reader of one file's text, and of what its parts name.
  ///
  /// - Parameters:
  ///   - folder: The whole path of the chain's own folder, if it has one.
  ///   - lesson: A reader of the lesson that a part names.
  /// - Throws: ``LessonError`` for the first thing that is missing, unknown or of a wrong type.
  init(
    name: String, file: String, text bytes: [UInt8], folder: String? = nil,
    lesson: (String) throws -> LessonReader
  ) throws {
    let text = try Self.text(bytes, file)
    func string(_ key: String, of table: PlainTOML.Table) throws -> (text: String, line: Int) {
      guard let entry = table[key] else {
        throw LessonError(
          file: file, line: table.name?.place.line ?? 1, sentence: "\(key) is missing.")
      }
      let line = entry.value.place.line
      guard let string = entry.value.string else {
        throw LessonError(file: file, line: line, sentence: "\(key) must be a text in quotes.")
      }
      return (string, line)
    }
    func check(_ keys: [PlainTOML.Key], known: [String]) throws {
      for key in keys where !known.contains(key.text) {
        let hint =
          nearestName(to: key.text, among: known).map { "did you mean \($0)?" }
          ?? "known are \(known.joined(separator: ", "))."
        throw LessonError(
          file: file, line: key.place.line,
          sentence: "there is no key \(key.text.harmless): \(hint)")
      }
    }
    try check(text.top.entries.map(\.key), known: ["title", "summary", Self.partName])
    try check(text.tables.compactMap(\.name), known: [Self.partName])
    if let part = text.top[Self.partName] {
      throw LessonError(
        file: file, line: part.value.place.line,
        sentence: "a part is a table: write [[part]] above it.")
    }
    (self.name, self.folder) = (name, folder)
    title = try string("title", of: text.top).text
    summary = try string("summary", of: text.top).text
    parts = try text.tables.map { table in
      try check(table.entries.map(\.key), known: ["title", "lesson"])
      let (named, line) = try string("lesson", of: table)
      do {
        return (try string("title", of: table).text, try lesson(named))
      } catch let error where !(error is LessonError) {
        // What a lesson's own file has is said with that file and its line.
        throw LessonError(file: file, line: line, sentence: "\(error)")
      }
    }
    source = String(decoding: bytes, as: UTF8.self)
  }

  /// The chain, each lesson of which is read when it is opened.
  ///
  /// - Throws: ``LessonError`` when a lesson doesn't say what it teaches.
  func chain() throws -> LessonChain {
    var chain = LessonChain(
      name: name, title: title, summary: summary,
      parts: try parts.map { LessonChain.Part($0.title, try $0.lesson.offer()) },
      texts: LessonChain.Texts(chain: source, lessons: parts.map(\.lesson.source)))
    chain.folder = folder
    return chain
  }

  /// Whether a text is that of a chain: it has parts.
  static func isChain(_ bytes: [UInt8], _ file: String) throws -> Bool {
    try text(bytes, file).tables.contains { $0.name?.text == partName }
  }

  private static let partName = "part"

  private static func text(_ bytes: [UInt8], _ file: String) throws -> PlainTOML {
    do {
      return try PlainTOML(bytes)
    } catch let problem as PlainTOML.Problem {
      throw LessonError(file: file, line: problem.place.line, sentence: problem.sentence)
    }
  }
}
