import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The states of a session that is played again` {
  private static let endless = RunRecipe(
    components: 3, stopping: StoppingRule(tolerance: 0, iterationLimit: 1_000_000))

  private func kept(_ events: [SessionEvent], most: Int = 20_000) async throws -> KeptStates {
    var exploration = Exploration(try AppState.clouds(Self.endless))
    var states = KeptStates(exploration, most: most)
    await exploration.replay(events) { _ in
      nil
    } shown: {
      states.add($0)
    }
    return states
  }

  @Test func `share their history, and keep nothing that is derived`() async throws {
    let events: [SessionEvent] =
      [.key(.character("7")), .key(.character("1")), .key(.character("r"))]
      + (0..<30).flatMap { _ in [.ticks(50), .key(.character("f"))] }
    let states = try await kept(events).states
    #expect(states.count == 1534)
    let last = try #require(states.last).app.session
    #expect(last.run.history.count > 2000)
    for state in states {
      let session = state.app.session
      #expect(session.run.isResting)
      #expect(session.race.map(\.rival.last.run.isResting) ?? true)
      let history = session.run.history
      #expect(history.sharedChunkCount(with: last.run.history) == (history.count + 255) / 256)
    }
  }

  @Test func `share the events that led to them`() async throws {
    let events = (0..<400).flatMap { _ in [SessionEvent.key(.space), .key(.character("p"))] }
    let states = try await kept(events).states
    let last = try #require(states.last).app.recording
    #expect(last.events == events)
    for state in states {
      #expect(
        state.app.recording.sharedChunkCount(with: last) == (state.app.record.events.count + 255)
          / 256)
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 15, 16, 17, 40, 100])
  func `are evenly thinned where they are too many, from the first to the last`(count: Int)
    async throws
  {
    let states = try await kept(Array(repeating: .key(.space), count: count), most: 8).states
    let iterations = states.map { $0.app.run.snapshot.iteration }
    #expect(iterations.first == 0 && iterations.last == count)
    #expect(iterations.count <= 9)
    let strides = Set(zip(iterations, iterations.dropFirst()).dropLast().map { $1 - $0 })
    #expect(strides.count <= 1)
  }

  @Test func `are shown as they were`() async throws {
    let events: [SessionEvent] = [
      .key(.character("e")), .key(.space), .key(.character("m")), .key(.space),
      .key(.character("3")), .key(.character("p")), .key(.character("p")), .key(.character("7")),
    ]
    var exploration = Exploration(try AppState.clouds(Self.endless))
    var frames = [exploration.frame()]
    var states = KeptStates(exploration)
    await exploration.replay(events) { _ in
      nil
    } shown: {
      frames.append($0.frame())
      states.add($0)
    }
    #expect(states.states.map { $0.frame() } == frames)
    #expect(states.last.frame() == exploration.frame())
  }

  @Test func `do not count ticks while nothing goes on by itself`() async throws {
    let states = try await kept([.ticks(1_000_000), .key(.space), .ticks(1_000_000)]).states
    #expect(states.count == 2)
  }
}
