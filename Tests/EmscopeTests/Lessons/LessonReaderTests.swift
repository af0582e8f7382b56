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

  private func problem(_ old: String, _ new: String, lineEnd: String = "\n") -> String? {
    do {
      let text = Self.good.replacing(old, with: new).replacing("\n", with: lineEnd)
      _ = try LessonReader(name: "a", file: "a.toml", text: Array(text.utf8)).lesson()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `is read`() throws {
    let lesson = try LessonReader(name: "a", file: "a.toml", text: Array(Self.good.utf8)).lesson()
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
    (
      "components = 3", "components = 999",
      "a.toml:4: 999 components don't fit: choose a number from 1 to 64."
    ),
    ("components = 3", "components = 0", "a.toml:4: One component has to stay"),
    ("components = 3", "components = -1", "a.toml:4: -1 components don't fit"),
    ("caption = \"this\"", "", "a.toml:9: step 2 has no caption: say what there is to see."),
    ("summary = \"b\"", "", "a.toml:1: summary is missing."),
    ("question = \"what?\"", "question = 7", "a.toml:10: question must be a text in quotes."),
    ("components = 3", "start = \"random\"", "a.toml:4: there is no starting rule random"),
    ("components = 3", "seed = -1", "a.toml:4: seed must be a whole number from 0 on."),
    (
      "components = 3\n\n[[step]]", "[[stop]]",
      "a.toml:4: there is no key stop: did you mean step?"
    ),
    ("components = 3", "step = 1", "a.toml:6: column 3: step is in line 4 already"),
    (
      "caption = \"start\"", "keys = \"\"\"\n  Space\"\"\"\ncaption = ''",
      "a.toml:7: the first step shows"
    ),
    ("\"b\"", "\"\"\"\nb\n\"\"\"\ndata = 1", "a.toml:6: column 1: data is in line 5 already"),
    ("question = \"what?\"", "question = '''\n\n'''\nkey = 1", "a.toml:13: there is no key key"),
    ("keys = \"Space e\"", "keys = \"\"\"Space\nSpice\"\"\"", "a.toml:11: Spice is no key"),
    ("components = 3", "[[a.b]]", "a.toml:4: column 4: a key with dots is not read here"),
  ])
  func `with a mistake is refused with file and line`(old: String, new: String, sentence: String) {
    for end in ["\n", "\r\n", "\r"] {
      let problem = problem(old, new, lineEnd: end) ?? "nothing"
      #expect(problem.hasPrefix(sentence), "\(problem)")
    }
  }

  @Test func `that is no TOML names the line`() {
    let found = problem("components = 3", "components = = 3")
    #expect(found?.hasPrefix("a.toml:4: ") == true)
  }

  @Test func `with a step that is no table says how to write one`() {
    let error = #expect(throws: LessonError.self) {
      try LessonReader(name: "a", file: "a.toml", text: Array("\nstep = 1".utf8)).lesson()
    }
    #expect(error?.description == "a.toml:2: a step is a table: write [[step]] above it.")
  }

  @Test func `with the line ends of Windows is read, and refused with its lines`() throws {
    let windows = Self.good.replacing("\n", with: "\r\n")
    let lesson = try LessonReader(name: "a", file: "a.toml", text: Array(windows.utf8)).lesson()
    #expect(lesson.steps.map(\.caption) == ["start", "this"])
    let broken = windows.replacing("components = 3", with: "[")
    let error = #expect(throws: LessonError.self) {
      try LessonReader(name: "a", file: "a.toml", text: Array(broken.utf8))
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
