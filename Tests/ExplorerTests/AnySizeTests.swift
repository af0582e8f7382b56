import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `At any size` {
  @Test func `every frame is exactly its size, whatever the keys`() throws {
    var generator = SeededGenerator(seed: 3)
    var state = try AppState.clouds()
    let keys =
      (Keymap.bindings + Keymap.viewBindings.values.joined()).flatMap(\.keys) + [
        .up, .down, .escape,
      ]
    for _ in 0..<600 {
      let size = Size(
        width: generator.index(below: 130), height: generator.index(below: 50))
      _ = state.handle(.resize(size))
      _ = state.handle(.key(keys[generator.index(below: keys.count)]))
      _ = state.apply(.tick)
      #expect(state.frame().size == size)
    }
  }

  @Test func `too small a screen says what it needs`() throws {
    let state = try AppState.clouds(size: Size(width: 40, height: 5))
    #expect(state.row(0) == "emscope needs 60×16")
    #expect(state.row(1) == "q quits")
  }
}
