/// An SVG document while cells are drawn into it.
///
/// Colours, fonts and widths of pens stand in one style sheet, so that a slide can change them in one
/// place; elements have classes alone.
struct SVGDocument {
  let size: Size
  let theme: SVGTheme
  private var inks: [String: String] = [:]
  private var rules = ""
  private var body = ""

  /// A document for pictures of a size in cells.
  init(size: Size, theme: SVGTheme) {
    (self.size, self.theme) = (size, theme)
  }

  /// Adds a line to the style sheet.
  mutating func addRule(_ rule: String) { rules += rule + "\n" }

  /// Draws some cells of a picture: first what is behind them, then shapes, then text.
  ///
  /// - Parameters:
  ///   - group: The attributes of a group around what is drawn; without any there is no group.
  ///   - isDrawn: Whether the cell in a column of a row is drawn.
  mutating func draw(
    _ frame: Frame, group: String? = nil, where isDrawn: (Int, Int) -> Bool = { _, _ in true }
  ) {
    if let group { body += "<g \(group)>\n" }
    var shapes = SVGShapes(foreground: theme.foreground)
    var papers = SVGPapers()
    var letters: [SVGLetters] = []
    for y in 0..<frame.size.height {
      let row = Array(frame.row(y))
      let colours = row.map { SVGInk($0.style, theme) }
      for (x, cell) in row.enumerated() where isDrawn(x, y) {
        let ink = colours[x]
        let isFramed =
          ink.paper != nil && (x == 0 || colours[x - 1].paper != ink.paper)
          && (x + 1 == row.count || colours[x + 1].paper != ink.paper)
        if isFramed, cell.style.bold, let paper = ink.paper,
          shapes.addBox(cell.character, x, y, ink: ink, paper: paper)
        {
          continue
        }
        if let paper = ink.paper { papers.add(paper, x, y) }
        if cell.isRightHalf || ink.isUnseen || shapes.add(cell, x, y, ink: ink) { continue }
        letters.append(cell, x, y, ink: ink)
      }
    }
    for (paper, path) in papers.paths { add(path, pen: .paper, SVGInk(ink: paper)) }
    for (pen, ink, path) in shapes.paths { add(path, pen: pen, ink) }
    for stretch in letters {
      body += stretch.element(ink: name(of: stretch.ink.ink))
    }
    if group != nil { body += "</g>\n" }
  }

  private mutating func add(_ path: String, pen: SVGPen, _ ink: SVGInk) {
    let faint = ink.isFaint ? " m" : ""
    body += "<path class=\"\(pen.rawValue) \(name(of: ink.ink))\(faint)\" d=\"\(path)\"/>\n"
  }

  /// The class of a colour.
  private mutating func name(of color: String) -> String {
    if let known = inks[color] { return known }
    let name = "c\(inks.count)"
    inks[color] = name
    addRule(".\(name){color:\(color)}")
    return name
  }

  /// The style sheet.
  var sheet: String {
    """
    text{font:\(SVGCell.fontSize)px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;\
    white-space:pre;fill:currentColor}
    .b{font-weight:bold}.i{font-style:italic}.u{text-decoration:underline}.m{opacity:.6}
    \(SVGPen.rules)
    .paper{fill:\(theme.background)}
    \(rules)
    """
  }

  /// What is drawn, as a part of a page that has the style sheet; the next picture can be drawn then.
  ///
  /// - Parameter id: Goes before each identifier of the picture.
  mutating func takeElement(caption: Caption, id: String) -> String {
    defer { body = "" }
    let (width, height) = (size.width * SVGCell.width, size.height * SVGCell.height)
    return """
      <svg role="img" aria-labelledby="\(id)-title \(id)-desc" viewBox="0 0 \(width) \(height)">
      <title id="\(id)-title">\(caption.title.escapedForXML)</title>
      <desc id="\(id)-desc">\(caption.description.escapedForXML)</desc>
      <rect class="paper" width="\(width)" height="\(height)"/>
      \(body)</svg>

      """
  }

  /// The document.
  func text(caption: Caption?) -> String {
    let (width, height) = (size.width * SVGCell.width, size.height * SVGCell.height)
    var head = ""
    if let caption {
      head = "<title>\(caption.title.escapedForXML)</title>\n"
      if !caption.description.isEmpty {
        head += "<desc>\(caption.description.escapedForXML)</desc>\n"
      }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(width * 5 / 4)" \
      height="\(height * 5 / 4)" viewBox="0 0 \(width) \(height)">
      \(head)<style>
      \(sheet)</style>
      <rect class="paper" width="\(width)" height="\(height)"/>
      \(body)</svg>

      """
  }
}

/// The colours of a cell in a theme.
struct SVGInk: Hashable {
  /// The colour of the glyph, as `#rrggbb`.
  var ink: String
  /// The colour behind it, where that isn't the theme's.
  var paper: String?
  /// Whether the glyph is fainter.
  var isFaint = false

  /// Whether the glyph has the colour that is behind it.
  var isUnseen: Bool { ink == paper }

  init(ink: String) { self.ink = ink }

  init(_ style: Style, _ theme: SVGTheme) {
    let foreground = style.foreground?.hex ?? theme.foreground
    let background = style.background?.hex
    (ink, paper) =
      style.reverse ? (background ?? theme.background, foreground) : (foreground, background)
    isFaint = style.dim
  }
}

extension String {
  /// The text as it stands between two tags.
  public var escapedForXML: String {
    reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
  }
}
