import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The way out` {
  /// Old Faithful, at the end of a run that one move improves.
  private static func stuck(
    _ size: Size = Size(width: 80, height: 24)
  ) async throws -> AppState {
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    return try await AppState(data: data, recipe: RunRecipe(components: 3), size: size)
      .after("G Escape")
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 200, height: 60)])
  func `says what is wrong with an optimum and lists the moves by gain`(size: Size) async throws {
    let end = try await Self.stuck(size)
    let state = await end.after("9")
    #expect(state.view == .wayOut)
    #expect(state.shows("all 3 moves are done"))
    let found = await EscapePlan(from: end.run).run()
    let best = try #require(found.best)
    let (a, b, split) = (best.move.first + 1, best.move.second + 1, best.move.split + 1)
    #expect(
      state.shows(
        "Component \(split) is better as two, \(a) and \(b) as one: to mend that gains"))
    #expect(best.gain > 1)
    let rows = (0..<size.height).map { state.row($0) }
    let shown = rows.compactMap { row in
      row.firstMatch(of: /\d\+\d +\d +(−[\d.]+) +[+−]/).map { String($0.1) }
    }
    #expect(shown == found.attempts.map { $0.objective.fixed(4).withTrueMinus })
    // The run that the moves begin at is as it was.
    #expect(state.run.cursor == end.run.cursor)
  }

  /// Every kind of model, with the structure that it usually has.
  @Test(arguments: ModelKind.all.map(\.name))
  func `opens the very run of a move, which ends where the table says`(name: String)
    async throws
  {
    let kind = try #require(ModelKind.named(name))
    // The first start that doesn't collapse.
    var list: AppState?
    for seed in UInt64(1)...20 where list?.wayOut.moves.answer == nil {
      let recipe = RunRecipe(
        kind: kind, structure: kind.structures.last ?? .full, components: 3, seed: seed)
      list = try await AppState.clouds(recipe).after("G Escape 9")
    }
    let state = try #require(list)
    let attempts = try #require(state.wayOut.moves.answer).attempts
    #expect(attempts.count == 3)
    for (number, attempt) in attempts.enumerated() where !attempt.isCollapsed {
      let keys = Array(repeating: "Down", count: number).joined(separator: " ")
      let opened = await state.after("\(keys) Enter")
      #expect(opened.view == .plot && opened.run.snapshot.iteration == 0, "\(number)")
      #expect(opened.shows("\(attempt.move.mergedText) merged, \(attempt.move.splitText) split"))
      let end = await opened.after("G Escape")
      #expect(end.run.snapshot.objective == attempt.objective, "\(number)")
      #expect(end.run.snapshot.iteration == attempt.iterations)
    }
  }

  @Test func `shows the moves still while one of them is looked at, then those of its end`()
    async throws
  {
    let list = try await Self.stuck().after("9")
    let opened = await list.after("Enter Space")
    let again = await opened.after("9")
    #expect(
      again.wayOut.moves.answer?.attempts.map(\.move)
        == list.wayOut.moves.answer?.attempts.map(\.move))
    #expect(again.shows("all 3 moves are done"))
    let next = await again.after("G Escape")
    #expect(next.wayOut.moves.question?.stage == next.session.course.last.identity)
    #expect(next.shows("all 3 moves are done"))
    // What was there before the move can be had again.
    let back = await list.after("Enter U")
    #expect(back.run.snapshot.objective == list.run.snapshot.objective)
    #expect(back.view == .wayOut)
  }

  @Test func `says why there is no move`() async throws {
    let start = try AppState.clouds()
    #expect(
      await start.after("9").shows("The moves begin where a run has ended: G goes to its end."))
    #expect(await start.after("9 Enter").notice?.isIdle == true)
    #expect(await start.after("9 G Escape").shows("all 3 moves are done"))
    #expect(await start.after("- G Escape 9").shows("two components to merge and a third to split"))
  }

  @Test func `stops at any key, keeps what is done and goes on when asked`() async throws {
    var state = try AppState.clouds()
    await state.press("G Escape + G Escape")
    #expect(state.handle(.key(.character("9")))?.startsWork == true)
    let question = try #require(state.wayOut.moves.question)
    let few = await question.answer(knowing: nil, only: [0, 4]) { _ in }
    #expect(question.positions(in: few) == [0, 4])
    _ = state.handle(
      BackgroundResult { [few, question] in $0.wayOut.moves.learn(few, to: question) })
    #expect(state.shows("2 of 12"))
    #expect(state.handle(.key(.character("c")))?.cancelsWork == true)
    #expect(state.recipe.structure == .full)
    #expect(state.shows("stopped at 2 of 12 moves: r goes on"))
    #expect(state.handle(.key(.character("r")))?.startsWork == true)
    let all = await question.answer(knowing: few, only: nil) { _ in }
    _ = state.handle(
      BackgroundResult { [all, question] in $0.wayOut.moves.learn(all, to: question) })
    #expect(state.shows("all 12 moves are done"))
    #expect(all.attempts.count == 12 && Set(all.attempts.map(\.move)).count == 12)
  }

  @Test func `goes on only with moves that it shows`() async throws {
    var state = try AppState.clouds()
    await state.press("G Escape 9")
    let first = try #require(state.wayOut.moves.question)
    // Of four components, two moves are done when a key stops them, and then another run begins.
    await state.press("1 + G Escape")
    _ = state.handle(.key(.character("9")))
    let question = try #require(state.wayOut.moves.question)
    #expect(question != first)
    let few = await question.answer(knowing: nil, only: [0, 4]) { _ in }
    _ = state.handle(
      BackgroundResult { [few, question] in $0.wayOut.moves.learn(few, to: question) })
    _ = state.handle(.key(.character("z")))
    #expect(state.shows("stopped at 2 of 12 moves: r goes on"))
    _ = state.handle(.key(.character("x")))
    #expect(state.handle(.key(.character("r")))?.startsWork != true)
    #expect(!state.wayOut.moves.goesOn)
    #expect(state.notice == .idle("The moves begin where a run has ended: G goes to its end."))
    // At the end of that run its own moves are asked for.
    await state.press("G Escape")
    #expect(state.wayOut.moves.question != question)
    #expect(state.shows("all 12 moves are done"))
  }

  @Test func `is what the end of a run of three components suggests`() async throws {
    // A key that does nothing but clear the sentence about the one before it.
    let end = try await Self.stuck(Size(width: 120, height: 40)).after("8 1")
    #expect(end.row(38).contains("9: the way out"))
    let known = await end.after("9 1")
    let best = try #require(known.wayOut.moves.answer?.best)
    #expect(known.row(38).contains("9: a move gains \(best.gain.significant(3))"))
    // Where the best one leads there is nothing left to gain.
    let over = await known.after("9 Enter G Escape 9 1")
    #expect(over.wayOut.moves.answer?.best == nil)
    #expect(!over.row(38).contains("9: "))
    #expect(await !end.after("- G").row(38).contains("9: "))
    let small = try await Self.stuck().after("8 1")
    #expect(small.row(22).contains("9: the way out"))
  }

  @Test func `is chosen with the keys and the mouse`() async throws {
    var state = try await Self.stuck().after("9")
    #expect(state.wayOut.selection == 0)
    #expect(await state.after("Up").notice?.isIdle == true)
    await state.press("Down Down")
    #expect(state.wayOut.selection == 2)
    #expect(await state.after("Down").notice?.isIdle == true)
    let row = try #require(state.chosenRow)
    let click = Event.mouse(MouseEvent(.press(.left), at: Position(x: 20, y: row - 1)))
    _ = state.handle(click)
    #expect(state.wayOut.selection == 1)
    _ = state.handle(click)
    #expect(state.view == .plot && state.run.snapshot.iteration == 0)
  }

  @Test func `is told in sentences and a table`() async throws {
    let telling = try #require(View.wayOut.told).answer
    let lines = try telling(await Self.stuck().after("9"), []).lines
    #expect(lines[0].hasPrefix("Two components merged and one split, from the end of EM full K=3"))
    #expect(lines.contains { $0.hasPrefix("Component ") })
    #expect(lines.filter { $0.contains("+") && $0.contains("converged") }.count == 3)
    let none = try telling(AppState.clouds(), []).lines
    #expect(none == ["The moves begin where a run has ended: G goes to its end."])
  }
}
