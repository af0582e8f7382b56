import MixtureEngine
import RealModule
import TerminalCanvas

/// The logarithm, the points (rₖ, log rₖ) on it, and above p(x) both sides of Jensen's inequality.
///
/// The abscissa is r in units of p(x), so that nothing underflows, and the ordinate log r. The mean of
/// the marks, each with its qₖ, lies at p(x), on or below the curve. Lines lead to it from the marks: of
/// two components they are the chord.
struct JensenChart {
  var terms: JensenTerms
  /// The component whose share is in hand, if q is.
  var held: Int?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let gutter = size.width >= 36 ? labels.map { DisplayWidth.of($0) }.max() ?? 0 : 0
    let plot = Rect(
      x: gutter + 2, y: 0, width: size.width - gutter - 2, height: size.height - 2)
    guard plot.size.width > 4, plot.size.height > 2 else { return frame }
    let viewport = Viewport(x: 0...reach, y: depth...height, size: plot.size)
    var picture = Frame(size: plot.size)
    drawLines(on: &picture, viewport)
    let ends = drawGap(on: &picture, viewport)
    drawMarks(on: &picture, viewport)
    writeNames(on: &picture, viewport, ends)
    frame.verticalLine(
      x: plot.origin.x - 1, y: 0, height: plot.size.height, style: theme.style(.axis))
    frame.paste(picture, at: plot.origin)
    if gutter > 0 { labelHeights(ends, on: &frame, gutter) }
    labelRatios(viewport, plot, on: &frame)
    return frame
  }

  // MARK: - What is shown

  /// A component's place: r in units of p(x), and its logarithm.
  private struct Mark {
    var component: Int
    var share: Double
    var logRatio: Double
    var ratio: Double { .exp(logRatio) }
  }

  /// The components that q gives a share, the most responsible last.
  private var marks: [Mark] {
    terms.rows.compactMap { row in
      row.logRatio.map {
        Mark(
          component: row.component, share: row.responsibility,
          logRatio: terms.logOfMean > -.infinity ? $0 - terms.logOfMean : $0)
      }
    }
    .filter(\.logRatio.isFinite)
    .sorted { ($0.share, $1.component) < ($1.share, $0.component) }
  }

  /// Σₖ qₖ log rₖ − log p(x), where it is a number.
  private var mean: Double? {
    let mean = -terms.gap
    return mean.isFinite ? mean : nil
  }

  /// The greatest r that is shown, in units of p(x).
  private var reach: Double {
    min(max(1.35, 1.1 * (marks.map(\.ratio).max() ?? 1)), 12)
  }

  /// The least log r that is shown: both sides are, and every mark with some part in the mean; of the
  /// others what lies not far below.
  private var depth: Double {
    let own = marks.filter { $0.share >= 0.05 }.map(\.logRatio).min() ?? 0
    let lowest = max(marks.map(\.logRatio).min() ?? 0, -max(1.5, 3.5 * -(mean ?? 0)))
    return min(1.1 * min(own, lowest), -1.2)
  }

  private var height: Double { .log(reach) - depth / 12 }

  // MARK: - Lines and marks

  private func drawLines(on picture: inout Frame, _ viewport: Viewport) {
    var canvas = BrailleCanvas(size: viewport.size, owners: 2, sharing: .last)
    let first = Double.exp(depth)
    let columns = 2 * viewport.size.width
    let curve = (0...columns).map { first + (reach - first) * Double($0) / Double(columns) }
    if let mean {
      for mark in marks where mark.share >= 0.005 {
        canvas.line(
          from: viewport.dot(1, mean), to: viewport.dot(mark.ratio, mark.logRatio), owner: 1,
          dash: theme.hasColors ? .solid : .dashed)
      }
    }
    canvas.polyline(curve.map { viewport.dot($0, .log($0)) }, owner: 0)
    picture.draw(canvas, at: .zero) { theme.style($0.owner == 1 ? .bound : .likelihood) }
  }

  /// The cells of both sides of the inequality.
  private struct Ends {
    var top: Position
    var bottom: Position
  }

  /// Measures the gap from the curve down to the mean of the marks.
  private func drawGap(on picture: inout Frame, _ viewport: Viewport) -> Ends? {
    guard let mean, let top = viewport.cell(1, 0), let bottom = viewport.cell(1, mean) else {
      return nil
    }
    if top == bottom {
      let meet = marks.allSatisfy { abs($0.logRatio) < 1e-6 }
      let cell = Cell(meet ? "◆" : "┼", style: theme.style(.value))
      picture.place(cell, at: DotPoint(x: 1, y: 0), in: viewport)
    } else {
      picture[top] = Cell("┬", style: theme.style(.value))
      for y in (top.y..<bottom.y).dropFirst() {
        picture[top.x, y] = Cell("┊", style: theme.style(.value))
      }
      picture[bottom] = Cell("┴", style: theme.style(.value))
    }
    return Ends(top: top, bottom: bottom)
  }

  /// The components' marks on the curve, at its end where they lie off the picture; where all meet at
  /// p(x) one mark stands for them.
  private func drawMarks(on picture: inout Frame, _ viewport: Viewport) {
    for mark in marks {
      let isFar = mark.ratio > reach
      let place = DotPoint(
        x: isFar ? reach : mark.ratio, y: isFar ? .log(reach) : max(mark.logRatio, depth))
      guard let cell = viewport.cell(place.x, place.y), picture[cell].character != "◆" else {
        continue
      }
      picture.place(
        Cell(Marks.mark(mark.component), style: theme.style(.component(mark.component))),
        at: place, in: viewport)
    }
  }

  private func writeNames(on picture: inout Frame, _ viewport: Viewport, _ ends: Ends?) {
    picture.write("log r", x: 1, y: 0, style: theme.style(.muted))
    let foot = Spelling.current("r = p(x,k)/q")
    let width = DisplayWidth.of(foot)
    let place = Rect(
      x: viewport.size.width - width, y: viewport.size.height - 1, width: width, height: 1)
    if picture.isFree(place) {
      picture.write(foot, x: place.origin.x, y: place.origin.y, style: theme.style(.muted))
    }
    guard let ends else { return }
    if ends.top == ends.bottom {
      let meet = picture[ends.top].character == "◆"
      write(meet ? "all rₖ meet" : "the gap is small", before: ends.top, on: &picture, .value)
      return
    }
    write(
      Spelling.choose("log Σ q r", ascii: "log sum q r"), before: ends.top, on: &picture,
      .likelihood)
    write(
      Spelling.choose("Σ q log r", ascii: "sum q log r"), after: ends.bottom, on: &picture, .bound)
  }

  private func write(
    _ text: String, after cell: Position, on picture: inout Frame, _ role: Role
  ) {
    let text = Spelling.current(text)
    let width = DisplayWidth.of(text)
    for y in [cell.y, cell.y + 1] {
      let rect = Rect(x: cell.x + 2, y: y, width: width, height: 1)
      if picture.isFree(rect) {
        picture.write(text, x: rect.origin.x, y: y, style: theme.style(role))
        return
      }
    }
  }

  private func write(
    _ text: String, before cell: Position, on picture: inout Frame, _ role: Role
  ) {
    let text = Spelling.current(text)
    let width = DisplayWidth.of(text)
    for y in [cell.y, cell.y - 1] {
      let rect = Rect(x: cell.x - 1 - width, y: y, width: width, height: 1)
      if picture.isFree(rect) {
        picture.write(text, x: rect.origin.x, y: y, style: theme.style(role))
        return
      }
    }
  }

  // MARK: - Labels

  /// Both sides as the axis writes them.
  private var labels: [String] {
    [terms.logOfMean, terms.meanOfLogs].filter(\.isFinite).map { $0.total(10).withTrueMinus }
  }

  private func labelHeights(_ ends: Ends?, on frame: inout Frame, _ gutter: Int) {
    guard let ends else { return }
    for (y, label) in zip([ends.top.y, ends.bottom.y], labels)
    where y == ends.top.y || ends.bottom.y > ends.top.y {
      if y == ends.bottom.y, ends.top.y == ends.bottom.y, label != labels[0] { continue }
      frame.write(
        label, in: Rect(x: 0, y: y, width: gutter, height: 1), alignment: .right,
        style: theme.style(.axis))
      frame[gutter + 1, y] = Cell("┤", style: theme.style(.axis))
    }
  }

  /// p(x) and the rₖ below the axis, as far as there is room; of one off the picture it is said where.
  private func labelRatios(_ viewport: Viewport, _ plot: Rect, on frame: inout Frame) {
    let y = plot.rows.upperBound
    frame[plot.origin.x - 1, y] = Cell("└", style: theme.style(.axis))
    frame.horizontalLine(x: plot.origin.x, y: y, width: plot.size.width, style: theme.style(.axis))
    var names = [(names: ["p(xₙ)"], ratio: 1.0, role: Role.value)]
    for mark in marks.reversed() {
      let name = "r" + Notation.subscripted(mark.component + 1)
      let place =
        mark.ratio > reach ? [" far right"] : mark.logRatio < depth ? [" far below"] : []
      names.append(
        (
          place.map { name + $0 } + [name], min(mark.ratio, reach), .component(mark.component)
        ))
    }
    for (names, ratio, role) in names {
      guard let cell = viewport.cell(ratio, viewport.y.lowerBound) else { continue }
      for name in names.map(Spelling.current.callAsFunction) {
        let width = DisplayWidth.of(name)
        let x = min(max(0, plot.origin.x + cell.x - width / 2), frame.size.width - width)
        let rect = Rect(x: x - 1, y: y + 1, width: width + 2, height: 1)
        guard frame.isFree(rect.intersection(frame.bounds)) else { continue }
        frame[plot.origin.x + cell.x, y] = Cell("┬", style: theme.style(.axis))
        frame.write(name, x: x, y: y + 1, style: theme.style(role))
        break
      }
    }
  }
}

extension Frame {
  /// Whether nothing is written in a part of the frame that lies within it.
  fileprivate func isFree(_ rect: Rect) -> Bool {
    guard rect.origin.x >= 0, rect.origin.y >= 0, rect.columns.upperBound <= size.width,
      rect.rows.upperBound <= size.height
    else { return false }
    return rect.cells.allSatisfy { self[$0].isBlank }
  }
}
