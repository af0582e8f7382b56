import Explorer
import MixtureData
import MixtureEngine
import TOMLKit
import TerminalCanvas

/// Reads a lesson from TOML; whatever is wrong is said with file and line.
struct LessonReader {
  private let name: String
  private let file: String
  private let lines: LessonLines
  private let table: TOMLTable

  /// A reader of one file's text.
  ///
  /// - Throws: ``LessonError`` when the text is no TOML.
  init(name: String, file: String, text: String) throws {
    self.name = name
    self.file = file
    lines = LessonLines(text)
    do {
      table = try PlainTOML.parse(text)
    } catch let problem as PlainTOML.Problem {
      throw LessonError(file: file, line: problem.line, sentence: problem.sentence)
    }
  }

  /// The lesson.
  ///
  /// - Throws: ``LessonError`` for the first thing that is missing, unknown or of a wrong type.
  func lesson() throws -> Lesson {
    try checkKeys(of: table, known: Self.topKeys, step: nil)
    guard let list = table["step"]?.array, !list.isEmpty else {
      throw LessonError(file: file, line: nil, sentence: "a lesson needs at least one [[step]].")
    }
    return Lesson(
      name: name, title: try text("title"), summary: try text("summary"),
      dataName: try dataName(), recipe: try recipe(),
      steps: try (0..<list.count).map { try step(list[$0], $0) })
  }

  private static let topKeys = [
    "title", "summary", "data", "components", "start", "seed", "model", "covariance", "step",
  ]
  private static let stepKeys = ["question", "keys", "caption"]

  private func step(_ value: any TOMLValueConvertible, _ index: Int) throws -> Lesson.Step {
    guard let step = value.table else {
      throw problem("step", nil, "a step is a table: write [[step]] above it.")
    }
    try checkKeys(of: step, known: Self.stepKeys, step: index)
    guard let caption = try string("caption", in: step, index) else {
      throw LessonError(
        file: file, line: lines.line(ofStep: index),
        sentence: "step \(index + 1) has no caption: say what there is to see.")
    }
    let question = try string("question", in: step, index)
    let keys = try (string("keys", in: step, index) ?? "").split(separator: " ").map { name in
      guard let key = Key(name: String(name)) else {
        throw problem(
          "keys", index, "\(name) is no key: use names such as Space, Left, PageDown, C-l or m.")
      }
      return key
    }
    if index == 0, question == nil, !keys.isEmpty {
      throw problem("keys", 0, "the first step shows the start: press keys from the second on.")
    }
    return Lesson.Step(question: question, keys: keys, caption: caption)
  }

  private func dataName() throws -> String {
    let name = try text("data")
    guard BuiltInDataSet.named(name) == nil else { return name }
    throw problem("data", nil, unknown("data set", name, BuiltInDataSet.all.map(\.name)))
  }

  private func recipe() throws -> RunRecipe {
    var recipe = RunRecipe()
    recipe.components =
      try integer("components") ?? BuiltInDataSet.named(dataName())?.components ?? 2
    if let seed = try integer("seed") {
      guard seed >= 0 else { throw problem("seed", nil, "a seed is a number from 0 on.") }
      recipe.seed = UInt64(seed)
    }
    if let name = try string("start", in: table, nil) {
      guard let rule = StartingRule.named(name) else {
        throw problem("start", nil, unknown("starting rule", name, StartingRule.all.map(\.name)))
      }
      recipe.rule = rule
    }
    if let name = try string("model", in: table, nil) {
      guard let kind = ModelKind.named(name) else {
        throw problem("model", nil, unknown("model", name, ModelKind.all.map(\.name)))
      }
      recipe.kind = kind
    }
    if let name = try string("covariance", in: table, nil) {
      guard let structure = CovarianceStructure(name: name) else {
        throw problem(
          "covariance", nil, unknown("structure", name, CovarianceStructure.named.map(\.name)))
      }
      recipe.structure = structure
    }
    return recipe
  }

  private func text(_ key: String) throws -> String {
    guard let value = try string(key, in: table, nil) else {
      throw LessonError(file: file, line: 1, sentence: "\(key) is missing.")
    }
    return value
  }

  private func string(_ key: String, in table: TOMLTable, _ step: Int?) throws -> String? {
    guard let value = table[key] else { return nil }
    guard let string = value.string else {
      throw problem(key, step, "\(key) must be a text in quotes.")
    }
    return string
  }

  private func integer(_ key: String) throws -> Int? {
    guard let value = table[key] else { return nil }
    guard let integer = value.int else { throw problem(key, nil, "\(key) must be a whole number.") }
    return integer
  }

  private func checkKeys(of table: TOMLTable, known: [String], step: Int?) throws {
    for key in table.keys where !known.contains(key) {
      throw problem(key, step, unknown("key", key, known))
    }
  }

  private func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
    let hint =
      nearestName(to: name, among: known).map { "did you mean \($0)?" }
      ?? "known are \(known.joined(separator: ", "))."
    return "there is no \(what) \(name): \(hint)"
  }

  private func problem(_ key: String, _ step: Int?, _ sentence: String) -> LessonError {
    LessonError(file: file, line: lines.line(of: key, step: step), sentence: sentence)
  }
}
