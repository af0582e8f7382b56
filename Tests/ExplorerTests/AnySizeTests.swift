import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `At any size` {
  @Test func `every frame is exactly its size, whatever happens`() async throws {
    var storm = EventStorm(seed: 3)
    var state = try AppState.clouds()
    for _ in 0..<FuzzBudget.rounds(600) {
      var agenda = Agenda()
      agenda.add(state.handle(storm.next()))
      if storm.isWorkAwaited { _ = await state.finish(&agenda) { _ in nil } }
      let frame = state.frame()
      #expect(frame.size == state.size)
    }
  }

  @Test func `too small a screen says what it needs`() throws {
    let state = try AppState.clouds(size: Size(width: 40, height: 5))
    #expect(state.row(0) == "emscope needs 60×16")
    #expect(state.row(1) == "q quits")
  }
}
