import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `At any size` {
  @Test func `too small a screen says what it needs`() throws {
    let state = try AppState.clouds(size: Size(width: 40, height: 5))
    #expect(state.row(0) == "emscope needs 60×16")
    #expect(state.row(1) == "q quits")
  }
}
