/// The colours that an SVG picture puts in the place of a terminal's defaults.
public struct SVGTheme: Hashable, Sendable {
  /// The default colour of glyphs, as `#rrggbb`.
  public var foreground: String
  /// The colour behind everything, as `#rrggbb`.
  public var background: String

  /// A theme of two colours, written as `#rrggbb`.
  public init(foreground: String, background: String) {
    self.foreground = foreground
    self.background = background
  }

  /// Dark on white, for slides and print.
  public static let light = SVGTheme(foreground: "#1a1a1a", background: "#ffffff")
  /// Light on nearly black, as most terminals look.
  public static let dark = SVGTheme(foreground: "#e4e4e4", background: "#121212")
}

extension Frame {
  /// The picture as an SVG document, cells twice as high as wide.
  ///
  /// Letters are text that can be selected, each run stretched to its cells whatever the font.
  /// Braille dots, bars, shades and lines are drawn as shapes, as fonts disagree about them.
  public func svg(theme: SVGTheme = .light) -> String {
    let (width, height) = (size.width * SVGCell.width, size.height * SVGCell.height)
    var body = ""
    for y in 0..<size.height {
      for run in runs(row: y) { body += run.svg(row: y, theme) }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)">
      <style>text{font:15px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;\
      white-space:pre}</style>
      <rect width="\(width)" height="\(height)" fill="\(theme.background)"/>
      \(body)</svg>

      """
  }

  /// The row cut into runs of cells of equal style.
  private func runs(row y: Int) -> [SVGRun] {
    var runs: [SVGRun] = []
    for (x, cell) in row(y).enumerated() {
      if runs.last?.style == cell.style {
        runs[runs.count - 1].cells.append(cell)
      } else {
        runs.append(SVGRun(start: x, style: cell.style, cells: [cell]))
      }
    }
    return runs
  }
}
