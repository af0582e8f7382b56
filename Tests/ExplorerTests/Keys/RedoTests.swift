import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A step that is taken again` {
  private static let views = ["", "2", "3", "4", "m", "M Home Down Down Down Enter", "7"]

  /// The pictures after so many presses of a key.
  private func frames(_ state: AppState, _ key: String, _ count: Int) async -> [Frame] {
    var state = state
    var frames = [state.frame()]
    for _ in 0..<count {
      await state.press(key)
      frames.append(state.frame())
    }
    return frames
  }

  @Test(arguments: views, [Size(width: 80, height: 24), Size(width: 140, height: 40)])
  func `shows what it showed the first time`(view: String, screen: Size) async throws {
    var state = try await AppState.labelledClouds(screen: screen).after(view)
    state.notice = nil
    let seen = await frames(state, "Space", 6)
    for back in 1...4 {
      var again = state
      for _ in 0..<4 { await again.press("Space") }
      for step in 1...back {
        await again.press("p")
        #expect(again.frame() == seen[4 - step], "\(step) of \(back) back")
      }
      for step in (4 - back + 1)...6 {
        await again.press("Space")
        #expect(again.frame() == seen[step], "\(back) back, then step \(step)")
      }
    }
  }

  @Test(arguments: views.dropLast())
  func `may be taken in halves`(view: String) async throws {
    let state = try await AppState.labelledClouds().after(view)
    let seen = await frames(state, "e", 8)
    var again = state
    for _ in 0..<6 { await again.press("e") }
    await again.press("p p")
    #expect(again.frame() == seen[2])
    for step in 3...8 {
      await again.press("e")
      #expect(again.frame() == seen[step], "half-step \(step)")
    }
  }
}
