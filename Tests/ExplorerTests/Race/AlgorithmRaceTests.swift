import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

/// Algorithms against each other from one start.
@Suite struct `A race of algorithms` {
  /// A race against an algorithm.
  private func race(
    _ climber: Climber, _ state: AppState, before keys: String = "7 O"
  ) async throws -> AppState {
    var state = state
    await state.press(keys)
    let rivals = Rival.all(
      of: state.session.course.first.recipe, over: state.session.data.points)
    let index = try #require(rivals.firstIndex { $0.name == "algorithm: \(climber.title)" })
    for _ in 0..<index { await state.press("Down") }
    await state.press("Enter")
    return state
  }

  private func passes(_ state: AppState) throws -> [Int] {
    let rival = try #require(state.session.race).rival.last.run
    return [state.run.snapshot.passes, rival.snapshot.passes]
  }

  @Test func `goes pass by pass, and back again`() async throws {
    var state = try await race(.squarem, .clouds(size: Size(width: 100, height: 30)))
    #expect(state.row(1).contains("▸ EM: EM full K=3"))
    #expect(state.row(1).contains("SQUAREM: EM full K=3  random-points seed 1"))
    await state.press("Space")
    #expect(try passes(state) == [1, 2], "the first leap is EM's own second step")
    await state.press("Space")
    #expect(try passes(state) == [2, 2])
    #expect(state.frame().text.contains("after 2 passes each"))
    await state.press("Left Left Left Left")
    #expect(try passes(state) == [0, 0])
    for _ in 0..<12 { await state.press("Space") }
    let ahead = try passes(state)
    #expect(abs(ahead[0] - ahead[1]) <= 4)
  }

  /// How each algorithm's race against EM ends over the clouds.
  private static let endings: [String: String] = [
    "cem": "where CEM rests is no optimum of L", "incremental": "the same optimum",
    "squarem": "the same optimum", "anderson": "the same optimum", "gradient": "the same optimum",
  ]

  @Test(arguments: Climber.all.filter { $0 != .em })
  func `says at the end whether the same optimum was reached`(climber: Climber) async throws {
    var state = try await race(climber, .clouds(size: Size(width: 120, height: 30)))
    await state.press("G")
    let pane = try #require(state.racePane)
    let (mine, rival) = (state.run, try #require(state.session.race).rival.last.run)
    #expect(mine.snapshot.status == .converged)
    let ending = try #require(Self.endings[climber.name])
    #expect(pane.comparison.contains(ending), "\(pane.comparison)")
    let passes = try passes(state)
    #expect(
      ending != "the same optimum"
        || pane.comparison.hasSuffix(", after \(passes[0]) and \(passes[1]) passes"))
    #expect(state.frame().text.contains("passes \(rival.snapshot.passes)"))
  }

  @Test func `views of E and M show EM's own step of a run that climbs otherwise`() async throws {
    var state = try await race(.squarem, .clouds(size: Size(width: 120, height: 40)))
    await state.press("Space Space Space Tab 4")
    #expect(state.frame().text.contains("EM's own M"))
    #expect(state.frame().text.contains("by SQUAREM"))
    await state.press("e")
    #expect(state.frame().text.contains("next: the step of SQUAREM"))
    await state.press("e 2")
    #expect(state.frame().text.contains("EM's own: "))
    let step = try state.run.maximizationStep()
    #expect(step.origin as? GaussianMixture == state.run.model as? GaussianMixture)
    #expect(state.frame().text.contains("S 2"))
  }

  @Test func `half-steps are E and the whole rest of a step, and lead to the same states`()
    async throws
  {
    var state = try await race(.anderson, .clouds())
    await state.press("Tab 1")
    var other = state
    for _ in 0..<6 { await state.press("Space") }
    for _ in 0..<12 { await other.press("e") }
    #expect(state.run.history.map(\.objective) == other.run.history.map(\.objective))
    #expect(state.run.snapshot.passes == other.run.snapshot.passes)
    await state.press("Left Left Space Space")
    #expect(state.run.history.map(\.objective) == other.run.history.map(\.objective))
  }

  @Test func `k-means has no other algorithm to race against`() throws {
    let recipe = RunRecipe(kind: .kMeans, components: 3)
    let points = PointSet(xs: [1, 2, 3], ys: [2, 1, 3])
    #expect(!Rival.all(of: recipe, over: points).contains { $0.name.hasPrefix("algorithm") })
    let students = Rival.all(of: RunRecipe(kind: .studentT), over: points).map(\.name)
    #expect(students.contains("algorithm: SQUAREM"))
    #expect(!students.contains("algorithm: gradient ascent"))
  }

  @Test func `a run by another algorithm that turns to k-means and back is as it was left`()
    async throws
  {
    var state = try await race(.squarem, .clouds())
    await state.press("Space Space Tab 1 Space")
    let before = state.run.snapshot.objective
    await state.press("m")
    #expect(state.run.algorithm == .em && state.run.model.criterion == .distortion)
    await state.press("m")
    #expect(state.run.algorithm == .squarem && state.run.snapshot.objective == before)
  }
}
