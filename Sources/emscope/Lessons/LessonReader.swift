import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

/// Reads a lesson from TOML; a mistake is said with file and line.
struct LessonReader: LessonTOML {
  let name: String
  let file: String
  let text: PlainTOML
  /// The text.
  let source: String
  /// Where its files may be.
  let places: LessonPlaces

  /// A reader of one file's text.
  ///
  /// - Parameter places: Where the files may be that it names.
  /// - Throws: ``LessonError`` when the text can't be read.
  init(
    name: String, file: String, text: [UInt8], places: LessonPlaces = LessonPlaces()
  ) throws {
    self.name = name
    self.file = file
    self.places = places
    source = String(decoding: text, as: UTF8.self)
    self.text = try LessonDocument(text, file: file).text
  }

  /// The lesson.
  ///
  /// - Throws: ``LessonError`` for the first thing that is missing, unknown or of a wrong type.
  func lesson() throws -> Lesson {
    try check(text.top.entries.map(\.key), known: Self.topKeys + ["step"])
    if let step = text.top["step"] {
      throw problem(step.value.place, "a step is a table: write [[step]] above it.")
    }
    try check(text.tables.compactMap(\.name), known: ["step"])
    guard !text.tables.isEmpty else {
      throw LessonError(file: file, line: nil, sentence: "a lesson needs at least one [[step]].")
    }
    let (title, summary) = (try needed("title"), try needed("summary"))
    let (data, recipe) = try material()
    var lesson = Lesson(
      name: name, title: title, summary: summary, dataName: data.name, recipe: recipe,
      steps: try text.tables.indices.map { try step(text.tables[$0], $0) }, text: source,
      notes: try string(text.top["notes"]))
    lesson.material = data
    lesson.folder = namesFiles ? places.wholeFolder : nil
    for (index, step) in lesson.steps.enumerated() {
      _ = try claims(ofStep: index, answer: step.answer)
    }
    do {
      _ = try Exploration(lesson: lesson, data: data)
    } catch let error as StartError {
      throw LessonError(
        file: file, line: text.top["components"]?.value.place.line, sentence: error.description)
    }
    return lesson
  }

  /// What the lesson teaches, without a look at the rest.
  ///
  /// - Throws: ``LessonError`` when it doesn't say so.
  func summary() throws -> String { try needed("summary") }

  /// The line in which the keys of a step, counted from 0, stand.
  func line(ofKeysOfStep index: Int) -> Int? { text.tables[index]["keys"]?.value.place.line }

  /// The keys that a lesson can have at the top.
  static let topKeys =
    ["title", "summary", "data", "components", "start", "seed", "model", "covariance", "notes"]
    + materialKeys
  /// The keys that a step can have.
  static let stepKeys = [
    "question", "choices", "answer", "tolerance", "keys", "caption", "claims", "notes",
  ]

  private func step(_ step: PlainTOML.Table, _ index: Int) throws -> Lesson.Step {
    try check(step.entries.map(\.key), known: Self.stepKeys)
    guard let caption = try string(step["caption"]) else {
      throw LessonError(
        file: file, line: step.name?.place.line,
        sentence: "step \(index + 1) has no caption: say what there is to see.")
    }
    let question = try string(step["question"])
    let keys = try keys(step["keys"])
    if index == 0, question == nil, let entry = step["keys"], !keys.isEmpty {
      throw problem(
        entry.key.place, "the first step shows the start: press keys from the second on.")
    }
    _ = try texts(ofStep: index)
    return Lesson.Step(
      question: question, answer: try answer(step, index), keys: keys, caption: caption,
      notes: try string(step["notes"]))
  }

  private func keys(_ entry: PlainTOML.Entry?) throws -> [Key] {
    guard let entry, let names = try string(entry) else { return [] }
    do {
      return try Key.keys(named: names)
    } catch {
      throw problem(
        entry.value.place,
        "\(error.name.harmless) is no key: use names such as Space, Left, PageDown, C-l or m.")
    }
  }

  /// The element that a key at the top names, if the key is there.
  func choice<Element>(
    _ key: String, among all: [Element], called elementName: (Element) -> String, _ what: String
  ) throws -> Element? {
    guard let entry = text.top[key], let name = try string(entry) else { return nil }
    if let match = all.first(where: { elementName($0) == name }) { return match }
    throw problem(entry.value.place, unknown(what, name, all.map(elementName)))
  }

  func needed(_ key: String) throws -> String {
    guard let value = try string(text.top[key]) else { throw missing(key) }
    return value
  }

  func missing(_ key: String) -> LessonError {
    LessonError(file: file, line: 1, sentence: "\(key) is missing.")
  }
}
