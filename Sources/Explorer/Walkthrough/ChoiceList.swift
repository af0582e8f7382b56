import TerminalCanvas

/// The choices of a question, several in a row where there is room: which one is chosen, which one is
/// right, and how many hands were up for each, as bars.
struct ChoiceList {
  /// One choice.
  struct Cell {
    var text: String
    /// The sign before it: what was chosen, what is right.
    var mark: Character = " "
    var role = Role.text
    /// How many hands were up.
    var hands: Int?
    /// Whether it is what was answered, and that is to be said.
    var isYours = false
  }

  /// The choices, in order.
  var cells: [Cell] = []

  /// No choices.
  init() {}

  /// The choices of an answer, none of which is marked.
  init(of answer: Lesson.Expected?) {
    cells = (answer?.choices ?? []).map { Cell(text: $0) }
  }

  /// The columns between two choices.
  private static let gap = 3
  /// The columns before a text: the mark, the number and a blank after each.
  private static let indent = 4
  /// The shortest and the longest a full bar is.
  private static let bars = 4...24

  /// Whether hands were counted.
  private var hasHands: Bool { cells.contains { $0.hands != nil } }
  /// The columns of the counts, with a blank before.
  private var countWidth: Int {
    1 + (cells.compactMap(\.hands).map { "\($0)".count }.max() ?? 0)
  }
  private var widestText: Int {
    cells.map { DisplayWidth.of(Spelling.current(words(of: $0))) }.max() ?? 0
  }

  /// A choice in words; where there are bars, its mark is enough.
  private func words(of cell: Cell) -> String {
    cell.text + (cell.isYours && !hasHands ? ": yours" : "")
  }

  /// How many rows they take where no text is cut.
  func naturalRows(in width: Int) -> Int {
    guard !cells.isEmpty else { return 0 }
    let widest =
      Self.indent + widestText + (hasHands ? 1 + Self.bars.lowerBound + countWidth : 0)
    let columns = max(1, (width + Self.gap) / (widest + Self.gap))
    return (cells.count + columns - 1) / columns
  }

  /// Where each one stands; row after row, and cut where there are too few rows.
  func rects(in rect: Rect) -> [Rect] {
    guard !cells.isEmpty, !rect.isEmpty else { return [] }
    let rows = min(rect.size.height, naturalRows(in: rect.size.width))
    let columns = (cells.count + rows - 1) / rows
    let width = max(1, (rect.size.width + Self.gap) / columns - Self.gap)
    let widest = Self.indent + widestText + (hasHands ? 1 + Self.bars.upperBound + countWidth : 0)
    let pitch = min(width, widest) + Self.gap
    return cells.indices.map { number in
      Rect(
        x: rect.origin.x + number % columns * pitch, y: rect.origin.y + number / columns,
        width: pitch - Self.gap, height: 1)
    }
  }

  func draw(on frame: inout Frame, in rect: Rect, theme: Theme) {
    let most = max(1, cells.compactMap(\.hands).max() ?? 1)
    for (number, (cell, rect)) in zip(cells, rects(in: rect)).enumerated() {
      let (x, y) = (rect.origin.x, rect.origin.y)
      let rest = rect.size.width - Self.indent
      let bar = hasHands ? max(Self.bars.lowerBound, rest - widestText - 1 - countWidth) : 0
      let text = hasHands ? max(0, rest - 1 - bar - countWidth) : rest
      let style = theme.style(cell.role)
      frame.write(
        "\(cell.mark) \(number + 1) ",
        in: Rect(x: x, y: y, width: min(4, rect.size.width), height: 1),
        style: cell.role == .text ? theme.style(.key) : style)
      guard rest > 0 else { continue }
      let whole = words(of: cell)
      // The mark says enough where there is no room to say it.
      let shown = DisplayWidth.of(Spelling.current(whole)) <= text ? whole : cell.text
      frame.write(shown.truncated(to: text), x: x + Self.indent, y: y, style: style)
      guard let hands = cell.hands else { continue }
      let length = hands == 0 ? 0 : max(1, hands * bar / most)
      let start = x + Self.indent + min(text, widestText) + 1
      frame.write(String(repeating: "█", count: length), x: start, y: y, style: theme.style(.bound))
      frame.write(
        "\(hands)", x: start + length + (length > 0 ? 1 : 0), y: y, style: theme.style(.value))
    }
  }
}
