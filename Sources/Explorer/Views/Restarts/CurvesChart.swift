import MixtureEngine
import TerminalCanvas

/// The way of the objective in many runs, each in the colour of the optimum that it ends in.
///
/// A student in the last row has to see the last nats: so upward stands how near a run has come to the
/// best objective that is known, on a log scale, and iterations stand on a log scale, too. A run that
/// stays behind ends in a level stretch, one that reaches the best goes on to the top.
struct CurvesChart {
  var restarts: Restarts
  var traces: [RunTrace]
  var look: OptimaLook
  /// The chosen row of the table; its curves lie over the others.
  var selection: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let plot = Rect(
      x: Self.gutter + 1, y: 1, width: size.width - Self.gutter - 3, height: size.height - 3)
    guard plot.size.width > 8, plot.size.height > 2, let scale = Scale(of: traces, restarts) else {
      return frame
    }
    frame.write(caption, in: frame.bounds.split(top: 1).top, style: theme.style(.muted))
    drawAxes(scale, around: plot, on: &frame)
    drawCurves(scale, in: plot, on: &frame)
    return frame
  }

  private static let gutter = 6

  private var isHard: Bool { restarts.optima.all.first?.distortion != nil }

  private var caption: String {
    let what = isHard ? "J above the least" : "nats below the best L"
    return "\(what), by iteration: log scales"
      + (traces.count < restarts.runs.count
        ? ", \(traces.count) of \(restarts.runs.count) runs" : "")
  }

  /// The number of the row that a run belongs to.
  private var rows: [UInt64: Int] {
    let collapsed = restarts.optima.all.count
    return Dictionary(
      zip(restarts.runs, restarts.rows).map { ($0.seed, $1.optimum ?? collapsed) },
      uniquingKeysWith: { first, _ in first })
  }

  private func style(_ row: Int) -> Style {
    let isCollapsed = row >= restarts.optima.all.count
    var style = theme.style(isCollapsed ? .alert : look.role(row))
    style.bold = row == selection
    return style
  }

  private func drawCurves(_ scale: Scale, in plot: Rect, on frame: inout Frame) {
    let rows = rows
    let dots = Size(width: plot.size.width * 2, height: plot.size.height * 4)
    var canvas = BrailleCanvas(size: plot.size, owners: OptimaTable.count(of: restarts))
    var ends: [Int: DotPoint] = [:]
    for trace in traces {
      guard let row = rows[trace.seed], let last = trace.places.last else { continue }
      let way = trace.places.map { scale.dot($0, dots) }
      // The curves of the chosen row own their cells.
      let layer = row == selection ? BrailleCanvas.Layer.points : .curve
      canvas.polyline(way, owner: row, layer: layer)
      let end = scale.dot(last, dots)
      if way.count == 1 { canvas.set(end, owner: row, layer: layer) }
      if end.x > ends[row]?.x ?? -1 { ends[row] = end }
    }
    frame.draw(canvas, at: plot.origin) { style($0.owner ?? 0) }
    // Each row's letter stands behind its longest run, the best one's and the chosen one's on top.
    for row in ends.keys.sorted(by: >).filter({ $0 != selection }) + [selection] {
      guard let end = ends[row] else { continue }
      let letter = row < restarts.optima.all.count ? look.letter(row) : "×"
      frame.write(
        "\(letter)", x: plot.origin.x + Int(end.x) / 2 + 1,
        y: plot.origin.y + min(max(0, Int(end.y.rounded()) / 4), plot.size.height - 1),
        style: style(row))
    }
  }

  private func drawAxes(_ scale: Scale, around plot: Rect, on frame: inout Frame) {
    let style = theme.style(.axis)
    let (column, row) = (plot.origin.x - 1, plot.rows.upperBound)
    frame.verticalLine(x: column, y: plot.origin.y, height: plot.size.height, style: style)
    frame.horizontalLine(x: column + 1, y: row, width: plot.size.width, style: style)
    frame[column, row] = Cell("└", style: style)
    for (label, share) in scale.heights(most: plot.size.height) {
      let y = plot.origin.y + Int((share * Double(plot.size.height * 4 - 1)).rounded()) / 4
      frame.write(
        label.fitted(to: Self.gutter, alignment: .right), x: 0, y: y, style: style)
      frame[column, y] = Cell("┤", style: style)
    }
    var free = plot.origin.x - 1
    for (label, share) in scale.iterations {
      let x = plot.origin.x + Int((share * Double(plot.size.width * 2 - 1)).rounded()) / 2
      let start = max(x - (label.count - 1) / 2, 0)
      guard start >= free, start + label.count <= frame.size.width else { continue }
      frame[x, row] = Cell("┬", style: style)
      frame.write(label, x: start, y: row + 1, style: style)
      free = start + label.count + 1
    }
  }
}

extension CurvesChart {
  /// Where a distance from the best and a number of iterations stand: shares of the chart from the left
  /// and from the top.
  private struct Scale {
    /// The best objective.
    private let best: Double
    /// The distance at the top.
    private let near: Double
    /// The decimal logarithms of the distances at the top and at the bottom.
    private let top, bottom: Double
    /// That of one more than the most iterations.
    private let right: Double
    private let mostIterations: Int

    /// What is nearer than this many nats, or than this share of J, is as good as there.
    private static let nearest = (nats: 0.01, share: 1e-4)
    /// The most decades that are shown.
    private static let mostDecades = 6.0

    /// A scale for some ways, `nil` where there is nothing to show.
    init?(of traces: [RunTrace], _ restarts: Restarts) {
      guard let optimum = restarts.optima.all.first, !traces.isEmpty else { return nil }
      let best = optimum.objective
      self.best = best
      // Starts are far below what they lead to, and say little: the chart may cut them.
      let far =
        traces.flatMap(\.places).filter { $0.iteration > 0 }.map { best - $0.objective }
        .filter(\.isFinite).max() ?? 1
      near =
        optimum.distortion.map { max($0 * Self.nearest.share, far * 1e-6, .leastNormalMagnitude) }
        ?? Self.nearest.nats
      top = near.decades
      bottom = min(max(max(far, near).decades, top + 1), top + Self.mostDecades)
      mostIterations = max(1, traces.compactMap(\.places.last?.iteration).max() ?? 1)
      right = Double(mostIterations + 1).decades
    }

    /// The place among the dots of a chart.
    func dot(_ place: RunTrace.Place, _ dots: Size) -> DotPoint {
      DotPoint(
        x: left(of: place.iteration) * Double(dots.width - 1),
        y: down(to: max(best - place.objective, near)) * Double(dots.height - 1))
    }

    private func left(of iteration: Int) -> Double { Double(iteration + 1).decades / right }

    private func down(to distance: Double) -> Double { (distance.decades - top) / (bottom - top) }

    /// Powers of ten between the ends, as many as there is room for.
    func heights(most: Int) -> [(label: String, share: Double)] {
      let (first, last) = (Int((top - 1e-9).rounded(.up)), Int((bottom + 1e-9).rounded(.down)))
      guard first <= last else { return [] }
      let step = max(1, (last - first + 1) * 2 / max(2, most))
      return stride(from: first, through: last, by: step).map { exponent in
        let value = Double("1e\(exponent)") ?? 0
        return (
          value.significant(1), min(1, max(0, (Double(exponent) - top) / (bottom - top)))
        )
      }
    }

    /// 0 and 1, 2 and 5 times the powers of ten.
    var iterations: [(label: String, share: Double)] {
      var numbers = [0]
      var power = 1
      while power <= mostIterations {
        numbers += [power, 2 * power, 5 * power].filter { $0 <= mostIterations }
        power *= 10
      }
      return numbers.map { ("\($0)", left(of: $0)) }
    }
  }
}
