import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A playback` {
  private func playback() async throws -> Playback {
    var state = try AppState.clouds()
    var states = [state]
    await state.replay([.key(.space), .key(.space), .key(.character("m"))]) { _ in
      nil
    } shown: {
      states.append($0)
    }
    return Playback(states)
  }

  @Test func `goes on by itself to the end`() async throws {
    var playback = try await playback()
    for _ in 0..<10 { playback.tick() }
    #expect(playback.isAtEnd && !playback.isRunning)
    #expect(playback.frame(size: Size(width: 100, height: 30)).text.contains("J (falls)"))
  }

  @Test func `is stepped with keys, and the user may take over`() async throws {
    var playback = try await playback()
    let first = playback.obey(.space)
    #expect(!first)
    #expect(!playback.isRunning)
    #expect(playback.state.run.snapshot.iteration == 1)
    #expect(playback.frame(size: Size(width: 120, height: 40)).text.contains("replay 1/3"))
    _ = playback.obey(.left)
    #expect(playback.index == 0)
    let takesOver = playback.obey(.escape)
    #expect(takesOver)
  }
}
