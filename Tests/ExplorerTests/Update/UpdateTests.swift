import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The update view` {
  /// The pane beside the plot, below the title and above the trace.
  private func pane(of state: AppState) -> String {
    (1..<20).map { String(state.row($0).dropFirst(42)) }.joined(separator: "\n")
  }

  @Test func `divides sums by counts, and names what comes out`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: 7))
    await state.press("4 Space e e")
    let expected = """
      M-step θ⁽¹⁾ → θ⁽²⁾, done
      μₖ = Σₙ qₖₙ xₙ / Nₖ   πₖ = Nₖ / N
                 sum /Nₖ      old        new
      ● 1 Nₖ  44.5425  π   0.3569 →   0.3712
        x    24.3947 /Nₖ   0.8737 →   0.5477
        y    -0.4830 /Nₖ   0.1193 →  -0.0108
      Σ old xx  6.1298 xy  0.9824 yy  1.8841
      Σ new xx  4.7815 xy  0.5951 yy  1.0621

      ▲ 2 Nₖ  43.9576  π   0.3999 →   0.3663
        x   235.1805 /Nₖ   4.8009 →   5.3502
        y    91.1679 /Nₖ   2.3072 →   2.0740
      Σ old xx  4.1971 xy -1.9624 yy  5.3657
      Σ new xx  2.6288 xy -2.4456 yy  4.4954

      ■ 3 Nₖ  31.4999  π   0.2432 →   0.2625
        x    89.5703 /Nₖ   2.7875 →   2.8435
        y   192.4523 /Nₖ   5.7324 →   6.1096
      Σ old xx  1.6585 xy -0.1345 yy  3.3786
      """
    #expect(pane(of: state) == expected)
  }

  @Test func `shows dashes before there is a q, and the new values before they are taken`()
    async throws
  {
    var state = try AppState.clouds()
    await state.press("4")
    #expect(state.shows("M-step θ⁽⁰⁾ → θ⁽¹⁾, after E"))
    #expect(state.shows("no q yet: the E-step makes it"))
    await state.press("e")
    #expect(state.shows("M-step θ⁽⁰⁾ → θ⁽¹⁾, next"))
    let ahead = pane(of: state).split(separator: "\n").dropFirst()
    await state.press("e")
    #expect(state.shows("M-step θ⁽⁰⁾ → θ⁽¹⁾, done"))
    #expect(pane(of: state).split(separator: "\n").dropFirst() == ahead)
  }

  @Test(arguments: ModelKind.all.map(\.name))
  func `counts points as often as their weights say`(_ name: String) async throws {
    let kind = try #require(ModelKind.named(name))
    var state = try AppState.weightedClouds(RunRecipe(kind: kind, components: 3))
    await state.press("4 e")
    // Four components, as with the noise, leave no room for the formula.
    if kind != .noise {
      #expect(
        state.shows(
          kind == .studentT
            ? "μₖ = Σₙ wₙqₖₙ uₖₙ xₙ" : "\(kind == .lines ? "r" : "μ")ₖ = Σₙ wₙqₖₙ xₙ / Nₖ"))
      #expect(state.shows("πₖ = Nₖ / W") == (kind != .dial && kind != .studentT))
    }
    #expect(!state.shows("Nₖ / N"))
    let step = try state.maximizationStep.get()
    let total = step.updates.reduce(0) { $0 + $1.mass }
    #expect(abs(total - state.data.points.totalWeight) < 1e-9 * total)
    for update in step.updates where kind != .dial {
      #expect(abs(update.after.weight - update.mass / total) < 1e-9)
    }
    for update in step.updates.prefix(3) { #expect(state.shows(update.mass.entry(9))) }
  }

  @Test func `divides by N only where the weights are free`() async throws {
    var state = try AppState.clouds()
    await state.press("4 e")
    #expect(state.shows("μₖ = Σₙ qₖₙ xₙ / Nₖ   πₖ = Nₖ / N"))
    await state.press("<")
    #expect(state.shows("μₖ = Σₙ qₖₙ xₙ / Nₖ   πₖ = 1 / K"))
  }

  @Test func `draws the way of each mean in the plot`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: 7))
    await state.press("4")
    #expect(!state.frame().text.contains("◎"))
    await state.press("e")
    #expect(state.frame().text.contains("◎"))
    await state.press("e")
    #expect(state.frame().text.contains("○"))
    await state.press("1")
    #expect(!state.frame().text.contains("◎"))
  }

  @Test func `counts whole points in the hard limit`() async throws {
    var state = try AppState.clouds()
    await state.press("4 m e")
    for mass in try #require(state.run.posterior).masses(over: state.run.points) {
      #expect(mass == mass.rounded() && state.shows(mass.fixed(4)))
    }
    #expect(!pane(of: state).contains("Σ "))
  }

  @Test(arguments: ModelKind.all.map(\.name))
  func `has something true to say of every model`(_ name: String) async throws {
    let kind = try #require(ModelKind.named(name))
    var state = try AppState.clouds(RunRecipe(kind: kind, components: 3))
    await state.press("4 Space Space e")
    #expect(state.shows("M-step θ⁽²⁾ → θ⁽³⁾, next"))
    #expect(!state.shows("NaN"))
  }

  @Test func `says when there is no M-step`() async throws {
    let data = DataSet(
      name: "two places", points: PointSet(xs: [0, 0, 0, 9, 9, 9.1], ys: [0, 0, 0, 9, 9.1, 9]),
      xName: "x", yName: "y")
    var state = try AppState(data: data, recipe: RunRecipe(components: 2, seed: 1))
    await state.press("4 G Escape")
    #expect(state.shows("No M-step from here."))
  }

  @Test func `scrolls where components have no room`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 7))
    await state.press("4 e")
    #expect(pane(of: state).contains("↑↓ +4"))
    #expect(pane(of: state).contains("● 1 Nₖ"))
    await state.press("Down Down Down Down Down")
    #expect(pane(of: state).contains("7 Nₖ") && !pane(of: state).contains("4 Nₖ"))
    await state.press("Up")
    #expect(pane(of: state).contains("4 Nₖ") && !pane(of: state).contains("7 Nₖ"))
  }

  @Test func `stands beside the plot on a wide screen, two components in a row`() async throws {
    var state = try AppState.clouds(size: Size(width: 200, height: 60))
    await state.press("4 Space")
    let row = try #require((0..<60).map { state.row($0) }.first { $0.contains("1 Nₖ") })
    #expect(row.contains("2 Nₖ"))
  }
}
