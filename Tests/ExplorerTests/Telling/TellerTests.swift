import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Line mode` {
  private func teller(unicode: Bool = true) throws -> Teller {
    Teller(
      Exploration(try AppState.clouds(capabilities: Capabilities(unicode: unicode))))
  }

  /// The last answer to some lines.
  private func answer(_ lines: String..., unicode: Bool = true) async throws -> String {
    var teller = try teller(unicode: unicode)
    var answer = ""
    for line in lines { answer = try #require(await teller.hear(line)) }
    return answer
  }

  @Test func `presses the keys that the screen knows`() async throws {
    var teller = try teller()
    _ = await teller.hear("Space e + G x Space Left m")
    let state = try await AppState.clouds().after("Space e + G x Space Left m")
    #expect(teller.exploration.frame() == state.frame())
  }

  @Test func `answers keys with what was done, the iteration, L and its change`() async throws {
    let lines = try await answer("Space").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("M raised L by") && lines[0].contains("next: E"))
    #expect(lines[1].contains(/^iteration 1   L -\d+\.\d{4}   gained \+\d+\.\d{4}$/))
    #expect(try await answer("m Space").contains(/\niteration 1   J [\d.]+   saved \+[\d.]+\n/))
  }

  @Test func `says what a view shows, but not what the plot shows`() async throws {
    #expect(try await answer("Space 4").contains("M-step θ⁽⁰⁾ → θ⁽¹⁾, done"))
    #expect(try await answer("Space 3").contains("p(k|x)"))
    #expect(!(try await answer("Space 3", "1").contains("p(k|x)")))
  }

  @Test func `finishes long work before it answers`() async throws {
    let answer = try await answer("5")
    #expect(answer.contains("all 100 runs are done"))
    #expect(answer.contains(/> A +-\d+\.\d{4} +\d+ +[\d.]+%/))
  }

  @Test func `runs to the end where r would run until somebody pauses`() async throws {
    #expect(try await answer("r").contains("converged"))
  }

  @Test func `reads out what lies over the picture, all of it`() async throws {
    let menu = try await answer("w")
    #expect(menu.contains("> session") && menu.contains("  means"))
    let help = try await answer("?")
    #expect(help.contains("one iteration forward") && help.contains("suspend"))
  }

  @Test func `says of each key on a line what would be lost`() async throws {
    let answer = try await answer("Y Space")
    #expect(answer.hasPrefix("Y: No labels are known here"))
    #expect(answer.contains("iteration 1"))
  }

  @Test func `does nothing of a line with a wrong name, and says which it is`() async throws {
    var teller = Teller(Exploration(try AppState.clouds())) { _, names in
      names.first { $0 == "space" }
    }
    let answer = try #require(await teller.hear("Space Spcae"))
    #expect(answer == "There is no key or question 'Spcae'; did you mean Space?\n")
    #expect(teller.exploration.app.run.snapshot.iteration == 0)
    let question = try #require(await teller.hear("Space state"))
    #expect(question == "state is a question: give it a line of its own.\n")
    #expect(teller.exploration.app.run.snapshot.iteration == 0)
  }

  @Test func `says of a key that has no meaning that it does nothing`() async throws {
    #expect(try await answer("F9").hasPrefix("F9 does nothing here"))
  }

  @Test func `ends with q and quit, but q closes what is open first`() async throws {
    var teller = try teller()
    #expect(await teller.hear("quit") == nil)
    #expect(await teller.hear("?") != nil)
    #expect(await teller.hear("q") != nil)
    #expect(await teller.hear("q") == nil)
  }

  @Test func `has no question that is a key's name, and no word twice`() {
    let names = Question.all.flatMap(\.names)
    #expect(names.allSatisfy { Key(name: $0) == nil && $0 == $0.lowercased() })
    #expect(Set(names).count == names.count)
  }

  @Test func `lists all its questions`() async throws {
    let help = try await answer("help")
    for question in Question.all {
      #expect(question.names.allSatisfy(help.contains) && help.contains(question.summary))
    }
  }

  @Test(arguments: View.all.map(\.name))
  func `tells every view`(name: String) async throws {
    #expect(Question.named(name) != nil)
    #expect(!(try await answer(name).isEmpty))
  }

  @Test func `tells a point by its number, and refuses others`() async throws {
    #expect(try await answer("Space", "point 17").contains("point 17 of 120"))
    #expect(try await answer("posterior 120").contains("point 120 of 120"))
    for word in ["0", "121", "x", "-1", "99999999999999999999"] {
      let answer = try await answer("point \(word)")
      #expect(answer == "Give the number of a point, from 1 to 120.\n")
    }
  }

  @Test func `tells as many lines of the ledger as are wanted`() async throws {
    #expect(try await answer("G", "ledger").split(separator: "\n").count == 12)
    #expect(try await answer("G", "ledger 3").split(separator: "\n").count == 5)
    let all = try await answer("G", "ledger all")
    #expect(all.contains("\nstart ") && all.contains("\nM 1 "))
    #expect(try await answer("ledger none") == "Give a number of lines, or all.\n")
  }

  @Test func `names the keys as they are to be typed`() async throws {
    let keys = try await answer("keys")
    #expect(keys.contains("Space n l Right PageDown"))
    for line in keys.split(separator: "\n") {
      let name = line.split(separator: " ")[0]
      #expect(Key(name: String(name)) != nil, "\(line)")
    }
  }
}
