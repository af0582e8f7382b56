/// A stretch of text in cells of equal style side by side, without a gap of two blanks or more.
struct SVGLetters {
  private var text: String
  private let column: Int
  private let row: Int
  private var columns: Int
  private let style: Style
  /// The colours.
  let ink: SVGInk

  fileprivate init(_ cell: Cell, _ x: Int, _ y: Int, ink: SVGInk) {
    (text, columns) = (String(cell.character), cell.columns)
    (column, row, style, self.ink) = (x, y, cell.style, ink)
  }

  /// Takes in a further cell, if it belongs to the stretch.
  fileprivate mutating func takes(_ cell: Cell, _ x: Int, _ y: Int) -> Bool {
    let gap = x - column - columns
    guard y == row, cell.style == style, (0...1).contains(gap) else { return false }
    text += (gap == 1 ? " " : "") + String(cell.character)
    columns += gap + cell.columns
    return true
  }

  /// The element that writes the stretch.
  ///
  /// - Parameter ink: The class of its colour.
  func element(ink name: String) -> String {
    let classes =
      name + (style.bold ? " b" : "") + (style.italic ? " i" : "") + (style.underline ? " u" : "")
      + (ink.isFaint ? " m" : "")
    return """
      <text class="\(classes)" x="\(column * SVGCell.width)" \
      y="\(row * SVGCell.height + SVGCell.baseline)" \
      textLength="\(columns * SVGCell.width)" lengthAdjust="spacingAndGlyphs">\
      \(text.escapedForXML)</text>

      """
  }
}

extension [SVGLetters] {
  /// Takes in a cell with a letter; cells come row by row, each from left to right.
  mutating func append(_ cell: Cell, _ x: Int, _ y: Int, ink: SVGInk) {
    guard !cell.isBlank else { return }
    if !isEmpty, self[count - 1].takes(cell, x, y) { return }
    append(SVGLetters(cell, x, y, ink: ink))
  }
}
