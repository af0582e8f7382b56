import TerminalCanvas

/// A list to choose from, with a line about each item.
struct MenuPane {
  var menu: Menu
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.border(frame.bounds, title: menu.title, style: theme.style(.axis))
    let inside = Self.list(of: menu, in: size)
    drawDetail(below: inside, on: &frame)
    let names = menu.items.map { DisplayWidth.of($0.name) }.max() ?? 0
    let first = firstItem(rows: inside.size.height)
    for (row, item) in menu.items.dropFirst(first).prefix(inside.size.height).enumerated() {
      let y = inside.origin.y + row
      frame.write(
        choice: item.name.fitted(to: names + 2) + item.summary,
        isSelected: first + row == menu.selection,
        in: Rect(x: inside.origin.x, y: y, width: inside.size.width, height: 1), theme: theme)
    }
    frame.writeChoosingKeys(theme: theme)
    return frame
  }

  /// The item on a line, counted from the upper border, of a menu of a size.
  func item(at line: Int, size: Size) -> Int? {
    let rows = Self.list(of: menu, in: size).size.height
    guard (1...max(1, rows)).contains(line) else { return nil }
    let item = firstItem(rows: rows) + line - 1
    return menu.items.indices.contains(item) ? item : nil
  }

  /// The first item that is shown, so that the selected one is.
  private func firstItem(rows: Int) -> Int { max(0, menu.selection - rows + 1) }

  /// The rows below the list that tell more about the selected item.
  private static let detailHeight = 3

  private static func hasDetail(_ menu: Menu) -> Bool {
    menu.items.contains { !$0.detail.isEmpty }
  }

  /// Where the list stands in a menu of a size.
  private static func list(of menu: Menu, in size: Size) -> Rect {
    let inside = Rect(size).inset(horizontally: 2, vertically: 1)
    return inside.split(bottom: hasDetail(menu) ? detailHeight : 0).rest
  }

  private func drawDetail(below list: Rect, on frame: inout Frame) {
    guard Self.hasDetail(menu), menu.items.indices.contains(menu.selection) else { return }
    let (x, y) = (list.origin.x, list.rows.upperBound)
    frame.horizontalLine(x: x, y: y, width: list.size.width, style: theme.style(.axis))
    let lines = menu.items[menu.selection].detail.wrapped(to: list.size.width)
    for (row, line) in lines.prefix(Self.detailHeight - 1).enumerated() {
      frame.write(line, x: x, y: y + 1 + row, style: theme.style(.text))
    }
  }

  /// How large a menu is on a screen of a size.
  static func size(of menu: Menu, in screen: Size) -> Size {
    let rows = menu.items.count + (hasDetail(menu) ? detailHeight : 0) + 2
    return Size(width: min(76, screen.width), height: min(rows, screen.height - 2))
  }
}
