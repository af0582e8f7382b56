import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A lesson on a screen that changes its size` {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 140, height: 45), Size(width: 61, height: 22),
    Size(width: 100, height: 30),
  ]

  private func lesson(_ screen: Size) throws -> Exploration {
    try .lesson(pressing: ["e", "2 Space", "3 m"], screen: screen)
  }

  /// The pictures of the way to the end of the lesson and back.
  private func frames(
    _ screen: Size, keys: [String], resizingTo sizes: [Int: Size] = [:]
  ) async throws -> [Frame] {
    var state = try lesson(screen)
    var frames: [Frame] = []
    for (number, key) in keys.enumerated() {
      if let size = sizes[number] { _ = state.handle(.resize(size)) }
      await state.press(key)
      frames.append(state.frame())
    }
    return frames
  }

  private static let way = ["Space", "Space", "Space", "Space", "Left", "Left", "Left", "Left"]

  @Test(arguments: Array(sizes.dropFirst()), way.indices)
  func `shows at each step what it shows on a screen that had that size from the start`(
    size: Size, number: Int
  ) async throws {
    let expected = try await frames(size, keys: Self.way)
    let frames = try await frames(
      Self.sizes[0], keys: Self.way, resizingTo: [number: size])
    for step in number..<Self.way.count {
      #expect(frames[step].size == size)
      #expect(frames[step] == expected[step], "step \(step)")
    }
  }

  @Test func `does so after the user's own keys, and after several sizes`() async throws {
    let keys = ["Space", "Space", "x", "+", "Space", "Left", "Left", "Left"]
    let sizes = [1: Self.sizes[1], 3: Self.sizes[2], 5: Self.sizes[3]]
    let frames = try await frames(Self.sizes[0], keys: keys, resizingTo: sizes)
    let expected = try await self.frames(Self.sizes[3], keys: keys)
    #expect(frames.last == expected.last && frames[5] == expected[5])
    #expect(frames[4].size == Self.sizes[2])
  }
}
