import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The update view` {
  /// The pane beside the plot, below the title and above the trace.
  private func pane(of state: AppState) -> String {
    (1..<21).map { String(state.row($0).dropFirst(42)) }.joined(separator: "\n")
  }

  @Test func `divides sums by counts, and names what comes out`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: 7))
    await state.press("4 Space e e")
    let text = pane(of: state)
    #expect(text.hasPrefix("M-step θ⁽¹⁾ → θ⁽²⁾, done"))
    #expect(text.contains("● 1 π") && text.contains("▲ 2 π") && text.contains("■ 3 π"))
    #expect(text.contains("Σₖ Nₖ ") && text.contains("= 120, β = −N"))
  }

  /// The rows of a pane: letter, sum, divisor, new and old value.
  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      line.drop { !"πμΣσrcbsUNS".contains($0) }.split(separator: " ").map {
        String($0).replacing("−", with: "-")
      }
    }
  }

  @Test(arguments: ModelKind.all.map(\.name), FuzzSeed.usual(1, 2, 3))
  func `has rows in which the sum divided is the new value, to the digits shown`(
    name: String, seed: UInt64
  ) async throws {
    let kind = try #require(ModelKind.named(name))
    var state = try AppState.clouds(RunRecipe(kind: kind, components: 3, seed: seed))
    await state.press("4 Space e")
    guard let step = try? state.maximizationStep.get() else { return }
    var checked = 0
    for group in step.arithmetic {
      let block = UpdateBlock(
        group: group, isKnown: true, total: state.data.points.totalWeight, totalName: "N",
        theme: state.screen.theme)
      let text = block.frame(size: Size(width: UpdateBlock.width, height: 8)).text
      for (row, words) in zip(group.rows, rows(text)) where row.divisor != nil {
        guard words.count == 5, let sum = Double(words[1]), let new = Double(words[3]),
          let divisor = row.divisorValue
        else {
          Issue.record("\(words)")
          continue
        }
        func half(_ text: String) -> Double {
          (text.split(separator: ".").dropFirst().first ?? "").reduce(0.5) { unit, _ in unit / 10 }
        }
        let allowed = half(words[1]) / divisor + half(words[3])
        #expect(abs(sum / divisor - new) <= allowed * 1.001, "\(words)")
        checked += 1
      }
    }
    #expect(checked >= 6)
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
    #expect((state.shows(" = W") || state.shows(" = −W")) && !state.shows("/N "))
    let step = try state.maximizationStep.get()
    let total = step.updates.reduce(0) { $0 + $1.mass }
    #expect(abs(total - state.data.points.totalWeight) < 1e-9 * total)
    for update in step.updates where kind != .dial {
      #expect(abs(update.after.weight - update.mass / total) < 1e-9)
    }
    for update in step.updates.prefix(2) { #expect(state.shows(update.mass.fixed(2))) }
  }

  @Test func `says that counts add up to N, and what follows for the weights`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 2))
    await state.press("4 e")
    let words = pane(of: state).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("= 120 = N, so that the πₖ sum to 1 (β = −N)"))
    await state.press("<")
    let held = pane(of: state).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(held.contains("but each πₖ is held at 1/K") && !held.contains("π 1"))
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
      #expect(mass == mass.rounded() && state.shows(mass.fixed(2)))
    }
    #expect(!pane(of: state).contains("Σxx"))
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
    #expect(pane(of: state).contains("● 1 π"))
    await state.press("Down Down Down Down Down")
    #expect(pane(of: state).contains("7 π") && !pane(of: state).contains("4 π"))
    await state.press("Up")
    #expect(pane(of: state).contains("4 π") && !pane(of: state).contains("7 π"))
  }

  @Test func `stands beside the plot on a wide screen, two components in a row`() async throws {
    var state = try AppState.clouds(size: Size(width: 200, height: 60))
    await state.press("4 Space")
    let row = try #require((0..<60).map { state.row($0) }.first { $0.contains("1 π") })
    #expect(row.contains("2 π"))
  }
}
