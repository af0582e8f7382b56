import Testing

@testable import MixtureData

@Suite struct `A session file` {
  private let file = SessionFile(
    data: "old-faithful", columns: ["a", "b"], labelColumn: "species", points: 272, lesson: nil,
    settings: SessionFile.Settings(
      model: "em", covariance: "full", components: 3, start: "random-points", seed: .max,
      tolerance: 1e-10, iterations: 10_000, given: nil, holdLabels: 0.1),
    size: [80, 24], events: ["Space", "ticks 3"],
    outcome: SessionFile.Outcome(
      model: "em", iteration: 4, objective: -1119.2142857, centres: [[1, 2], [0.1, 0.2]]))

  @Test func `reads back as what was written, to the last digit`() throws {
    #expect(try SessionFile(Array(file.text().utf8), named: "s") == file)
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

  @Test func `a cast is lines of JSON`() {
    #expect(
      CastLine.header(width: 80, height: 24, title: "x")
        == "{\"version\": 2, \"width\": 80, \"height\": 24, \"title\": \"x\", "
        + "\"env\": {\"TERM\": \"xterm-256color\"}}\n")
    #expect(
      CastLine.output("\u{1B}[H\"", after: 0.5) == "[0.5, \"o\", \"\\u001b[H\\\"\"]\n")
  }
}
