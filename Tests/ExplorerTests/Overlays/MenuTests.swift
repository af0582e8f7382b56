import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Menus` {
  private static let keys = ["i", "I", "N", "T", "M", "d", "V", "w", "o"]

  @Test(arguments: keys, [48, 60, 80]) func `tell all of what is selected`(
    key: String, width: Int
  ) async throws {
    var state = try AppState.clouds(size: Size(width: width, height: 50))
    await state.press(key)
    let count = try #require(state.overlay as? Menu, "\(key) opens a menu").items.count
    for _ in 0..<count {
      let menu = try #require(state.overlay as? Menu)
      let item = try #require(menu.selected)
      let size = menu.size(in: state.screen.size)
      // The words of the menu, line by line, without its border.
      let said = menu.frame(size: size, theme: state.screen.theme).text
        .split(separator: "\n").map { $0.filter { !"│─".contains($0) } }.joined(separator: " ")
        .split(separator: " ").joined(separator: " ")
      let summary = item.summary.split(separator: " ").joined(separator: " ")
      #expect(said.contains(summary), "\(key), \(item.name), \(width) columns")
      await state.press("Down")
    }
  }
}
