import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A recorded session` {
  @Test func `plays again to the very same screen`() async throws {
    var generator = SeededGenerator(seed: 5)
    // Views that work long have a session of their own, below.
    let others: Set<Key> = [
      .character("q"), .control("c"), .character("v"), .character("5"), .character("6"),
    ]
    let keys = Keymap.bindings.flatMap(\.keys).filter { !others.contains($0) }
    for _ in 0..<5 {
      var first = try AppState.clouds()
      for _ in 0..<60 {
        await first.replay([keys[generator.index(below: keys.count)]])
        if generator.index(below: 4) == 0 { await first.replay([SessionEvent.ticks(1)]) }
        if generator.index(below: 10) == 0 {
          let width = 60 + generator.index(below: 100)
          await first.replay([.resize(Size(width: width, height: 30))])
        }
      }
      var second = try AppState.clouds()
      await second.replay(first.record.events)
      #expect(second.frame() == first.frame())
      #expect(second.outcome.objective == first.outcome.objective)
    }
  }

  @Test func `plays long work again to its end`() async throws {
    var first = try AppState.clouds(
      Settings(components: 2), size: Size(width: 60, height: 16))
    await first.press("5 - - - Down Enter Space 6 Tab Up Right Enter Space Space 5")
    var second = try AppState.clouds(
      Settings(components: 2), size: Size(width: 60, height: 16))
    await second.replay(first.record.events)
    #expect(second.frame() == first.frame())
    #expect(second.outcome.objective == first.outcome.objective)
  }

  @Test func `is saved from the list that w opens`() async throws {
    var state = try AppState.clouds()
    await state.press("Space Space w")
    #expect(state.shows("to play again"))
    guard case .save(.session(let record)) = state.handle(.key(.enter)) else {
      Issue.record("Enter saves the session")
      return
    }
    #expect(record.events.prefix(2) == [.key(.space), .key(.space)])
    #expect(record.outcome.iteration == 2)
    _ = state.apply(.saved("session.json"))
    #expect(state.row(22) == "saved session.json")
  }

  @Test func `a saved picture does not show the list`() async throws {
    var state = try AppState.clouds()
    let before = state.frame()
    await state.press("w Down")
    guard case .save(.picture(let frame, .svg)) = state.handle(.key(.enter)) else {
      Issue.record("the second item is the picture")
      return
    }
    #expect(frame == before)
  }
}

@Suite struct `An event as text` {
  @Test(arguments: [
    "Space", "m", "C-l", "ticks 12", "resize 100x30", "mouse press-left 10,5",
    "mouse drag-left 0,0 4", "mouse wheel-down 3,4",
  ])
  func `reads back`(text: String) {
    #expect(SessionEvent(text: text)?.text == text)
  }

  @Test(arguments: [
    "", "Spice", "ticks", "ticks -1", "ticks x", "resize 3", "mouse a 1,2", "mouse",
  ])
  func `that means nothing is refused`(text: String) {
    #expect(SessionEvent(text: text) == nil)
  }

  @Test func `of every bound key reads back`() {
    for key in Keymap.bindings.flatMap(\.keys) {
      #expect(SessionEvent(text: SessionEvent.key(key).text) == .key(key), "\(key)")
    }
  }
}
