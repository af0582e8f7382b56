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
    let document = try LessonDocument(bytes, file: file)
    let text = document.text
    func needed(_ key: String, of table: PlainTOML.Table) throws -> String {
      guard let string = try document.string(table[key]) else {
        throw LessonError(
          file: file, line: table.name?.place.line ?? 1, sentence: "\(key) is missing.")
      }
      return string
    }
    try document.check(text.top.entries.map(\.key), known: ["title", "summary", Self.partName])
    try document.check(text.tables.compactMap(\.name), known: [Self.partName])
    if let part = text.top[Self.partName] {
      throw document.problem(part.value.place, "a part is a table: write [[part]] above it.")
    }
    (self.name, self.folder) = (name, folder)
    title = try needed("title", of: text.top)
    summary = try needed("summary", of: text.top)
    parts = try text.tables.map { table in
      try document.check(table.entries.map(\.key), known: ["title", "lesson"])
      let named = try needed("lesson", of: table)
      do {
        return (try needed("title", of: table), try lesson(named))
      } catch let error where !(error is LessonError) {
        // What a lesson's own file has is said with that file and its line.
        throw LessonError(
          file: file, line: table["lesson"]?.value.place.line, sentence: "\(error)")
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
    try LessonDocument(bytes, file: file).text.tables.contains { $0.name?.text == partName }
  }

  private static let partName = "part"
}
