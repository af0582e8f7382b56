import Explorer
import Testing

@testable import emscope

@Suite struct `A lesson file` {
  private static let good = """
    title = "A"
    summary = "b"
    data = "old-faithful"
    components = 3

    [[step]]
    caption = "start"

    [[step]]
    question = "what?"
    keys = "Space e"
    caption = "this"
    """

  private func problem(_ old: String, _ new: String) -> String? {
    do {
      let text = Self.good.replacing(old, with: new)
      _ = try LessonReader(name: "a", file: "a.toml", text: text).lesson()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `is read`() throws {
    let lesson = try LessonReader(name: "a", file: "a.toml", text: Self.good).lesson()
    #expect(lesson.steps.count == 2)
    #expect(lesson.steps[1].keys == [.space, .character("e")])
    #expect(lesson.recipe.components == 3)
  }

  @Test(arguments: [
    (
      "\"old-faithful\"", "\"old-faithfull\"",
      "a.toml:3: there is no data set old-faithfull: did you mean old-faithful?"
    ),
    ("components = 3", "components = \"3\"", "a.toml:4: components must be a whole number."),
    (
      "components = 3", "komponents = 3",
      "a.toml:4: there is no key komponents: did you mean components?"
    ),
    (
      "Space e", "Spice e",
      "a.toml:11: Spice is no key: use names such as Space, Left, PageDown, C-l or m."
    ),
    ("caption = \"this\"", "", "a.toml:9: step 2 has no caption: say what there is to see."),
    ("summary = \"b\"", "", "a.toml:1: summary is missing."),
    ("question = \"what?\"", "question = 7", "a.toml:10: question must be a text in quotes."),
    ("components = 3", "start = \"random\"", "a.toml:4: there is no starting rule random"),
  ])
  func `with a mistake is refused with file and line`(old: String, new: String, sentence: String) {
    let problem = problem(old, new) ?? "nothing"
    #expect(problem.hasPrefix(sentence), "\(problem)")
  }

  @Test func `that is no TOML names the line`() {
    let found = problem("components = 3", "components = = 3")
    #expect(found?.hasPrefix("a.toml:4: ") == true)
  }

  @Test func `with the line ends of Windows is read, and refused with its lines`() throws {
    let windows = Self.good.replacing("\n", with: "\r\n")
    let lesson = try LessonReader(name: "a", file: "a.toml", text: windows).lesson()
    #expect(lesson.steps.map(\.caption) == ["start", "this"])
    let broken = windows.replacing("components = 3", with: "[")
    let error = #expect(throws: LessonError.self) {
      try LessonReader(name: "a", file: "a.toml", text: broken)
    }
    #expect(error?.line == 4)
  }

  @Test(arguments: ["\"old-faithful\"", "Space e"])
  func `shows no control characters of its names`(old: String) throws {
    let escape = old.hasPrefix("\"") ? "\"\\u001b[2J\"" : "\\u001b[2J"
    let sentence = try #require(problem(old, escape))
    #expect(!sentence.contains("\u{1B}") && sentence.contains("?[2J"), "\(sentence)")
  }
}
