import MixtureEngine
import TerminalCanvas

/// The columns of the table that the data come from, to choose other coordinates and labels.
struct ColumnMenu: Sendable {
  private let name: String
  private let source: String
  private let table: SourceTable
  private let notes: [String]
  private var chosen: SourceTable.Columns
  private var selection: Int

  /// The menu of a data set's table; `nil` where the data come from none.
  init?(_ data: DataSet) {
    guard let table = data.table, !table.columns.isEmpty else { return nil }
    name = data.name
    source = data.source
    self.table = table
    notes = data.notes
    chosen = table.taken
    selection = table.taken.x
  }

  /// Takes the selected column as x; y is exchanged if it was that.
  private mutating func takeX() throws(Notice) {
    try checkNumbers("a coordinate")
    guard chosen.x != selection else { throw isThatAlready }
    if chosen.y == selection { chosen.y = chosen.x }
    chosen.x = selection
  }

  /// Takes the selected column as y, or none if it was that; x is exchanged if it was that.
  private mutating func takeY() throws(Notice) {
    try checkNumbers("a coordinate")
    guard chosen.y != selection else {
      chosen.y = nil
      return
    }
    if chosen.x == selection {
      guard let y = chosen.y else { throw isThatAlready }
      chosen.x = y
    }
    chosen.y = selection
  }

  private var isThatAlready: Notice {
    .idle("\(table.columns[selection].name) is that already: choose another column.")
  }

  private var holdsNumbers: Bool { table.columns[selection].holdsNumbers }

  private func checkNumbers(_ what: String) throws(Notice) {
    guard !table.columns[selection].holdsNumbers else { return }
    throw .refusal("\(table.columns[selection].name) holds no numbers, which \(what) needs.")
  }

  /// Takes the selected column as weights, or none if it was that.
  private mutating func takeWeight() throws(Notice) {
    try checkNumbers("a weight")
    take(\.weight)
  }

  /// Takes the selected column for the labels or weights, or none if it was that.
  private mutating func take(_ role: WritableKeyPath<SourceTable.Columns, Int?>) {
    chosen[keyPath: role] = chosen[keyPath: role] == selection ? nil : selection
  }

  private var request: DataRequest { DataRequest(source, table, taking: chosen) }

  private func role(of column: Int) -> String {
    var roles: [String] = []
    if column == chosen.x { roles.append("x") }
    if column == chosen.y { roles.append("y") }
    if column == chosen.label { roles.append("label") }
    if column == chosen.weight { roles.append("weight") }
    return roles.joined(separator: " ")
  }
}

extension ColumnMenu: Overlay {
  var keyTables: [KeyTable] {
    func binding(
      _ letter: Character, _ help: String, where isPossible: @escaping @Sendable (Self) -> Bool,
      _ change: @escaping @Sendable (inout ColumnMenu) throws(Notice) -> Void
    ) -> Binding {
      Binding(
        [.character(letter)], help,
        hint: Hint(1) { ($0.overlay as? Self).map(isPossible) ?? false ? help : nil }
      ) { state throws(Notice) in
        guard var menu = state.overlay as? ColumnMenu else { return }
        try change(&menu)
        state.overlay = menu
      }
    }
    return [
      KeyTable(
        "The columns",
        [
          binding("x", "take it as x", where: { $0.holdsNumbers && $0.chosen.x != $0.selection }) {
            menu throws(Notice) in try menu.takeX()
          },
          binding(
            "y", "take it as y, or not",
            where: { $0.holdsNumbers && ($0.chosen.x != $0.selection || $0.chosen.y != nil) }
          ) { menu throws(Notice) in try menu.takeY() },
          binding("l", "take it as label, or not", where: { _ in true }) { $0.take(\.label) },
          binding("w", "take it as weight, or not", where: \.holdsNumbers) { menu throws(Notice) in
            try menu.takeWeight()
          },
        ])
    ]
  }

  mutating func move(by step: Int, in screen: Size) {
    let last = table.columns.count - 1
    selection =
      abs(step) == 1
      ? (selection + step + last + 1) % (last + 1) : min(max(0, selection + step), last)
  }

  var position: Int { selection }

  var selected: Choice? {
    guard chosen != table.taken else { return Choice("", "", do: { _ in }) }
    return Choice("", "", ask: { [request] _ in .load(request) })
  }

  /// A click selects a column; letters say as what.
  mutating func select(line: Int, size: Size) -> Bool {
    let rows = list(in: size).size.height
    let column = firstColumn(rows: rows) + line - 1
    if (1...max(1, rows)).contains(line), table.columns.indices.contains(column) {
      selection = column
    }
    return false
  }

  func frame(size: Size, theme: Theme) -> Frame {
    var frame = Frame(size: size)
    frame.border(frame.bounds, title: "Columns of \(name)", style: theme.style(.axis))
    let inside = list(in: size)
    let names = min(24, table.columns.map { DisplayWidth.of($0.name) }.max() ?? 0)
    let roles = max(8, table.columns.indices.map { role(of: $0).count + 2 }.max() ?? 0)
    let first = firstColumn(rows: inside.size.height)
    for (row, column) in table.columns.dropFirst(first).prefix(inside.size.height).enumerated() {
      let position = first + row
      frame.write(
        choice: role(of: position).fitted(to: roles)
          + column.name.truncated(to: names).fitted(to: names + 2) + column.summary,
        isSelected: position == selection,
        in: Rect(
          x: inside.origin.x, y: inside.origin.y + row, width: inside.size.width, height: 1),
        theme: theme)
    }
    let lines = noteLines(width: inside.size.width)
    if !lines.isEmpty {
      let y = inside.rows.upperBound
      frame.horizontalLine(
        x: inside.origin.x, y: y, width: inside.size.width, style: theme.style(.axis))
      let room = max(0, size.height - y - 2)
      for (row, line) in lines.prefix(room).enumerated() {
        let isCut = row == room - 1 && lines.count > room
        frame.write(
          isCut ? (line + " …").truncated(to: inside.size.width) : line, x: inside.origin.x,
          y: y + 1 + row, style: theme.style(.text))
      }
    }
    frame.write(
      " ↑ ↓ move  x y l w take as x, y, label, weight  Enter show  Esc close ", x: 2,
      y: size.height - 1,
      style: theme.style(.muted))
    return frame
  }

  func size(in screen: Size) -> Size {
    let width = min(76, screen.width)
    let notes = noteLines(width: width - 4).count
    let rows = table.columns.count + (notes == 0 ? 0 : notes + 1) + 2
    return Size(width: width, height: min(rows, screen.height - 4))
  }

  private func noteLines(width: Int) -> [String] { notes.flatMap { $0.wrapped(to: width) } }

  /// Where the columns stand: above the notes, which have at most a third of the room.
  private func list(in size: Size) -> Rect {
    let inside = Rect(size).inset(horizontally: 2, vertically: 1)
    let notes = noteLines(width: inside.size.width).count
    guard notes > 0 else { return inside }
    let spare = inside.size.height - table.columns.count
    return inside.split(bottom: min(notes + 1, max(spare, inside.size.height / 3))).rest
  }

  private func firstColumn(rows: Int) -> Int { max(0, selection - rows + 1) }
}

extension AppState {
  /// Opens the menu of the columns.
  mutating func openColumns() throws(Notice) {
    guard let menu = ColumnMenu(data) else {
      throw .refusal("These points come from no table with columns to choose.")
    }
    session.pause()
    overlay = menu
  }
}
