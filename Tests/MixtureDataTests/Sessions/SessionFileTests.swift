import MixtureEngine
import Testing

@testable import MixtureData

@Suite struct `A session file` {
  private let file = SessionFile(
    data: "old-faithful", columns: ["a", "b"], labelColumn: "species", points: 272, lesson: nil,
    settings: SessionFile.Settings(
      model: "em", covariance: "full", components: 3, start: "random-points", seed: .max,
      tolerance: 1e-10, iterations: 10_000, given: nil, observeLabels: 0.1),
    size: [80, 24], events: ["Space", "ticks 3"],
    outcome: SessionFile.Outcome(
      model: "em", iteration: 4, objective: -1119.2142857, centres: [[1, 2], [0.1, 0.2]]))

  @Test func `reads back as what was written, to the last digit`() throws {
    #expect(try SessionFile(Array(file.text().utf8), named: "s") == file)
  }

  @Test func `keeps the column of weights, and needs none`() throws {
    var weighted = file
    weighted.weightColumn = "count"
    #expect(try weighted.text().contains("\"weightColumn\" : \"count\""))
    #expect(try SessionFile(Array(weighted.text().utf8), named: "s") == weighted)
    #expect(try !file.text().contains("weightColumn"))
  }

  @Test func `from a newer version is refused with a sentence`() throws {
    let newer = try file.text().replacing("\"version\" : 1", with: "\"version\" : 2")
    #expect {
      try SessionFile(Array(newer.utf8), named: "s.json")
    } throws: {
      "\($0)".contains("use a newer emscope")
    }
  }

  @Test(arguments: ["", "{}", "[1]", "{\"format\": \"other\", \"version\": 1}"])
  func `that is none is refused`(text: String) {
    #expect {
      try SessionFile(Array(text.utf8), named: "s.json")
    } throws: {
      "\($0)" == "s.json: this is no session that emscope saved."
    }
  }

  @Test func `with an entry missing or of a wrong type names the entry`() throws {
    let missing = try file.text().replacing("\"seed\"", with: "\"sead\"")
    #expect {
      try SessionFile(Array(missing.utf8), named: "s")
    } throws: {
      "\($0)" == "s: settings.seed is missing."
    }
    let wrong = try file.text().replacing("\"points\" : 272", with: "\"points\" : \"many\"")
    #expect {
      try SessionFile(Array(wrong.utf8), named: "s")
    } throws: {
      "\($0)" == "s: points has the wrong type."
    }
    let number = try #require(try file.text().firstMatch(of: /"events" : \[/))
    let inside = try file.text().replacing(number.0, with: "\(number.0)7,")
    #expect {
      try SessionFile(Array(inside.utf8), named: "s")
    } throws: {
      "\($0)" == "s: events[0] has the wrong type."
    }
  }

  @Test func `of the first release has another name for the observed labels`() throws {
    let data = try DataSource("iris").load()
    let now = try file.text()
    #expect(now.contains("\"observeLabels\" : 0.1"))
    let earlier = now.replacing("observeLabels", with: "holdLabels")
    let recipes = try [now, earlier].map {
      try SessionFile(Array($0.utf8), named: "s").recipe(over: data, file: "s")
    }
    #expect(recipes[0].observed?.count == 15)
    #expect(recipes[1] == recipes[0])
  }

  /// Entries of a given start at fault, as a start's file has them.
  private static let faults = [
    #"{"means": [[1, 2]]}"#, #"{"weights": [1], "means": [[1, "a"]]}"#,
    theta(weights: "[0, 0]"), theta(weights: "[5, 5]"), theta(weights: "[1]"),
    theta(means: "[[1e308, -1e308], [0, 0]]"), theta(means: "[[1, 2, 3], [0, 0]]"),
    theta(covariances: "[[[1, 0], [0, 1]], [[1, 0.5], [0.4, 1]]]"),
    theta(covariances: "[[[1, 0], [0, 1]], [[1e308, 0], [0, 1e308]]]"),
    theta(covariances: "[[[1, 0], [0, 1]], [[1, 2], [2, 1]]]"),
  ]

  private static func theta(
    weights: String = "[0.5, 0.5]", means: String = "[[2, 50], [4, 80]]",
    covariances: String = "[[[1, 0], [0, 1]], [[1, 0], [0, 1]]]"
  ) -> String {
    #"{"weights": \#(weights), "means": \#(means), "covariances": \#(covariances)}"#
  }

  @Test(arguments: faults)
  func `is refused for a given start as the file of that start is`(start: String) throws {
    let data = try DataSource("old-faithful").load()
    let session = try file.text().replacing(
      "\"iterations\"", with: "\"given\": \(start), \"iterations\"")
    let startError = #expect(throws: StartFileError.self) {
      try StartFile.contents(of: Array(start.utf8), file: "s")
        .start(meansSuffice: false, over: data.points).gaussians
    }
    let sessionError = #expect(throws: SessionError.self) {
      try SessionFile(Array(session.utf8), named: "s").recipe(over: data, file: "s")
    }
    let reason = try #require(startError?.reason)
    #expect(
      sessionError?.reason == "settings.given: \(reason)"
        || sessionError?.reason == "settings.given.\(reason)")
  }

  @Test func `has as many components as its given start`() throws {
    let data = try DataSource("old-faithful").load()
    let session = try file.text().replacing(
      "\"iterations\"", with: "\"given\": \(Self.theta()), \"iterations\"")
    #expect {
      try SessionFile(Array(session.utf8), named: "s").recipe(over: data, file: "s")
    } throws: {
      "\($0)" == "s: settings.given: there are 2 components but settings.components is 3; "
        + "make them agree."
    }
    let agreeing = session.replacing("\"components\" : 3", with: "\"components\" : 2")
    let recipe = try SessionFile(Array(agreeing.utf8), named: "s").recipe(over: data, file: "s")
    #expect(recipe.givenStart?.components.map(\.mean) == [Point(x: 2, y: 50), Point(x: 4, y: 80)])
  }

  @Test func `shows no control characters of its names`() throws {
    let data = try DataSource("old-faithful").load()
    for (entry, value) in [("model", "em"), ("covariance", "full"), ("start", "random-points")] {
      let session = try file.text().replacing(
        "\"\(entry)\" : \"\(value)\"", with: "\"\(entry)\" : \"\\u001b[2J\"")
      let error = #expect(throws: SessionError.self) {
        try SessionFile(Array(session.utf8), named: "s").recipe(over: data, file: "s")
      }
      #expect(error?.reason.contains("?[2J is not known.") == true, "\(entry)")
    }
  }

  @Test func `a cast is lines of JSON`() {
    #expect(
      CastLine.header(width: 80, height: 24, title: "x")
        == "{\"version\": 2, \"width\": 80, \"height\": 24, \"title\": \"x\", "
        + "\"env\": {\"TERM\": \"xterm-256color\"}}\n")
    #expect(
      CastLine.output("\u{1B}[H\"", after: 0.5) == "[0.5, \"o\", \"\\u001b[H\\\"\"]\n")
  }
}
