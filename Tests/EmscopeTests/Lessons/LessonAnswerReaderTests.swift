import Explorer
import MixtureEngine
import Testing

@testable import emscope

@Suite struct `The answer of a lesson's question` {
  private func lesson(_ lines: String) throws -> Lesson {
    let text = """
      title = "A"
      summary = "b"
      data = "old-faithful"
      [[step]]
      \(lines)
      caption = "c"
      """
    return try LessonReader(name: "a", file: "a.toml", text: Array(text.utf8)).lesson()
  }

  private func answer(_ lines: String) throws -> Lesson.Expected? {
    try lesson("question = \"q\"\n" + lines).steps[0].answer
  }

  @Test func `is a choice, an opinion, a number or a point`() throws {
    #expect(
      try answer("choices = [\"yes\", \"no\"]\nanswer = 2")
        == .choice(among: ["yes", "no"], right: 1))
    #expect(try answer("choices = [\"yes\", \"no\"]") == .choice(among: ["yes", "no"], right: nil))
    #expect(
      try answer("answer = 15.8\ntolerance = 0.5") == .number(StateExpression(15.8), tolerance: 0.5)
    )
    #expect(try answer("answer = -3\ntolerance = 0") == .number(StateExpression(-3), tolerance: 0))
    #expect(
      try answer("answer = [3.2, 54]\ntolerance = [0.4, 5]")
        == .point(x: StateExpression(3.2), y: StateExpression(54), halfWidths: Point(x: 0.4, y: 5)))
    #expect(
      try answer("answer = [3]\ntolerance = [0.4]")
        == .point(x: StateExpression(3), y: nil, halfWidths: Point(x: 0.4, y: 0)))
    #expect(try answer("") == nil)
  }

  @Test(arguments: [
    ("choices = [\"yes\"]", 6, "choices must be 2 to 9 texts"),
    ("choices = \"yes\"", 6, "choices must be 2 to 9 texts"),
    (
      "choices = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\"]", 6,
      "choices must be 2 to 9 texts"
    ),
    ("choices = [\"yes\", 2]", 6, "a choice must be a text in quotes"),
    ("choices = [\"yes\", \" \"]", 6, "a choice must be a text in quotes"),
    ("choices = [\"yes\",\n\"yes\"]", 7, "the choice yes is there twice"),
    (
      "choices = [\"yes\", \"no\"]\nanswer = 3", 7,
      "answer must be the number of a choice, from 1 to 2"
    ),
    ("choices = [\"yes\", \"no\"]\nanswer = 0", 7, "answer must be the number of a choice"),
    ("choices = [\"yes\", \"no\"]\nanswer = 1.5", 7, "answer must be the number of a choice"),
    ("choices = [\"yes\", \"no\"]\nanswer = \"yes\"", 7, "answer must be the number of a choice"),
    ("choices = [\"yes\", \"no\"]\ntolerance = 1", 7, "a choice has no tolerance"),
    ("answer = 2", 6, "an answer without choices needs a tolerance"),
    ("tolerance = 2", 6, "tolerance needs an answer"),
    ("answer = 2\ntolerance = -1", 7, "a tolerance must be a number from 0 on"),
    ("answer = 2\ntolerance = [1, 2]", 7, "a tolerance must be a number from 0 on"),
    ("answer = true\ntolerance = 1", 6, "an answer is a number, or a text"),
    ("answer = \"15\"\ntolerance = 1", 6, "an answer is a number, or a text"),
    ("answer = \"{logLikelihod}\"\ntolerance = 1", 6, "there is no number called logLikelihod"),
    ("answer = []\ntolerance = []", 6, "a point has two coordinates"),
    ("answer = [1, 2, 3]\ntolerance = [1, 2, 3]", 6, "a point has two coordinates"),
    ("answer = [1, 2]\ntolerance = 1", 7, "the tolerance of a point has a number for each"),
    ("answer = [1, 2]\ntolerance = [1]", 7, "the tolerance of a point has a number for each"),
    ("answer = [1, 2]\ntolerance = [1, -2]", 7, "a tolerance must be a number from 0 on"),
  ])
  func `with a mistake is refused with file and line`(lines: String, line: Int, sentence: String) {
    let error = #expect(throws: LessonError.self) { try answer(lines) }
    #expect(error?.description.hasPrefix("a.toml:\(line): \(sentence)") == true, "\(error!)")
  }

  @Test(arguments: ["choices = [\"yes\", \"no\"]", "answer = 1", "tolerance = 1"])
  func `needs a question`(lines: String) {
    let error = #expect(throws: LessonError.self) { try lesson(lines) }
    let key = lines.prefix { $0 != " " }
    #expect(error?.description == "a.toml:5: \(key) needs a question beside it.")
  }
}
