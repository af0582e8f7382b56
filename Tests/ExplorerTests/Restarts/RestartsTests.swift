import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The restarts` {
  @Test func `show a hundred runs grouped into optima`() async throws {
    var state = try AppState.clouds()
    await state.press("5")
    #expect(state.row(1) == "100 runs of EM full K=3 from random-points, seeds 1 to 100")
    #expect(state.row(2) == "all 100 runs are done")
    let found = try #require(state.restarts.found)
    let counted = state.restarts.optima.map(\.members.count).reduce(0, +)
    #expect(counted + found.optima.collapsedCount == 100)
    #expect(state.shows("▸ A"))
    #expect(state.shows("converged"))
  }

  @Test func `grow and shrink by a key`() async throws {
    var state = try AppState.clouds()
    await state.press("5 - -")
    #expect(state.shows("all 20 runs are done"))
    await state.press("+")
    #expect(state.shows("all 50 runs are done"))
    #expect(state.recipe.components == 3)
  }

  @Test func `open a run at its start, and it ends in the chosen optimum`() async throws {
    var state = try AppState.clouds()
    await state.press("5 Down")
    let chosen = state.restarts.selection
    let optimum = state.restarts.optima[chosen]
    #expect(chosen == min(1, state.restarts.optima.count - 1))
    await state.press("Enter")
    #expect(state.view == .plot)
    #expect(state.run.snapshot.iteration == 0)
    await state.press("G")
    #expect(abs(state.run.snapshot.objective - optimum.objective) < 1e-3)
  }

  @Test func `are still there after one of them was opened`() async throws {
    var state = try AppState.clouds()
    await state.press("5 Enter")
    #expect(state.handle(.key(.character("5"))) == nil)
    #expect(state.shows("seeds 1 to 100"))
    #expect(state.shows("all 100 runs are done"))
    await state.press("x")
    #expect(!state.shows("seeds 1 to 100"))
  }

  @Test func `stop at any key, keep what is done and go on when asked`() async throws {
    var state = try AppState.clouds()
    let effect = state.handle(.key(.character("5")))
    #expect(effect?.startsWork == true)
    var plan = state.restartPlan
    plan.count = 7
    let few = await plan.run()
    plan.count = 100
    let part = await plan.run(keeping: few) { _ in }
    let asked = ShownRuns(plan: plan, showsCurves: false)
    _ = state.handle(
      BackgroundResult { [few, asked] in
        $0.restarts.runs.learn(ShownRuns.Answer(restarts: few), to: asked)
      })
    #expect(state.shows("7 of 100"))
    #expect(state.shows("any key stops"))
    let components = state.recipe.components
    let stopping = state.handle(.key(.character("c")))
    #expect(stopping?.cancelsWork == true)
    #expect(state.recipe.structure == .full)
    #expect(state.recipe.components == components)
    #expect(state.row(2) == "stopped at 7 of 100 runs: r goes on")
    #expect(state.restarts.optima.map(\.members.count).reduce(0, +) <= 7)
    #expect(state.handle(.key(.character("r")))?.startsWork == true)
    _ = state.handle(
      BackgroundResult { [part, asked] in
        $0.restarts.runs.learn(ShownRuns.Answer(restarts: part), to: asked)
      })
    #expect(state.row(2) == "all 100 runs are done")
    #expect(state.presentWork == nil)
  }

  @Test func `pass over news of what was asked before`() async throws {
    var state = try AppState.clouds()
    _ = state.handle(.key(.character("5")))
    var plan = state.restartPlan
    plan.count = 3
    let old = await plan.run()
    let asked = ShownRuns(plan: plan, showsCurves: false)
    _ = state.handle(
      BackgroundResult { [old, asked] in
        $0.restarts.runs.learn(ShownRuns.Answer(restarts: old), to: asked)
      })
    #expect(state.restarts.found == nil)
  }

  @Test func `begin anew when the rule changes`() async throws {
    var state = try AppState.clouds()
    await state.press("5")
    state.openMenu(.starts(state.session))
    await state.press("Down Enter")
    #expect(state.shows("from \(state.recipe.rule.name), seeds"))
    #expect(state.restarts.runs.question?.plan.recipe.rule == state.recipe.rule)
    #expect(state.shows("all 100 runs are done"))
  }

  @Test func `that all reach one optimum are one bar, wherever on it they stopped`() async {
    let restarts = await RestartPlan(
      RunRecipe(structure: .spherical, components: 3, rule: .kMeansPlusPlus),
      over: DataSet.clouds().points, count: 12
    ).run()
    let pane = ObjectiveHistogram(
      restarts: restarts, look: OptimaLook(places: Array(restarts.optima.all.indices)),
      theme: Theme(colors: .none))
    expectPicture(
      pane.frame(size: Size(width: 30, height: 3)).sketch,
      """
                                   █
                                   A
                 final L    −470.001
      """)
  }

  @Test func `are drawn as bars over the final distortion`() async {
    // Two pairs far apart: from two of the four points, k-means ends in one of two ways.
    let points = PointSet(xs: [0, 0, 10, 10], ys: [0, 4, 0, 4])
    let restarts = await RestartPlan(
      RunRecipe(kind: .kMeans, components: 2), over: points, count: 12
    ).run()
    let pane = ObjectiveHistogram(
      restarts: restarts, look: OptimaLook(places: Array(restarts.optima.all.indices)),
      theme: Theme(colors: .none))
    expectPicture(
      pane.frame(size: Size(width: 30, height: 4)).text,
      """
                                   █
      █                            █
      B                            A
      100        final J          16
      """)
  }
}

extension Effect {
  /// Whether long work begins.
  var startsWork: Bool { if case .start = self { true } else { false } }

  /// Whether long work is stopped.
  var cancelsWork: Bool { if case .cancelWork = self { true } else { false } }
}
