import MixtureData
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The curves of the restarts` {
  private static func faithful(
    _ size: Size = Size(width: 80, height: 24), recipe: RunRecipe = RunRecipe(components: 3)
  ) throws -> AppState {
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    return try AppState(data: data, recipe: recipe, size: size)
  }

  @Test func `take the place of the histogram at a key, and give it back`() async throws {
    let histogram = try await Self.faithful().after("5")
    #expect(histogram.shows("final L") && !histogram.shows("nats below the best L"))
    #expect(histogram.restarts.runs.answer?.traces == nil)
    let curves = await histogram.after("Tab")
    #expect(!curves.shows("final L") && curves.shows("nats below the best L, by iteration"))
    #expect(curves.restarts.runs.answer?.traces?.all.count == 100)
    #expect(curves.shows("all 100 runs are done"))
    #expect(await curves.after("Tab").frame() == histogram.frame())
    // Nothing is done again.
    var again = await curves.after("Tab")
    #expect(again.handle(.key(.tab))?.startsWork != true)
  }

  @Test(arguments: [Size(width: 100, height: 30), Size(width: 200, height: 60)])
  func `stand beside the histogram where there is room`(size: Size) async throws {
    let state = try await Self.faithful(size).after("5")
    #expect(state.shows("final L") && state.shows("nats below the best L, by iteration"))
    #expect(await state.after("Tab").notice?.isIdle == true)
  }

  @Test func `stop at a key, keep what is done and go on`() async throws {
    var state = try Self.faithful()
    await state.press("5")
    #expect(state.handle(.key(.tab))?.startsWork == true)
    let question = try #require(state.restarts.runs.question)
    let known = try #require(state.restarts.runs.answer)
    let part = await question.answer(knowing: known, only: Set(0..<107)) { _ in }
    #expect(question.positions(in: part) == Array(0..<107))
    _ = state.handle(BackgroundResult { [part] in $0.restarts.runs.learn(part, to: question) })
    #expect(state.shows("7 of 100"))
    #expect(state.handle(.key(.character("c")))?.cancelsWork == true)
    #expect(state.shows("stopped at 7 of 100 curves: r goes on"))
    #expect(state.handle(.key(.character("r")))?.startsWork == true)
  }

  @Test func `come in a replay as far as they had come`() async throws {
    var state = try Self.faithful()
    await state.replay([
      .key(.character("5")), .key(.tab), .worked([0...106]), .key(.character("c")),
    ])
    #expect(state.restarts.found?.runs.count == 100)
    #expect(state.restarts.runs.answer?.traces?.positions == Array(0..<7))
    #expect(state.shows("stopped at 7 of 100 curves: r goes on"))
    #expect(state.recipe.structure == .full)
  }

  @Test func `are at the top where a run reaches the best, and level where it stays behind`()
    async throws
  {
    let state = try await Self.faithful(Size(width: 100, height: 40)).after("5")
    let optima = state.restarts.optima
    let rows = (0..<40).map { state.row($0) }
    let caption = try #require(rows.firstIndex { $0.contains("nats below the best L") })
    // The best stands in the first line of the chart, behind its longest run.
    #expect(rows[caption + 1].contains("A"))
    // One that is nine nats behind stands just above the mark of ten.
    let far = try #require(optima.lastIndex { optima[0].objective - $0.objective > 9 })
    let letter = state.restartsLook.letter(far)
    let ten = try #require(rows.indices.first { $0 > caption && rows[$0].contains(" 10┤") })
    let line = try #require(
      rows.indices.first { $0 > caption + 1 && rows[$0].suffix(50).contains(letter) })
    #expect(abs(line - ten) <= 1)
  }

  @Test func `say how many starts are enough`() async throws {
    let state = try await Self.faithful().after("5")
    let starts = try #require(state.restarts.found?.startsForBest)
    let most = try #require(starts.most)
    #expect(
      state.shows(
        "\(starts.found) starts reach A at least once with a chance of 95 % (at most \(most))"))
    let found = try #require(state.restarts.found)
    for optimum in found.optima.all {
      #expect(state.shows(found.interval(of: optimum).percentages))
    }
  }

  @Test func `of a rule that draws nothing are one, and say so`() async throws {
    let state = try await Self.faithful(recipe: RunRecipe(components: 3, rule: .principalAxis))
      .after("5")
    #expect(state.row(1) == "1 run of EM full K=3 from principal-axis")
    #expect(state.row(2) == "it is done")
    #expect(state.shows("principal-axis draws nothing: every seed begins this run"))
    #expect(await state.after("+").notice?.isIdle == true)
    #expect(state.restarts.found?.runs.count == 1)
  }

  @Test func `can be opened where runs collapsed`() async throws {
    let points = DataSet.clouds(of: 3)
    var state = try AppState(
      data: points, recipe: RunRecipe(components: 3), size: Size(width: 80, height: 24))
    await state.press("5")
    let found = try #require(state.restarts.found)
    #expect(found.optima.collapsedCount > 0)
    let last = found.optima.all.count
    await state.press(Array(repeating: "Down", count: last).joined(separator: " "))
    #expect(state.restarts.selection == last)
    #expect(state.chosenRow.map { state.row($0) }?.contains("× ") == true)
    await state.press("Enter")
    #expect(state.view == .plot && state.recipe.seed == found.exampleSeedOfCollapse)
    await state.press("G")
    guard case .collapsed = state.run.snapshot.status else {
      Issue.record("the run of a × row collapses")
      return
    }
  }
}

@Suite struct `A floor` {
  /// With a floor from the command line, and from the card of a collapse.
  private static func floored(fromCard: Bool) async throws -> AppState {
    let floor = DataSet.clouds().points.suggestedVarianceFloor
    guard fromCard else {
      return try .clouds(RunRecipe(components: 3, rule: .outlier, varianceFloor: floor))
    }
    let state = try await AppState.clouds(RunRecipe(components: 3, rule: .outlier))
      .after("G Enter G Escape")
    #expect(state.recipe.varianceFloor == floor)
    return state
  }

  @Test(arguments: [false, true])
  func `is kept in every view of many runs, and in each run that is opened from one`(
    fromCard: Bool
  ) async throws {
    let start = try await Self.floored(fromCard: fromCard)
    let floor = try #require(start.recipe.varianceFloor)
    func expectKept(_ state: AppState, _ view: String) {
      #expect(state.recipe.varianceFloor == floor, "\(view)")
      #expect(state.run.safeguard.varianceFloor == floor, "\(view)")
    }
    let restarts = await start.after("i Home Enter 5")
    #expect(restarts.restarts.runs.question?.plan.recipe.varianceFloor == floor)
    expectKept(await restarts.after("Enter"), "restarts")
    let basins = await start.after("6")
    #expect(basins.basins.map.question?.recipe.varianceFloor == floor)
    expectKept(await basins.after("Right Enter"), "basins")
    let moves = await start.after("1 G Escape 9")
    let opened = await moves.after("Enter")
    expectKept(opened, "moves")
    let attempt = try #require(moves.wayOut.moves.answer?.attempts.first)
    #expect(await opened.after("G Escape").run.snapshot.objective == attempt.objective)
    let rules = await start.after("V End Enter")
    #expect(rules.rules.comparison.question?.recipe.varianceFloor == floor)
    expectKept(await rules.after("Down Enter"), "rules")
  }
}
