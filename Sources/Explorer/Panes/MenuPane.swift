import TerminalCanvas

/// A list to choose from, with a line about each item.
struct MenuPane {
  var menu: Menu
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.border(frame.bounds, title: menu.title, style: theme.style(.axis))
    let inside = frame.bounds.inset(horizontally: 2, vertically: 1)
    let names = menu.items.map { DisplayWidth.of($0.name) }.max() ?? 0
    let first = firstItem(rows: inside.size.height)
    for (row, item) in menu.items.dropFirst(first).prefix(inside.size.height).enumerated() {
      let y = inside.origin.y + row
      let isSelected = first + row == menu.selection
      let line = item.name.fitted(to: names + 2) + item.summary
      frame.write(
        (isSelected ? "▸ " : "  ") + line,
        in: Rect(x: inside.origin.x, y: y, width: inside.size.width, height: 1),
        style: theme.style(isSelected ? .selection : .text))
    }
    frame.write(
      " ↑ ↓ move  Enter choose  Esc close ", x: 4, y: size.height - 1,
      style: theme.style(.muted))
    return frame
  }

  /// The item on a line, counted from the upper border, of a menu of a size.
  func item(at line: Int, size: Size) -> Int? {
    let rows = size.height - 2
    guard (1...max(1, rows)).contains(line) else { return nil }
    let item = firstItem(rows: rows) + line - 1
    return menu.items.indices.contains(item) ? item : nil
  }

  /// The first item that is shown, so that the selected one is.
  private func firstItem(rows: Int) -> Int { max(0, menu.selection - rows + 1) }

  /// How large a menu is on a screen of a size.
  static func size(of menu: Menu, in screen: Size) -> Size {
    Size(width: min(76, screen.width), height: min(menu.items.count + 2, screen.height - 2))
  }
}
