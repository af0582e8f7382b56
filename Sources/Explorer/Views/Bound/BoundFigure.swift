import MixtureEngine
import TerminalCanvas

/// L and F along the line from θ⁽ᵗ⁾ to θ⁽ᵗ⁺¹⁾.
///
/// Marks say where they touch, where F is greatest, and where the run stands. Before the first
/// E-step there is no bound, and L is drawn alone.
struct BoundFigure {
  var curve: BoundCurve
  var progress: MaximizationStep.Progress
  var criterion: Criterion
  /// The number t.
  var iteration: Int
  /// How many points there are, N.
  var pointCount: Int
  var notation: Notation
  var theme: Theme

  private var names: BoundNames { BoundNames(criterion) }
  private var hasBound: Bool { progress != .awaitsPosterior }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (head, area) = frame.bounds.split(top: 2)
    writeHead(on: &frame, in: head)
    guard area.size.height >= 3, let scale else { return frame }
    let gutter = area.size.width < Self.wide ? 0 : Self.gutter
    frame.paste(chart(scale, gutter: gutter).frame(size: area.size), at: area.origin)
    let axes = Axes(x: reach, y: scale, size: area.size, gutter: gutter)
    drawGap(on: &frame, axes, at: area.origin)
    nameEnds(on: &frame, axes, at: area.origin)
    return frame
  }

  /// Room for most numbers, where there is room: the curves stay in their place from step to step.
  private static let (gutter, wide) = (8, 50)

  private func writeHead(on frame: inout Frame, in rect: Rect) {
    frame.write(title, in: rect.split(top: 1).top, style: theme.style(.value))
    guard rect.size.height > 1 else { return }
    var x = rect.origin.x
    for (text, role) in legend {
      x += frame.write(text, x: x, y: rect.origin.y + 1, style: theme.style(role)) + 2
    }
  }

  /// What is drawn, and along which line.
  var title: String {
    let line = "the line \(notation.theta(iteration)) → \(notation.theta(iteration + 1))"
    let title = hasBound ? "\(names.objective) and \(names.bound)" : names.objective
    let sampled =
      curve.sampledPoints < pointCount
      ? "  (gap from \(curve.sampledPoints) of \(pointCount) points)" : ""
    return "\(title) along \(line)\(sampled)"
  }

  private var legend: [(String, Role)] {
    guard hasBound else {
      return [
        ("── \(names.objective)", .likelihood), ("● here", .value),
        ("no bound yet: the E-step makes one that touches at ●", .muted),
      ]
    }
    return [
      ("── \(names.objective)", .likelihood), ("╌╌ \(names.bound)", .bound), ("● here", .value),
      ("◇ they touch", .text), ("\(names.extreme), where M goes", .bound),
    ] + (isFlat ? [("no gain left", .muted)] : [])
  }

  /// What a place of the curve is worth, as the picture shows it.
  private func shown(_ value: Double) -> Double { names.sign * value }

  /// Where the curves begin and end.
  private var reach: ClosedRange<Double> {
    (curve.samples.first?.s ?? 0)...(curve.samples.last?.s ?? 1)
  }

  private func chart(_ scale: ClosedRange<Double>, gutter: Int) -> LineChart {
    var series = [
      LineChart.Series(
        curve.samples.map { DotPoint(x: $0.s, y: shown($0.objective)) },
        style: theme.style(.likelihood))
    ]
    if hasBound {
      series.insert(
        LineChart.Series(
          curve.samples.map { DotPoint(x: $0.s, y: shown($0.bound)) }, style: theme.style(.bound),
          dash: .dashed), at: 0)
    }
    return LineChart(
      series, marks: marks, x: reach, y: scale, axisStyle: theme.style(.axis), gutter: gutter)
  }

  private var marks: [LineChart.Mark] {
    func mark(_ glyph: Character, _ role: Role, _ s: Double, _ value: Double) -> LineChart.Mark {
      LineChart.Mark(Cell(glyph, style: theme.style(role)), at: DotPoint(x: s, y: shown(value)))
    }
    var marks: [LineChart.Mark] = []
    if hasBound, let touch = curve.sample(at: 0) {
      marks.append(mark("◇", .value, 0, touch.objective))
    }
    if hasBound, let top = curve.top {
      marks.append(mark(names.extremeMark, .bound, top.s, top.bound))
    }
    if let present = curve.sample(at: curve.present) {
      marks.append(mark("●", .value, present.s, present.objective))
    }
    return marks
  }

  /// The way from F up to L where the run stands, once its M-step has opened the gap.
  private func drawGap(on frame: inout Frame, _ axes: Axes, at origin: Position) {
    guard progress == .taken, let present = curve.sample(at: 1),
      let top = axes.viewport.cell(1, shown(present.objective)),
      let bottom = axes.viewport.cell(1, shown(present.bound))
    else { return }
    let x = origin.x + axes.plot.origin.x + top.x
    let rows = min(top.y, bottom.y)..<max(top.y, bottom.y)
    for y in rows.dropFirst() {
      frame[x, origin.y + axes.plot.origin.y + y] = Cell("┊", style: theme.style(.value))
    }
    guard rows.count > 2 else { return }
    frame.write(
      gap(present), x: x + 2,
      y: origin.y + axes.plot.origin.y + rows.lowerBound
        + rows.count / 2, style: theme.style(.value))
  }

  /// How far F lies below L at a place.
  private func gap(_ place: BoundCurve.Sample) -> String {
    "\(names.gap) \((place.objective - place.bound).significant(4))"
  }

  /// Both curves at the ends of the line, and the gap where the M-step has opened one.
  var ends: [String] {
    [(0.0, iteration), (1.0, iteration + 1)].compactMap { s, t in
      curve.sample(at: s).map { place in
        let bound = hasBound ? "   \(names.bound) \(shown(place.bound).total(14))" : ""
        let gap = progress == .taken && s == 1 ? "   " + gap(place) : ""
        return "at \(notation.theta(t)): \(names.objective) \(shown(place.objective).total(14))"
          + bound + gap
      }
    }
  }

  /// θ⁽ᵗ⁾ and θ⁽ᵗ⁺¹⁾ in the place of 0 and 1 on the axis.
  private func nameEnds(on frame: inout Frame, _ axes: Axes, at origin: Position) {
    guard axes.plot.origin.x > 0 else { return }
    let low = axes.viewport.y.lowerBound
    for (s, t) in [(0.0, iteration), (1.0, iteration + 1)] {
      guard let cell = axes.viewport.cell(s, low) else { continue }
      let name = " \(notation.theta(t)) "
      frame.write(
        name, x: origin.x + axes.plot.origin.x + cell.x - (name.count - 1) / 2,
        y: origin.y + axes.plot.rows.upperBound + 1, style: theme.style(.text))
    }
  }

  /// Whether nothing changes along the line but rounding.
  private var isFlat: Bool {
    guard let (low, high) = extent else { return true }
    return high - low < leastExtent(high)
  }

  /// The lowest and the highest of both curves between θ⁽ᵗ⁾ and θ⁽ᵗ⁺¹⁾.
  private var extent: (low: Double, high: Double)? {
    let inner = curve.samples.filter { (0...1).contains($0.s) }
    let values = (inner.map(\.objective) + (hasBound ? inner.map(\.bound) : []))
      .map(shown).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    return (low, high)
  }

  /// The least extent that an axis shows: less is rounding.
  private func leastExtent(_ value: Double) -> Double { max(1e-9 * abs(value), 1e-300) }

  /// What the axis shows: the way from θ⁽ᵗ⁾ to θ⁽ᵗ⁺¹⁾ fills most of it, what lies beyond may
  /// leave it.
  private var scale: ClosedRange<Double>? {
    guard let (low, high) = extent else { return nil }
    let least = leastExtent(high)
    let height = max(high - low, least)
    let middle = low / 2 + high / 2
    let (below, above) = names.sign > 0 ? (0.9, 0.8) : (0.8, 0.9)
    return (middle - below * height)...(middle + above * height)
  }
}
