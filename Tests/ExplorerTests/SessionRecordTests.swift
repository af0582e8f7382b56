import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `A recorded session` {
  @Test(arguments: FuzzSeed.usual(5))
  func `plays again to the very same screen`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    // Views that work long have a session of their own, below, and so have lessons.
    let others: Set<Key> = [
      .character("q"), .control("c"), .character("v"), .character("5"), .character("6"),
      .character("T"),
    ]
    let keys = Keymap.picture.flatMap(\.bindings).flatMap(\.keys).filter { !others.contains($0) }
    for _ in 0..<5 {
      var first = try AppState.clouds()
      for _ in 0..<60 {
        await first.replay([.key(keys[generator.index(below: keys.count)])])
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

  @Test func `knows the column of weights`() throws {
    #expect(try AppState.weightedClouds().record.weightColumn == "count")
    #expect(try AppState.clouds().record.weightColumn == nil)
  }

  @Test func `plays long work again to its end`() async throws {
    var first = try AppState.clouds(
      RunRecipe(components: 2), size: Size(width: 60, height: 16))
    await first.press("5 - - - Down Enter Space 6 Tab Up Right Enter Space Space 5")
    var second = try AppState.clouds(
      RunRecipe(components: 2), size: Size(width: 60, height: 16))
    await second.replay(first.record.events)
    #expect(second.frame() == first.frame())
    #expect(second.outcome.objective == first.outcome.objective)
  }

  @Test(arguments: ["5", "6"], [[0], [], [0, 1, 2, 5, 9], Array(0..<30)])
  func `stops long work where it was interrupted`(view: String, done: [Int]) async throws {
    let opening = try AppState.clouds(
      RunRecipe(components: 2), size: Size(width: 60, height: 16))
    var first = opening
    _ = first.handle(.key(try #require(Key(name: view))))
    let work = done.isEmpty ? nil : first.presentWork?.work(first, Set(done))
    for result in await work?.finished() ?? [] { _ = first.handle(result) }
    #expect(first.presentWork != nil)
    _ = first.handle(.key(.space))
    #expect(first.presentWork == nil)
    let seen = first.frame()
    await first.press("Down Enter")
    let record = first.record
    #expect(record.events.compactMap { SessionEvent(text: $0.text) } == record.events)
    var second = opening
    var frames: [Frame] = []
    await second.replay(record.events) { frames.append($0.frame()) }
    #expect(second.frame() == first.frame())
    #expect(second.outcome.objective == first.outcome.objective)
    #expect(frames.contains(seen))
    await second.press("\(view) r")
    #expect(second.presentWork == nil)
  }

  @Test(arguments: FuzzSeed.usual(11, 12))
  func `stops a run to its end where a key stopped it`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let opening = Exploration(
        try AppState(
          data: .clouds(of: 2_000),
          recipe: RunRecipe(components: 6, stopping: StoppingRule(tolerance: 0))))
      var first = opening
      _ = first.handle(.key(.character("G")))
      for _ in 0..<generator.index(below: 6) {
        _ = first.handle(.tick)
        if generator.index(below: 3) == 0 {
          _ = first.handle(.mouse(MouseEvent(.wheelUp, at: .zero)))
        }
      }
      #expect(first.app.session.pace == .toEnd)
      let key = [Key.space, .character("m"), .character("?"), .alt("x")][generator.index(below: 4)]
      _ = first.handle(.key(key))
      #expect(first.app.session.pace == .paused)
      #expect(key == .character("?") || first.app.shows("stopped at iteration"))
      _ = first.handle(.key(.escape))
      _ = first.handle(.key(.character("e")))
      let record = first.app.record
      #expect(record.events.compactMap { SessionEvent(text: $0.text) } == record.events)
      var second = opening
      await second.replay(record.events)
      #expect(second.frame() == first.frame(), "seed \(seed)")
      #expect(second.app.outcome.iteration == first.app.outcome.iteration)
    }
  }

  @Test func `is saved from the list that w opens`() async throws {
    var state = try AppState.clouds()
    await state.press("Space Space w")
    #expect(state.shows("to play again"))
    guard case .save(let format, let moment) = state.handle(.key(.enter)) else {
      Issue.record("Enter saves the session")
      return
    }
    #expect(format.name == "session")
    let record = moment.session
    #expect(record.events.prefix(2) == [.key(.space), .key(.space)])
    #expect(record.outcome.iteration == 2)
    _ = state.handle(Answer.saved("session.json"))
    #expect(state.row(22) == "saved session.json")
  }

  @Test func `a saved picture does not show the list`() async throws {
    var state = try AppState.clouds()
    let before = state.frame()
    await state.press("w Down")
    guard case .save(let format, let moment) = state.handle(.key(.enter)) else {
      Issue.record("the second item is the picture")
      return
    }
    #expect(try format.text(moment) == before.text)
  }

  @Test(arguments: ["", "? Escape", "PageDown"])
  func `a saved picture of a lesson is the whole screen without the list`(keys: String)
    async throws
  {
    var lesson = try await Exploration.lesson(pressing: ["e"]).after(keys)
    let before = lesson.frame()
    await lesson.press("w Down")
    guard case .save(let format, let moment) = lesson.handle(.key(.enter)).effect else {
      Issue.record("the second item is the picture")
      return
    }
    #expect(before.text.contains("A lesson"))
    #expect(try format.text(moment) == before.text)
  }
}

@Suite struct `An event as text` {
  @Test(arguments: [
    "Space", "m", "C-l", "ticks 12", "resize 100x30", "mouse press-left 10,5",
    "worked none", "worked 0-41,43-43", "mouse drag-left 0,0 4", "mouse wheel-down 3,4",
  ])
  func `reads back`(text: String) {
    #expect(SessionEvent(text: text)?.text == text)
  }

  @Test(arguments: [
    "worked", "worked 3", "worked 4-3", "worked 0-3,2-5", "worked 0-99999999999", "", "Spice",
    "ticks", "ticks -1", "ticks x", "resize 3", "mouse a 1,2", "mouse",
  ])
  func `that means nothing is refused`(text: String) {
    #expect(SessionEvent(text: text) == nil)
  }

  @Test func `of every bound key reads back`() {
    for key in Keymap.picture.flatMap(\.bindings).flatMap(\.keys) {
      #expect(SessionEvent(text: SessionEvent.key(key).text) == .key(key), "\(key)")
    }
  }
}
