import TerminalCanvas

/// Where the weights lie on their simplex before and after the M-step: a segment for two, a triangle
/// for three, bars for more.
struct SimplexPicture {
  /// πₖ before.
  var before: [Double]
  /// πₖ after.
  var after: [Double]
  var theme: Theme

  /// The fewest rows in which it can be drawn.
  var leastHeight: Int { before.count == 3 ? 5 : before.count == 2 ? 2 : before.count + 1 }

  /// The most rows that it needs.
  var mostHeight: Int { before.count == 3 ? 12 : leastHeight }

  /// How wide it is at its least height, where sentences have room beside it.
  var leastWidth: Int? {
    before.count == 3 ? (Self.triangleDots(height: leastHeight) + 1) / 2 + 2 : nil
  }

  /// How many dots a triangle with equal sides is wide.
  private static func triangleDots(height: Int) -> Int { Int(Double(4 * height - 1) * 1.1547) }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    switch before.count {
    case ...1: break
    case 2: drawSegment(on: &frame)
    case 3: drawTriangle(on: &frame)
    default: drawBars(on: &frame)
    }
    return frame
  }

  private func drawSegment(on frame: inout Frame) {
    let muted = theme.style(.muted)
    frame.write("π₁ + π₂ = 1   ○ old  ● new", x: 0, y: 0, style: muted)
    let width = frame.size.width
    let ends = (
      Spelling.choose("π₁=1 ", ascii: "pi_1=1 "), Spelling.choose(" π₂=1", ascii: " pi_2=1")
    )
    let length = width - DisplayWidth.of(ends.0) - DisplayWidth.of(ends.1)
    guard length > 6 else { return }
    let left = frame.write(ends.0, x: 0, y: 1, style: theme.style(.component(0)))
    for x in 0..<length { frame[left + x, 1] = Cell("─", style: muted) }
    frame[left, 1] = Cell("├", style: muted)
    frame[left + length - 1, 1] = Cell("┤", style: muted)
    frame.write(ends.1, x: left + length, y: 1, style: theme.style(.component(1)))
    // From component 1 at the left to component 2 at the right.
    func column(_ weights: [Double]) -> Int {
      left + Int((min(1, max(0, weights[1])) * Double(length - 1)).rounded())
    }
    let (old, new) = (column(before), column(after))
    for x in min(old, new)...max(old, new) {
      frame[x, 1] = Cell("━", style: theme.style(.value))
    }
    frame[old, 1] = Cell("○", style: theme.style(.value))
    frame[new, 1] = Cell("●", style: theme.style(.value))
  }

  private func drawTriangle(on frame: inout Frame) {
    let height = frame.size.height
    let dots = Size(
      width: min(2 * (frame.size.width - 2), Self.triangleDots(height: height)),
      height: 4 * height)
    guard dots.width > 8, height > 2 else { return }
    let cells = Size(width: (dots.width + 1) / 2, height: height)
    let corners = [
      DotPoint(x: 0, y: Double(dots.height - 1)),
      DotPoint(x: Double(dots.width - 1), y: Double(dots.height - 1)),
      DotPoint(x: Double(dots.width - 1) / 2, y: 0),
    ]
    func place(_ weights: [Double]) -> DotPoint {
      zip(weights, corners).reduce(DotPoint(x: 0, y: 0)) {
        DotPoint(x: $0.x + $1.0 * $1.1.x, y: $0.y + $1.0 * $1.1.y)
      }
    }
    var canvas = BrailleCanvas(size: cells, owners: 1)
    canvas.polyline(corners + [corners[0]], layer: .background)
    let (old, new) = (place(before), place(after))
    canvas.line(from: old, to: new, owner: 0, layer: .marks)
    let left = 1
    frame.draw(canvas, at: Position(x: left, y: 0)) {
      theme.style($0.owner == nil ? .axis : .value)
    }
    func mark(_ glyph: Character, at dot: DotPoint) {
      let (x, y) = (left + Int(dot.x.rounded()) / 2, Int(dot.y.rounded()) / 4)
      frame[x, y] = Cell(glyph, style: theme.style(.value))
    }
    mark("○", at: old)
    mark("●", at: new)
    for (k, corner) in corners.enumerated() {
      let x = left + Int(corner.x / 2) + (k == 0 ? -1 : 1)
      frame.write(
        String(Marks.name(k)), x: x, y: Int(corner.y / 4), style: theme.style(.component(k)))
    }
    let legend = left + cells.width + 3
    for (row, text) in Self.legend.enumerated() {
      frame.write(
        text, in: Rect(x: legend, y: row, width: max(0, frame.size.width - legend), height: 1),
        style: theme.style(.muted))
    }
  }

  /// What the marks mean.
  static let marks = "○ old  ● new"

  /// What the triangle and its marks mean.
  private static let legend = ["sum 1", "○ old", "● new"]

  private func drawBars(on frame: inout Frame) {
    frame.write("π of 0 to 1: █ new, │ old", x: 0, y: 0, style: theme.style(.muted))
    let length = frame.size.width - 12
    guard length > 4 else { return }
    for (k, (old, new)) in zip(before, after).enumerated() where k + 1 < frame.size.height {
      let style = theme.style(.component(k))
      frame.write("\(Marks.mark(k)) \(Marks.name(k))", x: 0, y: k + 1, style: style)
      func columns(_ weight: Double) -> Int {
        Int((min(1, max(0, weight)) * Double(length - 1)).rounded())
      }
      for x in 0..<columns(new) { frame[4 + x, k + 1] = Cell("█", style: style) }
      frame[4 + columns(old), k + 1] = Cell("│", style: theme.style(.value))
      frame.write(
        new.fixed(3), in: Rect(x: frame.size.width - 7, y: k + 1, width: 7, height: 1),
        alignment: .right, style: theme.style(.value))
    }
  }
}
