import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A playback` {
  private func playback() async throws -> Exploration {
    var exploration = Exploration(try AppState.clouds())
    var states = [exploration]
    await exploration.replay([.key(.space), .key(.space), .key(.character("m"))]) { _ in
      nil
    } shown: {
      states.append($0)
    }
    return Exploration(playing: states)
  }

  @Test func `goes on by itself to the end`() async throws {
    var exploration = try await playback()
    #expect(exploration.tickInterval != nil)
    for _ in 0..<10 { _ = exploration.handle(.tick) }
    #expect(exploration.tickInterval == nil)
    #expect(exploration.shows("J (falls)"))
    exploration.fit(Size(width: 120, height: 40))
    #expect(exploration.shows("replay 3/3"))
  }

  @Test(arguments: ["5", "6"])
  func `goes on with long work where the user takes over`(view: String) async throws {
    var exploration = Exploration(
      try AppState.clouds(RunRecipe(components: 2), size: Size(width: 60, height: 16)))
    var states = [exploration]
    let events: [SessionEvent] = [.key(try #require(Key(name: view))), .worked([]), .key(.space)]
    await exploration.replay(events) { _ in
      nil
    } shown: {
      states.append($0)
    }
    var played = Exploration(playing: states)
    _ = played.handle(.key(.space))
    #expect(played.app.presentWork != nil)
    guard case .start(let work) = played.handle(.key(.escape)).effect else {
      Issue.record("the work goes on")
      return
    }
    for result in await work.finished() { _ = played.handle(result) }
    #expect(played.app.presentWork == nil)
  }

  @Test func `says before its first step that its numbers are others`() async throws {
    var exploration = Exploration(try AppState.clouds())
    var states = [exploration]
    await exploration.replay([.key(.space)]) { _ in
      nil
    } shown: {
      states.append($0)
    }
    var other = Exploration(playing: states, remark: "other numbers")
    #expect(other.shows("other numbers"))
    _ = other.handle(.key(.space))
    #expect(!other.shows("other numbers") && other.shows("replay 1/1"))
  }

  @Test func `is stepped with keys, and the user may take over`() async throws {
    var exploration = try await playback()
    exploration.fit(Size(width: 120, height: 40))
    await exploration.press("Space")
    #expect(exploration.tickInterval == nil)
    #expect(exploration.app.run.snapshot.iteration == 1)
    #expect(exploration.shows("replay 1/3"))
    await exploration.press("x m 5")
    #expect(exploration.shows("replay 1/3"), "other keys do nothing")
    await exploration.press("Left")
    #expect(exploration.shows("replay 0/3"))
    await exploration.press("Space Escape e")
    #expect(exploration.walkthrough == nil)
    #expect(exploration.app.run.snapshot.next == .maximization)
    #expect(exploration.app.record.events.map(\.text) == ["Space", "e"])
  }

  @Test func `of a lesson shows what the lesson said, and is taken over within it`() async throws {
    let lesson = Lesson(
      name: "short", title: "Short", summary: "two words", dataName: "clouds",
      recipe: .init(components: 3),
      steps: [
        Lesson.Step(caption: "First words."),
        Lesson.Step(keys: [.space], caption: "Second words."),
      ])
    var exploration = try Exploration(lesson: lesson, data: .clouds())
    var states = [exploration]
    await exploration.replay([.key(.pageDown)]) { _ in
      nil
    } shown: {
      states.append($0)
    }
    var played = Exploration(playing: states)
    #expect(played.shows("First words."))
    await played.press("Space")
    #expect(played.shows("Second words.") && played.app.run.snapshot.iteration == 1)
    await played.press("Escape PageUp")
    #expect(played.shows("First words.") && played.app.run.snapshot.iteration == 0)
  }
}
