import Explorer
import MixtureData
import MixtureEngine
import TOMLKit
import TerminalCanvas

/// Reads a lesson from TOML; a mistake is said with file and line.
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
      dataName: try dataSet().name, recipe: try recipe(),
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
    let keys = try keys(string("keys", in: step, index) ?? "", index)
    if index == 0, question == nil, !keys.isEmpty {
      throw problem("keys", 0, "the first step shows the start: press keys from the second on.")
    }
    return Lesson.Step(question: question, keys: keys, caption: caption)
  }

  private func keys(_ names: String, _ step: Int) throws -> [Key] {
    do {
      return try Key.keys(named: names)
    } catch {
      throw problem(
        "keys", step,
        "\(error.name.harmless) is no key: use names such as Space, Left, PageDown, C-l or m.")
    }
  }

  private func dataSet() throws -> BuiltInDataSet {
    guard let dataSet = try choice("data", among: BuiltInDataSet.all, called: \.name, "data set")
    else { throw missing("data") }
    return dataSet
  }

  private func recipe() throws -> RunRecipe {
    var recipe = RunRecipe()
    recipe.components = try integer("components") ?? dataSet().components
    if let seed = try integer("seed") {
      guard seed >= 0 else { throw problem("seed", nil, "a seed is a number from 0 on.") }
      recipe.seed = UInt64(seed)
    }
    if let rule = try choice("start", among: StartingRule.all, called: \.name, "starting rule") {
      recipe.rule = rule
    }
    if let kind = try choice("model", among: ModelKind.all, called: \.name, "model") {
      recipe.kind = kind
    }
    if let named = try choice(
      "covariance", among: CovarianceStructure.named, called: \.name, "structure")
    {
      recipe.structure = named.structure
    }
    return recipe
  }

  /// The element that a key at the top names, if the key is there.
  private func choice<Element>(
    _ key: String, among all: [Element], called elementName: (Element) -> String, _ what: String
  ) throws -> Element? {
    guard let name = try string(key, in: table, nil) else { return nil }
    if let match = all.first(where: { elementName($0) == name }) { return match }
    throw problem(key, nil, unknown(what, name, all.map(elementName)))
  }

  private func text(_ key: String) throws -> String {
    guard let value = try string(key, in: table, nil) else { throw missing(key) }
    return value
  }

  private func missing(_ key: String) -> LessonError {
    LessonError(file: file, line: 1, sentence: "\(key) is missing.")
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
    return "there is no \(what) \(name.harmless): \(hint)"
  }

  private func problem(_ key: String, _ step: Int?, _ sentence: String) -> LessonError {
    LessonError(file: file, line: lines.line(of: key, step: step), sentence: sentence)
  }
}
