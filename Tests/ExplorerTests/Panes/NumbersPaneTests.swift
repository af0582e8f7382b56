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
      #expect(gain?.hasPrefix("-") == false, "\(gain ?? "none")")
    }
  }
}
