import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The choice of K` {
  /// Old Faithful under the view, all its runs done.
  private static func faithful(
    of kind: ModelKind = .gaussianMixture
  ) async throws -> AppState {
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    var state = try AppState(
      data: data, recipe: RunRecipe(kind: kind, components: 3), size: Size(width: 80, height: 24))
    state.choice.most = 4
    return try await state.showing(.choiceOfK)
  }

  private static let ofMixtures = Task { try await faithful() }

  /// A little picture: three clouds, few K.
  private static let clouds = Task {
    var state = try AppState.clouds()
    state.choice.most = 3
    return try await state.showing(.choiceOfK)
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 200, height: 60)])
  func `says what BIC and ICL choose, and lists every K`(size: Size) async throws {
    var state = try await Self.ofMixtures.value
    _ = state.handle(.resize(size))
    #expect(state.view == .choiceOfK)
    #expect(state.shows("BIC and ICL choose K = 2"))
    let found = try #require(state.choice.fits.answer)
    for row in found.rows {
      let criteria = try #require(row.criteria)
      #expect(state.shows(criteria.bic.fixed(2)))
      #expect(state.shows("\(row.reachedCount) of 60"))
    }
    #expect(state.shows("L rises") && state.shows("BIC, ICL (dotted) least ◆"))
  }

  @Test func `opens the very run of the best fit of a K`() async throws {
    let list = try await Self.clouds.value
    let rows = try #require(list.choice.fits.answer).rows
    for row in rows {
      var state = list
      state.choice.selection = row.components
      let end = await state.after("Enter G Escape")
      #expect(end.recipe.components == row.components && end.recipe.seed == row.seed)
      // Runs of one optimum stop a little apart; the first seed of them is opened.
      #expect(abs(end.run.snapshot.objective - (row.best?.objective ?? 0)) < 1e-5)
      // The fits are still those, wherever the run has gone.
      let again = try await end.showing(.choiceOfK)
      #expect(again.choice.fits.question == list.choice.fits.question)
    }
  }

  @Test func `the cursor goes over the K, and the range can be longer`() async throws {
    let list = try await Self.clouds.value
    let first = await list.after("Up Up Up Up")
    #expect(first.notice?.isIdle == true && first.shows("▸ 1"))
    let last = await list.after("Down Down Down Down")
    #expect(last.shows("This is the largest K here: + asks for a larger one."))
    let longer = await last.after("+ Down")
    #expect(longer.shows("▸ 4") && longer.choice.fits.answer?.rows.count == 4)
    #expect(await longer.after("-").choice.fits.question?.range == 1...3)
  }

  @Test func `a click chooses a K, and a second one opens it`() async throws {
    let list = try await Self.clouds.value
    let row = try #require(
      (0..<24).first { list.row($0).contains("1 ") && list.row($0).contains(" of 60") })
    let click = MouseEvent(.press(.left), at: Position(x: 10, y: row))
    var state = list
    _ = state.handle(.mouse(click))
    #expect(state.shows("▸ 1") && state.view == .choiceOfK)
    _ = state.handle(.mouse(click))
    #expect(state.view == .plot && state.recipe.components == 1)
  }

  @Test func `k-means has J alone`() async throws {
    let state = try await Self.faithful(of: .kMeans)
    #expect(state.shows("J falls with every K") && !state.shows("BIC"))
    #expect(state.shows("2941.7209"))
  }

  @Test func `K begins where there is a component for every label that EM is told`() async throws {
    let data = try #require(BuiltInDataSet.named("iris")).load()
    var recipe = RunRecipe(components: 3)
    recipe.observe(0.2, of: data.labels)
    var state = try AppState(data: data, recipe: recipe)
    state.choice.most = 3
    state = try await state.showing(.choiceOfK)
    #expect(state.choice.fits.question?.range == 3...3)
  }

  @Test func `a few starts of every K come before more`() async throws {
    let list = try await Self.clouds.value
    let question = try #require(list.choice.fits.question)
    #expect(question.rounds == [5, 20, 60])
    let few = await question.answer(knowing: nil, only: [1, 2, 3]) { _ in }
    #expect(few.rows.map(\.runCount) == [5, 5, 5])
    #expect(question.positions(in: few) == [1, 2, 3] && !question.isComplete(few))
  }

  @Test func `a K that was not found yet is said to be`() async throws {
    let data = try #require(BuiltInDataSet.named("penguins")).load()
    let state = try AppState(data: data, recipe: RunRecipe(components: 1))
    let plan = ChoicePlan(
      RestartPlan(state.recipe, over: data.points, count: 0), among: 1...6, rounds: [1])
    let found = await plan.run()
    #expect(found.rows.last?.isNotFoundYet == true)
    let pane = ChoicePane(
      plan: plan, found: found, goesOn: false, selection: 2, theme: state.screen.theme)
    let text = pane.frame(size: Size(width: 80, height: 20)).text
    #expect(text.contains("not found yet: K = 6") && text.contains("×"))
  }

  @Test func `a fit that is worth less than it looks is named, whatever chooses its K`()
    async throws
  {
    var others = 0
    for size in 5...12 {
      let data = try DataSet.clouds(of: size).holdingOut(0.2)
      let plan = ChoicePlan(
        RestartPlan(RunRecipe(components: 1), over: data.points, count: 0), among: 1...4,
        rounds: [6], validation: .heldOut(try #require(data.heldOut).points))
      let found = await plan.run()
      let pane = ChoicePane(
        plan: plan, found: found, goesOn: false, selection: 0, theme: Theme(colors: .none))
      let text = pane.frame(size: Size(width: 200, height: 20)).text
      let bic = found.best(by: \.bic)
      for k in [bic, found.best(by: \.icl), found.bestOnHeldOut].compactMap(\.self) {
        let flaw = found.flaw(of: k)
        #expect(text.contains("K = \(k) is ") == (flaw != nil), "\(text)")
        if let flaw { #expect(text.contains("K = \(k) is \(flaw.rawValue)")) }
        others += flaw != nil && k != bic ? 1 : 0
      }
      for row in found.rows where !row.remark.isEmpty { #expect(text.contains(row.remark)) }
    }
    #expect(others > 0, "there should be flaws that BIC has passed by")
  }
}

extension AppState {
  /// What is there once a view was chosen from the menu and has worked.
  func showing(_ view: View) async throws -> AppState {
    let index = try #require(View.all.firstIndex(of: view))
    let downs = Array(repeating: "Down ", count: index).joined()
    return await after("V Home \(downs)Enter")
  }
}
