import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// What a key has changed can be taken back, and done again.
@Suite struct `Taking back` {
  /// What was there, apart from what identifies it.
  private struct Seen: Equatable {
    var shapes: [ComponentShape]
    var objective: Double
    var recipe: RunRecipe
    var data: PointSet
    var rival: [ComponentShape]?
    var place: Place

    init(_ state: AppState) {
      shapes = state.run.model.shapes
      (objective, recipe, data) = (state.run.snapshot.objective, state.recipe, state.data.points)
      rival = state.session.race?.rival.last.run.model.shapes
      place = state.place
    }

    /// In what it differs from another.
    func differences(from other: Seen) -> [String] {
      [
        ("shapes", shapes == other.shapes), ("objective", objective == other.objective),
        ("recipe", recipe == other.recipe), ("data", data == other.data),
        ("rival", rival == other.rival), ("cursors", place.cursors == other.place.cursors),
        ("stages", place.surroundings.stages == other.place.surroundings.stages),
        ("surroundings", place.surroundings == other.place.surroundings),
      ].filter { !$0.1 }.map(\.0)
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4, 5))
  func `leads back through every state that keys led to, and on again`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var state = try AppState.labelledClouds()
    var seen = [Seen(state)]
    var trail: [String] = []
    for _ in 0..<FuzzBudget.rounds(600) {
      let key = RandomKeys.next(&generator)
      guard ![Key.character("U"), .character("R"), .character("r")].contains(key) else { continue }
      let before = state
      state.obeyAtRandom(key, &generator)
      // The help can press U, too.
      if !state.undo.future.isEmpty {
        state = before
        continue
      }
      trail.append(key.name)
      if Seen(state).place != seen.last?.place { seen.append(Seen(state)) }
    }
    #expect(seen.count > 40)
    state.hand = nil
    state.overlay = nil
    for expected in seen.dropLast().reversed() {
      _ = state.handle(.key(.character("U")))
      let differences = Seen(state).differences(from: expected)
      #expect(differences == [], "back, after \(trail), seed \(seed)")
    }
    _ = state.handle(.key(.character("U")))
    #expect(state.notice?.isIdle ?? false)
    for expected in seen.dropFirst() {
      _ = state.handle(.key(.character("R")))
      let differences = Seen(state).differences(from: expected)
      #expect(differences == [], "on, after \(trail), seed \(seed)")
    }
    _ = state.handle(.key(.character("R")))
    #expect(state.notice?.isIdle ?? false)
  }

  @Test(arguments: ["r", "G"])
  func `takes a run that went on by itself as one`(key: String) throws {
    var state = try AppState(
      data: .clouds(), recipe: RunRecipe(components: 3, stopping: StoppingRule(tolerance: 0)))
    _ = state.handle(.key(.space))
    _ = state.handle(.key(.character(Character(key))))
    for _ in 0..<7 { _ = state.handle(.tick) }
    _ = state.handle(.key(.character("r")))
    let reached = state.run.cursor
    #expect(reached >= 16)
    _ = state.handle(.key(.character("U")))
    #expect(state.run.snapshot.iteration == 1)
    _ = state.handle(.key(.character("R")))
    #expect(state.run.cursor == reached)
    _ = state.handle(.key(.character("U")))
    _ = state.handle(.key(.character("U")))
    #expect(state.run.cursor == 0)
  }

  @Test func `takes a run that still goes on back to where it set out`() throws {
    var state = try AppState(
      data: .clouds(), recipe: RunRecipe(components: 3, stopping: StoppingRule(tolerance: 0)))
    _ = state.handle(.key(.space))
    _ = state.handle(.key(.character("r")))
    for _ in 0..<5 { _ = state.handle(.tick) }
    let reached = state.run.cursor
    _ = state.handle(.key(.character("U")))
    #expect(state.run.snapshot.iteration == 1)
    #expect(state.session.pace == .paused)
    _ = state.handle(.key(.character("R")))
    #expect(state.run.cursor == reached)
  }

  @Test(arguments: ["x", "+", "i Down Enter", "a Enter", "Y", "X", "-"])
  func `is offered where a run gives way to another`(keys: String) async throws {
    let before = try await AppState.labelledClouds().after("Space Space Space")
    let state = await before.after(keys)
    #expect(state.run.cursor == 0)
    #expect(
      state.frame().text.contains("after 3 iterations"),
      "\(state.row(22))")
    let back = await state.after("U")
    #expect(back.run.model.shapes == before.run.model.shapes)
    let again = await back.after("R")
    #expect(again.run.model.shapes == state.run.model.shapes)
  }

  @Test func `gives other data back, and what was found about them`() async throws {
    var state = try await AppState.clouds().after("5")
    let found = state.views[RestartsState.self].optima.count
    #expect(found > 0)
    _ = state.handle(Answer.loaded(.clouds(of: 10)))
    #expect(state.data.points.count == 30)
    await state.press("U")
    #expect(state.data.points.count == 120)
    #expect(state.views[RestartsState.self].optima.count == found)
  }

  @Test func `costs little for many steps`() throws {
    var state = try AppState(
      data: .clouds(of: 5), recipe: RunRecipe(components: 3, stopping: StoppingRule(tolerance: 0)))
    for _ in 0..<3_000 { _ = state.handle(.key(.space)) }
    #expect(state.undo.past.count == 3_000)
    #expect(
      state.undo.past.allSatisfy { if case .cursors = $0 { true } else { false } })
  }
}
