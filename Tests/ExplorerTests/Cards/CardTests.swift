import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `A card` {
  private func collapsing() throws -> AppState {
    try .clouds(RunRecipe(components: 2, rule: .outlier))
  }

  private func stacked() throws -> AppState {
    try .clouds(RunRecipe(components: 3, rule: .stacked))
  }

  @Test func `opens when a component collapses, and says what, why and what now`() async throws {
    var state = try collapsing()
    await state.press("G")
    #expect(state.shows("Component 1 collapsed"))
    #expect(state.shows("infinity while"))
    for name in ["set a floor", "reseed it", "go back", "stay here"] { #expect(state.shows(name)) }
    #expect(state.session.tickInterval == nil)
  }

  @Test func `a floor lets the run go on, climbing, and the screen says so`() async throws {
    var state = try collapsing()
    await state.press("G Enter G")
    #expect(state.overlay == nil)
    #expect(state.run.snapshot.status == .converged)
    #expect(state.shows("variance floor"))
    #expect(state.shows("reached by 1"))
    #expect(state.session.course.count == 2)
    for (before, after) in zip(state.run.history, state.run.history.dropFirst()) {
      #expect(after.objective >= before.objective - 1e-9)
    }
  }

  @Test func `the floor stays when the structure is changed`() async throws {
    var state = try collapsing()
    await state.press("G Enter c")
    #expect(state.run.safeguard.varianceFloor != nil)
  }

  @Test func `reseeding begins that component anew, and back returns to the collapse`() async throws
  {
    var state = try collapsing()
    await state.press("G Down Enter")
    #expect(state.run.snapshot.iteration == 0)
    #expect(state.run.snapshot.status == .running)
    await state.press("Left")
    guard case .collapsed = state.run.snapshot.status else {
      Issue.record("stepping back from the start returns to the run before")
      return
    }
  }

  @Test func `going back leaves the state before, and going on the frozen one`() async throws {
    var state = try collapsing()
    await state.press("G")
    let frozen = state.run.snapshot.iteration
    await state.press("Down Down Down Enter")
    #expect(state.overlay == nil && state.run.snapshot.iteration == frozen)
    await state.press("Space")
    #expect(state.shows("Component 1 collapsed"))
    await state.press("Down Down Enter")
    #expect(state.run.snapshot.status == .running)
  }

  @Test func `tells why identical components stay together`() async throws {
    var state = try stacked()
    await state.press("G")
    #expect(state.shows("Identical components never separate"))
    #expect(state.shows("Components 1, 2, 3 have the same mean"))
  }

  @Test func `a nudge lets them separate`() async throws {
    var state = try stacked()
    await state.press("G")
    let saddle = state.run.snapshot.objective
    await state.press("Enter G")
    #expect(state.overlay == nil)
    #expect(state.run.snapshot.objective > saddle + 10)
  }

  @Test func `another start opens the menu of rules`() async throws {
    var state = try stacked()
    await state.press("G Down Enter")
    #expect(state.shows("random-points"))
  }

  @Test func `its choices can be clicked`() async throws {
    var state = try stacked()
    await state.press("G")
    let rect = try #require(state.overlayRect)
    let row = try #require((0..<24).first { state.row($0).contains("go back") })
    _ = state.handle(
      .mouse(MouseEvent(.press(.left), at: Position(x: rect.origin.x + 5, y: row))))
    #expect(state.overlay == nil)
    #expect(state.run.snapshot.status == .running)
  }

  @Test func `is drawn with its text above and its choices below`() {
    let card = Card(
      title: "A title", text: "Some words about what has happened here.",
      choices: [
        Choice("go back", "one step") { _ in },
        Choice("stay here", "close this") { _ in },
      ], selection: 1)
    let size = card.size(in: Size(width: 44, height: 20))
    expectPicture(
      card.frame(size: size, theme: Theme(colors: .none)).text,
      """
      ┌─ A title ────────────────────────────────┐
      │ Some words about what has happened here. │
      │                                          │
      │   go back        one step                │
      │ ▸ stay here      close this              │
      └─── ↑ ↓ move  Enter choose  Esc close ────┘
      """)
  }
}
