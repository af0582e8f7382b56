import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The dial` {
  private func variance(_ state: AppState) -> Double? { Dial.variance(of: state.run.model) }

  private func undecided(_ state: AppState) throws -> Int {
    try #require(DialGauge(of: state.run, theme: state.screen.theme)).undecided
  }

  @Test func `is entered in place, from the present means`() async throws {
    for before in ["Space Space", "Space m Space", "Space e"] {
      var state = try AppState.clouds()
      await state.press(before)
      let means = state.run.model.shapes.map(\.centre)
      await state.press("<")
      #expect(state.run.model.shapes.map(\.centre) == means)
      #expect(variance(state) == Dial.startingVariance(for: state.data.points))
      #expect(state.run.snapshot.next == .maximization, "the points show the new σ²")
      #expect(state.shows("k-means ├"))
      await state.press("Left Left")
      #expect(variance(state) == nil)
    }
  }

  @Test func `hardens the responsibilities with every notch, and softens them back`() async throws {
    var state = try AppState.clouds()
    await state.press("Space <")
    var counts = [try undecided(state)]
    for _ in 0..<12 {
      await state.press("<")
      counts.append(try undecided(state))
    }
    #expect(counts == counts.sorted(by: >))
    #expect(counts.first! > 5 && counts.last! <= 1)
    for _ in 0..<12 { await state.press(">") }
    #expect(try undecided(state) == counts[0])
    #expect(state.session.course.count == 2, "turns without a step between them are one")
  }

  @Test func `agrees with k-means where σ² is small`() async throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      var soft = try AppState.clouds(RunRecipe(components: 3, seed: seed))
      await soft.press("Space <")
      for _ in 0..<16 { await soft.press("<") }
      await soft.press("G e")
      var hard = try AppState.clouds(RunRecipe(components: 3, seed: seed))
      await hard.press("Space m G e")
      for (a, b) in zip(soft.run.model.shapes, hard.run.model.shapes) {
        #expect(a.centre.squaredDistance(to: b.centre) < 1e-6)
      }
      #expect(soft.run.posterior?.labels == hard.run.posterior?.labels)
    }
  }

  @Test func `merges means that are near beyond its mark`() async throws {
    var state = try AppState.clouds()
    await state.press("<")
    while state.notice == nil { await state.press(">") }
    let gauge = try #require(DialGauge(of: state.run, theme: state.screen.theme))
    #expect(gauge.variance > gauge.mergingVariance)
    await state.press("G")
    let means = state.run.model.shapes.map(\.centre)
    for mean in means { #expect(mean.squaredDistance(to: state.data.points.mean) < 1e-3) }
  }

  @Test func `has a gauge with σ², λmax and the undecided points`() {
    let gauge = DialGauge(
      variance: 18.4, share: 0.75, mergingVariance: 184, mergingShare: 0.9, undecided: 12,
      count: 272, theme: Theme(colors: .none))
    expectPicture(
      gauge.frame(size: Size(width: 80, height: 1)).sketch,
      """
      σ² 18.4    < k-means ├──────────────────●───┼─┤ > λmax 184  undecided  12 of 272
      """)
  }
}
