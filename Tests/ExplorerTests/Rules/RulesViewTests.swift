import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The view of the rules` {
  /// Ten runs of Old Faithful from each rule that draws.
  private static let compared = Task {
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    var state = try AppState(
      data: data, recipe: RunRecipe(components: 3), size: Size(width: 80, height: 24))
    while state.restarts.count > 10 { try state.restarts.change(by: -1) }
    return await state.after("V End Enter")
  }

  /// What a view of some rules says of them, with four runs of those that draw.
  ///
  /// - Parameter isDone: Whether the view knows that no run is missing.
  private static func verdict(
    _ rules: [StartingRule], components: Int, isDone: Bool = true
  ) async -> String {
    let plan = RulesPlan(
      RestartPlan(RunRecipe(components: components), over: DataSet.clouds().points, count: 4),
      rules: rules)
    let found = await plan.run()
    let pane = RulesPane(
      plan: plan, found: isDone ? found : nil, look: OptimaLook(places: []), goesOn: false,
      selection: 0, theme: Theme(colors: .none))
    return pane.verdict(of: found)
  }

  @Test(arguments: [
    Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 200, height: 60),
  ])
  func `has a line for each rule, with what the command says`(size: Size) async throws {
    var state = try await Self.compared.value
    _ = state.handle(.resize(size))
    #expect(state.view == .rules)
    let plan = RestartPlan(state.recipe, over: state.data.points, count: 10)
    let expected = await RulesPlan(plan).run()
    for row in expected.rows {
      let line = try #require(
        (4..<size.height).map { state.row($0) }.first { $0.contains(" \(row.rule.name) ") })
      if let best = row.best { #expect(line.contains(OptimaTable.value(of: best))) }
      let share =
        row.rule.isRandom(over: state.data.points)
        ? row.proportion.share.percentage : "\(row.bestCount) of \(row.restarts.runs.count)"
      #expect(line.contains(" \(share)"), "\(line)")
      if let flaw = row.best?.flaw { #expect(line.contains("  \(flaw.rawValue)"), "\(line)") }
      #expect(row.rule != .stacked || line.contains("  degenerate"), "\(line)")
    }
    #expect(state.shows("10 runs of EM full K=3 from each rule, seeds 1 to 10"))
    #expect(state.shows("The best, A: "))
  }

  @Test func `says which rules are sure to reach the best, then which do most often`() async {
    // All rules find the one Gaussian.
    for (rules, words) in [
      ([.principalAxis], "principal-axis alone reaches it"),
      ([.principalAxis, .stacked], "principal-axis and stacked alone reach it"),
      ([.principalAxis, .stacked, .hierarchical], "principal-axis and 2 more alone reach it"),
      ([.randomBox], "only from random-box, 4 of 4"),
      ([.randomBox, .randomPoints], "from random-box and random-points, 4 of 4"),
      ([.randomBox, .stacked], "from stacked; else only from random-box, 4 of 4"),
    ] as [([StartingRule], String)] {
      #expect(await Self.verdict(rules, components: 1) == "The best, A: \(words)")
    }
    let apart = await Self.verdict([.stacked, .hierarchical], components: 3)
    #expect(apart == "The best, A: hierarchical alone reaches it")
    let part = await Self.verdict([.stacked, .hierarchical], components: 3, isDone: false)
    #expect(part == "so far: The best, A: hierarchical alone reaches it")
  }

  @Test func `opens the best run of a rule at its start, and stays as it was`() async throws {
    let list = try await Self.compared.value
    let found = try #require(list.rules.comparison.answer)
    for (number, row) in found.rows.enumerated() {
      let keys = Array(repeating: "Down", count: number).joined(separator: " ")
      let opened = await list.after("\(keys) Enter")
      #expect(opened.view == .plot && opened.run.snapshot.iteration == 0, "\(row.rule.name)")
      #expect(opened.recipe.rule == row.rule && opened.recipe.seed == row.exampleSeed)
      guard let best = row.best else { continue }
      let end = await opened.after("G Escape")
      #expect(abs(end.run.snapshot.objective - best.objective) < 0.003, "\(row.rule.name)")
      var again = opened
      _ = again.handle(.key(.character("V")))
      _ = again.handle(.key(.end))
      #expect(again.handle(.key(.enter))?.startsWork != true, "\(row.rule.name)")
      #expect(again.shows("seeds 1 to 10"))
    }
  }

  @Test func `names its optima as the restarts do`() async throws {
    let state = try await Self.compared.value.after("5")
    let found = try #require(state.rules.comparison.answer)
    let restarts = state.restarts.optima
    for (number, optimum) in found.bests.enumerated() {
      let same = restarts.indices.filter {
        abs(restarts[$0].objective - optimum.objective) < 0.002
      }
      for other in same {
        #expect(state.rulesLook.letter(number) == state.restartsLook.letter(other))
      }
    }
    #expect(state.rulesLook.letter(0) == "A")
  }

  @Test func `stops at a key and goes on when asked`() async throws {
    var state = try AppState.clouds()
    await state.press("V End")
    #expect(state.handle(.key(.enter))?.startsWork == true)
    let question = try #require(state.rules.comparison.question)
    let few = await question.answer(knowing: nil, only: [0, 1, 2, 250]) { _ in }
    _ = state.handle(
      BackgroundResult { [few, question] in $0.rules.comparison.learn(few, to: question) })
    #expect(state.shows("4 of \(question.runCount)"))
    #expect(state.handle(.key(.character("c")))?.cancelsWork == true)
    #expect(state.shows("stopped at 4 of \(question.runCount) runs: r goes on"))
    #expect(state.handle(.key(.character("r")))?.startsWork == true)
  }

  @Test func `is chosen with the mouse, and told in words`() async throws {
    var state = try await Self.compared.value
    let row = try #require(state.chosenRow)
    let click = Event.mouse(MouseEvent(.press(.left), at: Position(x: 20, y: row + 2)))
    _ = state.handle(click)
    #expect(state.rules.selection == 2)
    let telling = try #require(View.rules.told).answer
    let lines = try telling(state, []).lines
    #expect(lines.contains { $0.hasPrefix("The best, A: ") })
    #expect(StartingRule.all.allSatisfy { rule in lines.contains { $0.contains(rule.name) } })
    _ = state.handle(click)
    #expect(state.view == .plot && state.recipe.rule == StartingRule.all[2])
    let none = try telling(AppState.clouds(), []).lines
    #expect(none.first?.contains("have not been compared") == true)
  }
}
