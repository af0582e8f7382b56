import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The numbers beside the plot` {
  @Test func `show gains and gaps that are small, but not nothing, with their digits`()
    async throws
  {
    var state = try AppState.clouds()
    while state.run.gainOfIteration ?? 1 > 1e-5 {
      await state.press("Space")
    }
    #expect(state.row(4).contains("e-"))
    #expect(state.row(5).contains("e-"))
    await state.press("e")
    #expect(state.row(4).split(separator: " ").last == "0")
  }

  @Test(arguments: [ModelKind.gaussianMixture, .kMeans].map(\.name))
  func `take rounding for no gain and no loss`(name: String) async throws {
    let kind = try #require(ModelKind.named(name))
    for seed in 1...8 {
      var state = try AppState.clouds(RunRecipe(kind: kind, components: 3, seed: UInt64(seed)))
      await state.press("G Space Space Space Space Space Space Space Space")
      let gain = state.row(5).split(separator: " ").last.map(String.init)
      #expect(gain?.hasPrefix("−") == false, "\(gain ?? "none")")
    }
  }

  @Test(arguments: [ModelKind.gaussianMixture, .kMeans].map(\.name))
  func `keep what the iteration gained through the E-step after it`(name: String) async throws {
    let kind = try #require(ModelKind.named(name))
    var state = try AppState.clouds(RunRecipe(kind: kind, components: 3, seed: 2))
    await state.press("e")
    #expect(state.run.gainOfIteration == nil)
    for _ in 0..<8 {
      await state.press("e")
      let (gain, row) = (state.run.gainOfIteration, state.row(5))
      await state.press("e")
      #expect(state.run.gainOfIteration == gain && state.row(5) == row)
    }
    guard kind == .gaussianMixture else { return }
    await state.press("G")
    let status = state.row(22)
    await state.press("e")
    #expect(status.contains("converged") && !state.row(22).contains("gained 0,"))
  }
}
