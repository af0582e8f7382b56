import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The bound view` {
  @Test func `shows the touch, the top of F and the gap that the M-step opens`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: 7))
    await state.press("2 e")
    #expect(state.shows("L and F along the line θ⁽⁰⁾ → θ⁽¹⁾"))
    #expect(state.frame().text.filter { $0 == "◇" }.count == 1)
    await state.press("e")
    let picture = (1...14).map { state.row($0) }.joined(separator: "\n")
    let expected = """
      L and F along the line θ⁽⁰⁾ → θ⁽¹⁾
      ── L  ╌╌ F  ● here  ◇ they touch  ▲ top of F, where M goes
               │                                                                ⣀⣀
               │                                                       ⣀⡠⠔●⠊⠉⠉⠉⠉  ⠉⡆
          -550 ┤                                             ⢀⣀⣀⠤⠤⣒⠒⠪⠭⠍ ⠤⠤▲⠠⠤⠄     ⢸
               │                                    ⢀⣀⡠⠤⠤⠒⠶⠛⠉⠉⠉⠁ ⠉             ⠉⠒⡀  ⡇
               │                        ⢀⣀⣀⠤⠤⠴⠒⠒⠒⠒⠉⠉⠁                            ⠘  ⢸
          -600 ┤             ⣀⣀⡠⠤⠔⠒⠒⠒⠒⠊⠉⠁                                         ⠐⡄ ⡇
               │⣀⣀⣀⣀⠤⠤⠒⠒⠊⠉⠉◇⠉                                                      ⠁ ⠘
               │                                                                   ⢸
               └───────────┬───────────────────────┬──────────────────────┬───────────
                          θ⁽⁰⁾                    0.5                    θ⁽¹⁾
      The ledger: L = F + KL
      half-step            L            F         KL         ΔL         ΔF        ΔKL
      """
    #expect(picture == expected)
  }

  @Test func `has no bound before the first E-step, and says so`() async throws {
    var state = try AppState.clouds()
    await state.press("2")
    #expect(state.shows("no bound yet: the E-step makes one that touches at ●"))
    #expect(!state.shows("▲ top of F"))
    #expect(state.row(15).hasPrefix("start"))
    #expect(state.row(15).hasSuffix("–          –          –          –          –"))
  }

  @Test func `stays the same picture while the run moves from one end to the other`() async throws {
    var state = try AppState.clouds()
    await state.press("2 Space e")
    let before = (1...12).map { state.row($0) }
    await state.press("e")
    let after = (1...12).map { state.row($0) }
    let marks: Set<Character> = ["●", "◇", "▲", "┊"]
    let isPlain = { (character: Character) in
      !marks.contains(character) && !character.isNumber && !"KL.".contains(character)
    }
    let differences = zip(before, after).filter { $0.filter(isPlain) != $1.filter(isPlain) }
    #expect(differences.count <= 4, "only marks move")
    #expect(before[0] == after[0])
  }

  @Test func `leaves a line of the ledger in its place until the rows are full`() async throws {
    var state = try AppState.clouds()
    var before: [Substring] = []
    var turns = 0
    for count in 1...40 {
      let pane = LedgerPane(past: state.run.past, theme: state.screen.theme)
      let lines = pane.frame(size: Size(width: 9, height: 12)).text.split(separator: "\n")
        .dropFirst(2).filter { $0.contains { $0 != " " } }
      if count <= 10 || lines.dropLast() == before[...] {
        #expect(lines.count == (before + [""]).count)
      } else {
        turns += 1
        #expect(lines.count == 6 && lines.dropLast() == before.suffix(5)[...])
      }
      before = lines
      await state.press("e")
    }
    #expect(turns == 6)
  }

  @Test func `is flat when the run has converged, with numbers on the axis`() async throws {
    var state = try AppState.clouds()
    await state.press("2 G e")
    #expect(state.shows("no gain left"))
    #expect(!state.shows("NaN") && !state.shows("inf"))
    #expect(
      !state.frame().text.split(separator: "\n").dropFirst(3).prefix(9).contains {
        $0.contains("…")
      })
  }

  @Test func `is J and its two half-steps in the hard limit`() async throws {
    var state = try AppState.clouds()
    await state.press("2 m e e")
    #expect(state.shows("J and J(q) along the line θ⁽⁰⁾ → θ⁽¹⁾"))
    #expect(state.shows("▼ least J(q), where M goes"))
    #expect(state.shows("The ledger: J = J(q) − excess"))
    #expect(state.row(17).hasPrefix("M 1"))
  }

  @Test func `says why there is no line when a component collapses`() async throws {
    let data = DataSet(
      name: "two places", points: PointSet(xs: [0, 0, 0, 9, 9, 9.1], ys: [0, 0, 0, 9, 9.1, 9]),
      xName: "x", yName: "y")
    var state = try AppState(data: data, recipe: RunRecipe(components: 2, seed: 1))
    await state.press("2 G Escape")
    #expect(state.shows("collapsed"))
    #expect(state.shows("No M-step, so no line to draw"))
    #expect(state.shows("The ledger: L = F + KL"))
  }

  @Test func `stands beside the plot on a wide screen, without a key`() async throws {
    var state = try AppState.clouds(size: Size(width: 200, height: 60))
    await state.press("Space")
    #expect(state.shows("L and F along the line θ⁽⁰⁾ → θ⁽¹⁾"))
    #expect(state.shows("The ledger: L = F + KL"))
    #expect(state.shows("north"))
  }

  @Test func `can be read in ASCII`() async throws {
    var state = try AppState.clouds(capabilities: Capabilities(unicode: false))
    await state.press("2 Space")
    #expect(state.shows("L and F along the line theta(0) -> theta(1)"))
    let isPlain = state.frame().text.allSatisfy(\.isASCII)
    #expect(isPlain)
  }
}
