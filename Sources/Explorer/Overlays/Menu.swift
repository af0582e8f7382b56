import TerminalCanvas

/// A list to choose from, over the picture.
struct Menu: Sendable {
  /// What it is about.
  var title: String
  /// What there is to choose from.
  var items: [Choice]
  /// The position of the selected item.
  var selection: Int

  /// A menu in which an item is selected, the first one where there is none of that name.
  init(_ title: String, _ items: [Choice], at name: String = "") {
    self.title = title
    self.items = items
    selection = items.firstIndex { $0.name == name } ?? 0
  }
}

extension Menu: Overlay {
  /// The letters of the items.
  var keyTables: [KeyTable] {
    let bindings = items.compactMap { item in
      item.letter.map { letter in
        Binding(
          [.character(letter)], item.summary,
          ask: { state throws(Notice) in
            let effect = try item.take(&state)
            state.overlay = nil
            return effect
          })
      }
    }
    return bindings.isEmpty ? [] : [KeyTable(title, bindings)]
  }

  /// One step goes around the ends, a longer one stops there.
  mutating func move(by step: Int, in screen: Size) {
    guard !items.isEmpty else { return }
    selection =
      abs(step) == 1
      ? (selection + step + items.count) % items.count
      : min(max(0, selection + step), items.count - 1)
  }

  var position: Int { selection }

  var selected: Choice? { items.indices.contains(selection) ? items[selection] : nil }

  mutating func select(line: Int, size: Size) -> Bool {
    guard let item = item(at: line, size: size) else { return false }
    selection = item
    return true
  }

  func frame(size: Size, theme: Theme) -> Frame {
    var frame = Frame(size: size)
    frame.border(frame.bounds, title: title, style: theme.style(.axis))
    let inside = list(in: size)
    drawDetail(below: inside, on: &frame, theme: theme)
    let first = firstItem(rows: inside.size.height)
    for (row, item) in items.dropFirst(first).prefix(inside.size.height).enumerated() {
      let y = inside.origin.y + row
      frame.write(
        choice: line(of: item),
        isSelected: first + row == selection,
        in: Rect(x: inside.origin.x, y: y, width: inside.size.width, height: 1), theme: theme)
    }
    frame.writeChoosingKeys(theme: theme)
    frame.writeMore(items.count - first - inside.size.height, "lines", x: 42, theme: theme)
    return frame
  }

  func size(in screen: Size) -> Size {
    let width = min(76, screen.width)
    let rows = items.count + (hasDetail(inColumns: width) ? Self.detailHeight : 0) + 2
    return Size(width: width, height: min(rows, screen.height - 4))
  }

  /// The item on a line, counted from the upper border, of a menu of a size.
  func item(at line: Int, size: Size) -> Int? {
    let rows = list(in: size).size.height
    guard (1...max(1, rows)).contains(line) else { return nil }
    let item = firstItem(rows: rows) + line - 1
    return items.indices.contains(item) ? item : nil
  }

  /// The first item that is shown, so that the selected one is.
  private func firstItem(rows: Int) -> Int { max(0, selection - rows + 1) }

  /// The rows below the list that tell more about the selected item.
  private static let detailHeight = 3

  /// Whether there is more to tell of any item than its line can in a menu of a width.
  private func hasDetail(inColumns width: Int) -> Bool {
    items.contains { !detail(of: $0, inColumns: width).isEmpty }
  }

  /// What is told below the list of an item: its detail, or else what its line has no room for.
  private func detail(of item: Choice, inColumns width: Int) -> String {
    guard item.detail.isEmpty else { return item.detail }
    let room = Rect(Size(width: width, height: 1)).inset(horizontally: 2, vertically: 0).size.width
    return DisplayWidth.of(Frame.choice(line(of: item), isSelected: true)) > room
      ? item.summary : ""
  }

  /// The line of an item, its summary in a column of its own.
  private func line(of item: Choice) -> String {
    let names = items.map { DisplayWidth.of($0.name) }.max() ?? 0
    return item.name.fitted(to: names + 2) + item.summary
  }

  /// Where the list stands in a menu of a size.
  private func list(in size: Size) -> Rect {
    let inside = Rect(size).inset(horizontally: 2, vertically: 1)
    return inside.split(bottom: hasDetail(inColumns: size.width) ? Self.detailHeight : 0).rest
  }

  private func drawDetail(below list: Rect, on frame: inout Frame, theme: Theme) {
    guard hasDetail(inColumns: frame.size.width), let selected else { return }
    let (x, y) = (list.origin.x, list.rows.upperBound)
    frame.horizontalLine(x: x, y: y, width: list.size.width, style: theme.style(.axis))
    let lines = detail(of: selected, inColumns: frame.size.width).wrapped(to: list.size.width)
    for (row, line) in lines.prefix(Self.detailHeight - 1).enumerated() {
      frame.write(line, x: x, y: y + 1 + row, style: theme.style(.text))
    }
  }
}

/// What menus and cards have in common.
extension Frame {
  /// Writes a line that can be chosen.
  mutating func write(choice: String, isSelected: Bool, in rect: Rect, theme: Theme) {
    write(
      Self.choice(choice, isSelected: isSelected), in: rect,
      style: theme.style(isSelected ? .selection : .text))
  }

  /// A line that can be chosen, with its mark.
  static func choice(_ line: String, isSelected: Bool) -> String {
    (isSelected ? "▸ " : "  ") + line
  }

  /// Says in the lower border how much stands below what is shown, if anything.
  mutating func writeMore(_ more: Int, _ what: String, x: Int = 4, theme: Theme) {
    guard more > 0 else { return }
    write(
      " \(Spelling.key("↓ ", named: ""))\(more) more \(what) ", x: x, y: size.height - 1,
      style: theme.style(.key))
  }

  /// Writes the keys that choose into the lower border.
  mutating func writeChoosingKeys(theme: Theme) {
    write(
      " \(Spelling.key("↑ ↓", named: "Up Down")) move  Enter choose  Esc close ", x: 4,
      y: size.height - 1,
      style: theme.style(.muted))
  }
}
