import Explorer
import Foundation
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import emscope

@Suite(.waiting) struct `A lesson of one's own material` {
  private static let table = """
    a,b,kind,w
    1,2,x,1
    1.5,2.2,x,2
    0.8,1.7,x,1
    5,6,y,1
    5.5,6.4,y,3
    4.8,6.1,y,1
    """
  private static let steps = """

    [[step]]
    caption = "N = {N}"
    [[step]]
    keys = "Space"
    caption = "L = {logLikelihood}"
    """

  /// A lesson's file beside the table.
  private func file(_ keys: String, steps: String = steps) throws -> String {
    let head = "title = \"A\"\nsummary = \"b\"\n"
    let file = try temporaryFile("own.toml", head + keys + "\n" + steps)
    let folder = URL(filePath: file).deletingLastPathComponent()
    try Data(Self.table.utf8).write(to: folder.appending(path: "points.csv"))
    return file
  }

  private func lesson(_ keys: String) throws -> Lesson {
    try LessonFile.reader(file(keys)).lesson()
  }

  @Test func `is read from a table beside it, as the command line reads one`() throws {
    let lesson = try lesson(
      """
      data = "points.csv"
      columns = ["a", "b"]
      label-column = "kind"
      weight-column = "w"
      model = "em"
      covariance = "diagonal"
      start = "k-means++"
      seed = 7
      standardize = true
      iterations = 50
      tolerance = 1e-6
      variance-floor = 0.01
      observe-labels = 1
      """)
    let data = try lesson.data()
    #expect(data.points.count == 6 && data.points.weights == [1, 2, 1, 1, 3, 1])
    #expect(data.labels?.names == ["x", "y"])
    let recipe = lesson.recipe
    #expect(recipe.isStandardized && recipe.seed == 7 && recipe.structure == .diagonal)
    #expect(recipe.stopping == StoppingRule(tolerance: 1e-6, iterationLimit: 50))
    #expect(recipe.varianceFloor == 0.01 && recipe.observed?.count == 6 && recipe.components == 2)
  }

  @Test func `stands in the lesson, with weights and labels`() throws {
    let plane = try lesson(
      """
      points = [[1, 2], [3, 4.5], [-5e1, 6]]
      weights = [1, 2.5, 3]
      labels = ["x", "", "y"]
      columns = ["length", "width"]
      """)
    let data = try plane.data()
    #expect(data.points.xs == [1, 3, -50] && data.points.ys == [2, 4.5, 6])
    #expect(data.points.weights == [1, 2.5, 3] && data.labels?.ofPoints == [0, nil, 1])
    #expect(data.columnNames == ["length", "width"] && data.name == "own")
    for line in ["points = [1, 3, 4]", "points = [[1], [3], [4]]"] {
      let data = try lesson(line).data()
      #expect(data.points.dimension == 1 && data.points.xs == [1, 3, 4])
    }
    let coins = try lesson("points = [5, 9, 8, 4, 7]\ntosses = 10\nmodel = \"coins\"")
    #expect(try coins.data().points.tosses == 10)
  }

  @Test func `begins with means that are given, as one by hand does`() throws {
    for (points, means) in [
      ("[0, 2, 3, 4, 6]", "[1, 5]"), ("[[0, 0], [2, 1], [3, 3]]", "[[1, 1], [5, 5]]"),
    ] {
      let lesson = try lesson("points = \(points)\nmeans = \(means)")
      let start = try #require(lesson.recipe.givenStart)
      #expect(lesson.recipe.components == 2 && start.components.map(\.mean.x) == [1, 5])
      #expect(start.components.map(\.weight) == [0.5, 0.5])
    }
    let small = try lesson(
      "points = [0, 2, 3, 4, 6]\nmeans = [1, 5]\nstart-weights = \"equal\"")
    #expect(small.recipe.givenStart?.components.map(\.weight) == [0.5, 0.5])
    let centres = try lesson("points = [[0, 0], [9, 9]]\nmodel = \"k-means\"\nmeans = [[1, 1]]")
    #expect(centres.recipe.components == 1)
  }

  @Test func `reads the file of a start that lies beside it`() throws {
    let file = try file("data = \"points.csv\"\nstart-file = \"s/start.json\"\nmodel = \"k-means\"")
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "s")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(#"{"means": [[1, 2], [5, 6], [3, 3]]}"#.utf8)
      .write(to: folder.appending(path: "start.json"))
    #expect(try LessonFile.reader(file).lesson().recipe.components == 3)
  }

  @Test(arguments: [
    ("", "own.toml:1: data is missing."),
    ("data = \"points.csv\"\npoints = [1]", "own.toml:4: data and points are two sources"),
    ("data = \"no.csv\"", "own.toml:3: "), ("data = \"/no/such/file.csv\"", "own.toml:3: "),
    ("data = \".\"", "own.toml:3: "), ("data = \"\"", "own.toml:3: there is no data set"),
    ("data = \"-\"", "own.toml:3: there is no data set"),
    ("data = \"a\\u0000.csv\"", "own.toml:3: a file's name"),
    ("data = \"points.csv\"\nlabel-column = \"kin\"", "own.toml:4: "),
    ("data = \"points.csv\"\ncolumns = [\"a\", \"c\"]", "own.toml:4: "),
    ("data = \"points.csv\"\ncolumns = [1, 2, 3]", "own.toml:4: columns must be one or two"),
    ("data = \"points.csv\"\ncolumns = [1, [2]]", "own.toml:4: columns must be one or two"),
    ("data = \"points.csv\"\nweight-column = \"kind\"", "own.toml:4: "),
    (
      "data = \"points.csv\"\nweights = [1]", "own.toml:4: weights belong to points that stand here"
    ),
    ("data = \"points.csv\"\ntosses = 10", "own.toml:4: "),
    ("data = \"points.csv\"\nhold-out = 2", "own.toml:4: hold-out is 2.0"),
    ("data = \"points.csv\"\nprior = \"no\"", "own.toml:4: "),
    ("data = \"points.csv\"\nstandardize = 1", "own.toml:4: standardize must be true or false."),
    ("data = \"points.csv\"\niterations = 1.5", "own.toml:4: iterations must be a whole number."),
    ("data = \"points.csv\"\niterations = -1", "own.toml:4: iterations is -1"),
    ("data = \"points.csv\"\ntolerance = \"a\"", "own.toml:4: tolerance must be a number."),
    ("data = \"points.csv\"\nshort-runs = 3", "own.toml:4: short-runs is about"),
    ("data = \"points.csv\"\nstart-file = \"no.json\"", "own.toml:4: there is no start file"),
    ("data = \"points.csv\"\nstart-file = \"points.csv\"", "own.toml:4: "),
    ("data = \"points.csv\"\nstart-file = \"-\"", "own.toml:4: start-file must be the name"),
    ("data = \"points.csv\"\nobserve-labels = 1", "own.toml:4: points.csv has no known labels"),
    ("data = \"points.csv\"\nmodel = \"coins\"", "own.toml:4: "),
    ("data = \"points.csv\"\nstart = \"two-to-one\"", "own.toml:4: "),
    ("data = \"points.csv\"\nmeans = [[1, 2]]\nstart = \"stacked\"", "own.toml:4: means and start"),
    ("data = \"points.csv\"\nmeans = [1, 2]", "own.toml:4: "),
    ("data = \"points.csv\"\nmeans = [[1, 2, 3]]", "own.toml:4: a mean is one number or two"),
    ("data = \"points.csv\"\nmeans = [[1, 2], [3]]", "own.toml:4: a mean has 1 coordinates here"),
    ("data = \"points.csv\"\nmeans = []", "own.toml:4: means is empty"),
    ("data = \"points.csv\"\nmeans = [[1, 2]]\ncomponents = 2", "own.toml:5: components is 2"),
    ("points = []", "own.toml:3: points is empty"), ("points = 3", "own.toml:3: points must be"),
    ("points = [[1, 2],\n[3]]", "own.toml:4: a point has 1 coordinates here, and 2 in line 3."),
    ("points = [[]]", "own.toml:3: a point is one number or two"),
    ("points = [[[1]]]", "own.toml:3: a point is one number or two"),
    ("points = [1,\n1e308]", "own.toml:4: point 2 is"),
    ("points = [1, nan]", "own.toml:3: "), ("points = [1, inf]", "own.toml:3: "),
    ("points = [1, 1e999]", "own.toml:3: "),
    ("points = [1, 2]\nweights = [1]", "own.toml:4: there are 1 weights for 2 points"),
    ("points = [1, 2]\nweights = [1, \"2\"]", "own.toml:4: weights must be numbers"),
    ("points = [1, 2]\nweights = [1,\n0]", "own.toml:5: the weight of point 2"),
    ("points = [1, 2]\nlabels = [1]", "own.toml:4: there are 1 labels for 2 points"),
    ("points = [1, 2]\nlabels = [1, true]", "own.toml:4: a label must be a text"),
    ("points = [1, 2]\nlabel-column = \"a\"", "own.toml:4: label-column is about a file"),
    ("points = [1,\n2.5]\ntosses = 10", "own.toml:4: point 2 is 2.5"),
    ("points = [1]\ncomponents = 2", "own.toml:4: 2 components don't fit"),
    ("points = [1, 2]\ncomponents = 1000000", "own.toml:4: 1000000 components don't fit"),
    ("points = [1, 2]\nmeans = [1, 1e200]", "own.toml:4: means[1] lies beyond"),
    ("points = \(String(repeating: "[", count: 100))", "own.toml:3: column"),
    ("data = \"\\u001b[2J.csv\"", "own.toml:3: "),
  ])
  func `that can't be is refused with file and line`(keys: String, sentence: String) throws {
    for end in ["\n", "\r\n"] {
      let file = try file(keys)
      let text = try String(contentsOfFile: file, encoding: .utf8).replacing("\n", with: end)
      try Data(text.utf8).write(to: URL(filePath: file))
      do {
        _ = try LessonFile.reader(file).lesson()
        Issue.record("\(keys) is read")
      } catch {
        let said = "\(error)"
        #expect(said.contains(sentence), "\(said)")
        #expect(!said.contains("\u{1B}") && !said.contains("--"), "\(said)")
      }
    }
  }

  @Test func `may have very many points`() throws {
    let points = (0..<20_000).map { "[\($0 % 100), \($0 % 37)]" }.joined(separator: ", ")
    #expect(try lesson("points = [\(points)]").data().points.count == 20_000)
  }

  @Test func `is replayed, with its file in its folder, beside the session, or gone`() async throws
  {
    let file = try file("data = \"points.csv\"")
    let folder = URL(filePath: file).deletingLastPathComponent()
    let session = try await sessionText(
      "PageDown e x T Escape G",
      of: LessonMaterial(file).exploration(
        size: Size(width: 100, height: 30), capabilities: Capabilities()))
    try FileManager.default.removeItem(atPath: file)
    let replayed = try emscope("replay", temporaryFile("s.json", session), "--check")
    #expect(replayed.status == 0, "\(replayed.error)")
    let beside = try temporaryFile("s.json", session)
    let table = folder.appending(path: "points.csv")
    try FileManager.default.moveItem(
      at: table, to: URL(filePath: beside).deletingLastPathComponent().appending(path: "points.csv")
    )
    #expect(try emscope("replay", beside, "--check").status == 0)
    let alone = try emscope("replay", temporaryFile("s.json", session), "--check")
    #expect(alone.status == 1 && alone.error.contains("lesson own:3: There is no data set or file"))
    try Data((Self.table + "\n1,1,x,1\n").utf8).write(to: table)
    let changed = try emscope("replay", temporaryFile("s.json", session), "--check")
    #expect(changed.status == 1 && changed.error.contains("had 6 points and has 7 now"))
  }

  @Test func `of points in the lesson is replayed from its text alone`() async throws {
    let file = try file("points = [[1, 2], [3, 4], [8, 8], [9, 7]]\nmeans = [[1, 1], [8, 8]]")
    let session = try await sessionText(
      "PageDown e G",
      of: LessonMaterial(file).exploration(
        size: Size(width: 100, height: 30), capabilities: Capabilities()))
    try FileManager.default.removeItem(at: URL(filePath: file).deletingLastPathComponent())
    let replayed = try emscope("replay", temporaryFile("s.json", session), "--check")
    #expect(replayed.status == 0, "\(replayed.error)")
  }
}

@Suite(.waiting) struct `Checking a lesson` {
  private static let good = """
    title = "A"
    summary = "b"
    data = "old-faithful"

    [[step]]
    caption = "L = {logLikelihood}"

    [[step]]
    question = "From {logLikelihood:.1}: how much?"
    answer = "{logLikelihood - previous.logLikelihood}"
    tolerance = 0.5
    keys = "G"
    caption = "It is {logLikelihood - previous.logLikelihood:.1}."
    claims = [
      "logLikelihood > previous.logLikelihood",
      "answer = logLikelihood - step.1.logLikelihood +- 0.1",
      "gap >= 0",
    ]
    """

  @Test func `computes every claim, of several lessons at once`() throws {
    let file = try temporaryFile("good.toml", Self.good)
    let outcome = try emscope("lesson", "--check", file, "two-steps")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(
      outcome.output.contains(
        "good.toml: 2 steps, 1 question, 3 claims: every key does something, all claims hold."))
    #expect(outcome.output.contains("two-steps.toml: "))
  }

  @Test func `goes on after a lesson with a mistake, and ends with 1`() throws {
    let broken = Self.good.replacing("gap >= 0", with: "gap < 0")
    let outcome = try emscope(
      "lesson", "--check", temporaryFile("broken.toml", broken), "no-such",
      temporaryFile("good.toml", Self.good))
    #expect(outcome.status == 1 && outcome.output.contains("good.toml: 2 steps"))
    #expect(outcome.error.contains("broken.toml:17: step 2 claims gap < 0, but the numbers are "))
    let hasBoth = outcome.error.contains(/but the numbers are [0-9.e−-]+ and 0\.\n/)
    #expect(hasBoth, "\(outcome.error)")
    #expect(outcome.error.contains("there is no lesson 'no-such'"))
  }

  @Test(arguments: [
    ("gap >= 0", "gap >= 1000", "17: step 2 claims gap >= 1000, but the numbers are "),
    ("gap >= 0", "gapp >= 0", "17: there is no number called gapp: did you mean gap?"),
    ("gap >= 0", "gap", "17: a claim compares two sides"),
    ("gap >= 0", "distortion > 0", "17: distortion > 0: the model has J".replacing("J", with: "L")),
    ("gap >= 0", "weight.9 > 0", "17: weight.9 > 0: there is no component 9: K is 2."),
    ("gap >= 0", "step.3.gap >= 0", "17: step.3.gap: step 3 isn't over there."),
    ("\"gap >= 0\"", "3", "17: a claim must be a text"),
    ("= {logLikelihood}\"", "= {bound}\"", "6: {bound}: there is no q before the first E-step."),
    ("= {logLikelihood}\"", "= {bound\"", "6: a { is not closed"),
    ("= {logLikelihood}\"", "= {previous.L}\"", "6: previous.L: there is no step before"),
    ("From {logLikelihood:.1}", "From {step.2.L}", "9: step.2.L: step 2 isn't over there."),
    ("{logLikelihood:.1}", "{logLikelihood:1}", "9: behind : stands a point"),
    ("\"{logLikelihood - previous.logLikelihood}\"", "\"much\"", "10: an answer is a number"),
    ("\"{logLikelihood - previous.logLikelihood}\"", "\"{distortion}\"", "10: {distortion}: "),
    ("\"{logLikelihood - previous.logLikelihood}\"", "\"{x}\"", "10: there is no number called x"),
  ])
  func `says the line of what isn't so`(old: String, new: String, sentence: String) throws {
    let text = Self.good.replacing(old, with: new)
    #expect(text != Self.good)
    let outcome = try emscope("lesson", "--check", temporaryFile("a.toml", text))
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.error.contains("a.toml:\(sentence)"), "\(outcome.error)")
  }

  @Test func `lists the names there are`() throws {
    let outcome = try emscope("lesson", "--names")
    #expect(outcome.status == 0 && outcome.output.contains("\nmean.K.x, mean.K "))
    for arguments in [["lesson", "--names", "bound"], ["lesson", "bound", "two-steps"]] {
      let outcome = try emscope(arguments)
      #expect(outcome.status != 0 && outcome.output.isEmpty)
    }
  }
}
