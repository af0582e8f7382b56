/// Cells of equal style side by side, as elements of an SVG document.
struct SVGRun {
  /// The column of the first cell.
  let start: Int
  let style: Style
  var cells: [Cell]

  /// The elements that draw the run: the background, shapes, then text.
  func svg(row: Int, _ theme: SVGTheme) -> String {
    let (ink, paper) = colors(theme)
    let left = start * SVGCell.width
    let top = row * SVGCell.height
    let faint = style.dim ? " opacity=\".6\"" : ""
    var text = ""
    if let paper {
      text += """
        <rect x="\(left)" y="\(top)" width="\(cells.count * SVGCell.width)" \
        height="\(SVGCell.height)" fill="\(paper)"/>

        """
    }
    let shapes = SVGShapes(cells, x: left, y: top)
    if !shapes.areas.isEmpty {
      text += "<path d=\"\(shapes.areas)\" fill=\"\(ink)\"\(faint)/>\n"
    }
    if !shapes.lines.isEmpty {
      let width = style.bold ? 2 : 1
      text += """
        <path d="\(shapes.lines)" stroke="\(ink)" stroke-width="\(width)" fill="none"\(faint)/>

        """
    }
    if !shapes.dots.isEmpty {
      text += """
        <path d="\(shapes.dots)" stroke="\(ink)" stroke-width="3" stroke-linecap="round"\(faint)/>

        """
    }
    return text + letters(row, ink, faint)
  }

  private func colors(_ theme: SVGTheme) -> (ink: String, paper: String?) {
    let foreground = style.foreground?.hex ?? theme.foreground
    let background = style.background?.hex
    return style.reverse ? (background ?? theme.background, foreground) : (foreground, background)
  }

  /// The text of the run, one element for each stretch without a gap of two blanks or more.
  private func letters(_ row: Int, _ ink: String, _ faint: String) -> String {
    var elements = ""
    var stretch: (column: Int, text: String, columns: Int)?
    var blanks = 0
    func finish() {
      if let stretch { elements += element(stretch, row, ink, faint) }
      stretch = nil
      blanks = 0
    }
    for (index, cell) in cells.enumerated() where !cell.isRightHalf {
      if cell.character == " " || SVGShapes.isDrawn(cell.character) {
        blanks += 1
        if blanks > 1 || cell.character != " " { finish() }
        continue
      }
      var current = stretch ?? (start + index, "", 0)
      current.text += String(repeating: " ", count: stretch == nil ? 0 : blanks)
      current.text.append(cell.character)
      current.columns = start + index + cell.columns - current.column
      (stretch, blanks) = (current, 0)
    }
    finish()
    return elements
  }

  private func element(
    _ stretch: (column: Int, text: String, columns: Int), _ row: Int, _ ink: String,
    _ faint: String
  ) -> String {
    let weight = style.bold ? " font-weight=\"bold\"" : ""
    let slant = style.italic ? " font-style=\"italic\"" : ""
    let line = style.underline ? " text-decoration=\"underline\"" : ""
    return """
      <text x="\(stretch.column * SVGCell.width)" y="\(row * SVGCell.height + SVGCell.baseline)" \
      textLength="\(stretch.columns * SVGCell.width)" lengthAdjust="spacingAndGlyphs" \
      fill="\(ink)"\(weight)\(slant)\(line)\(faint)>\(escaped(stretch.text))</text>

      """
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
  }
}
