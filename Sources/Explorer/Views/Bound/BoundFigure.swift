import MixtureEngine
import TerminalCanvas

/// L and F along a line through θ⁽ᵗ⁾: all of θ to θ⁽ᵗ⁺¹⁾, or the move of one block of it.
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
  /// Whether F along the line is a parabola.
  var isParabola = false
  /// Whether the line is the way that EM would go, while the run climbs otherwise.
  var isEMsOwn = false
  /// Whether the M-step maximises F + log p(θ) and not F.
  var hasPrior = false
  var notation: Notation
  var theme: Theme

  private var names: BoundNames { BoundNames(criterion) }
  private var hasBound: Bool { progress != .awaitsPosterior }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let isWide = size.width >= Self.wide
    let (head, area) = frame.bounds.split(top: isWide || size.height >= 16 ? 2 : 1)
    guard area.size.height >= 3, let scale, curve.samples.count > 1 else {
      frame.write(title, in: frame.bounds.split(top: 1).top, style: theme.style(.value))
      if size.height > 1 {
        frame.write(
          "θ does not move any more, so no line to draw",
          in: Rect(x: 0, y: 1, width: size.width, height: 1), style: theme.style(.text))
      }
      return frame
    }
    let gutter = isWide ? Self.gutter : 0
    let axes = Axes(x: reach, y: scale, size: area.size, gutter: gutter, level: touch)
    let marks = marks(on: axes)
    writeHead(marks, on: &frame, in: head)
    frame.paste(chart(marks, scale, gutter: gutter).frame(size: area.size), at: area.origin)
    drawGap(on: &frame, axes, at: area.origin)
    nameEnds(on: &frame, axes, at: area.origin)
    return frame
  }

  /// Room for most numbers, where there is room: the curves stay in their place from step to step.
  private static let (gutter, wide) = (8, 62)

  // MARK: - Words

  private func writeHead(_ marks: [Mark], on frame: inout Frame, in rect: Rect) {
    let isWide = rect.size.width >= Self.wide
    if rect.size.height > 1 {
      frame.write(
        isWide ? title : shortTitle, in: rect.split(top: 1).top, style: theme.style(.value))
      write(legend(marks), x: 0, y: rect.origin.y + 1, width: rect.size.width, on: &frame)
    } else {
      let x = frame.write(shortTitle, x: 0, y: rect.origin.y, style: theme.style(.value)) + 2
      write(lines, x: x, y: rect.origin.y, width: rect.size.width, on: &frame)
    }
  }

  /// As many parts of the legend as there is room for.
  private func write(
    _ parts: [(String, Role)], x start: Int, y: Int, width: Int, on frame: inout Frame
  ) {
    var x = start
    for (text, role) in parts {
      guard x + DisplayWidth.of(text) <= width else { return }
      x += frame.write(text, x: x, y: y, style: theme.style(role)) + 2
    }
  }

  /// What is drawn, and along which line.
  var title: String {
    let title = hasBound ? "\(names.objective) and \(names.bound)" : names.objective
    let sampled =
      curve.sampledPoints < pointCount
      ? "  (gap from \(curve.sampledPoints) of \(pointCount) points)" : ""
    return "\(title) along \(way)\(isEMsOwn ? ", EM's own step from here" : "")\(prior)\(sampled)"
  }

  /// What is said under a prior, where F alone isn't what M maximises.
  private var prior: String {
    hasPrior ? "; M maximises F + log p(θ)" : ""
  }

  private var way: String {
    if let block = curve.block { return "the move of \(block.name), the rest of θ held" }
    if curve.end == 0 { return "the line from the start through \(notation.theta(iteration))" }
    return "the line \(notation.theta(iteration)) → \(notation.theta(iteration + 1))"
  }

  private var shortTitle: String {
    let own = isEMsOwn ? "EM's own: " : hasPrior ? "without log p(θ): " : ""
    if let block = curve.block { return "\(own)\(block.name) moves" }
    return curve.end == 0
      ? "start → \(notation.theta(iteration))"
      : "\(own)\(notation.theta(iteration)) → \(notation.theta(iteration + 1))"
  }

  /// What the lines are.
  private var lines: [(String, Role)] {
    let dash = theme.hasColors ? "━━" : "╍╍"
    let bound = ("\(dash) \(names.bound)\(isParabola ? ", a parabola" : "")", Role.bound)
    return [("━━ \(names.objective)", .likelihood)] + (hasBound ? [bound] : [])
  }

  private func legend(_ marks: [Mark]) -> [(String, Role)] {
    let shown = marks.map { ("\($0.glyph) \($0.meaning)", $0.role) }
    guard hasBound else {
      return lines + shown + [("no bound yet: the E-step makes one that touches at ●", .muted)]
    }
    return lines + shown
  }

  /// Both curves at the ends of the line, and the gap where the M-step opens one.
  var ends: [String] {
    let places = curve.end == 0 ? [(0.0, iteration)] : [(0.0, iteration), (1.0, iteration + 1)]
    return places.compactMap { s, t in
      curve.sample(at: s).map { place in
        let bound = hasBound ? "   \(names.bound) \(shown(place.bound).total(14))" : ""
        let gap = opensGap && s == 1 ? "   " + gap(place) : ""
        let other = s == 1 ? curve.block.map { " in \($0.name) alone" } ?? "" : ""
        return
          "at \(notation.theta(t))\(other): \(names.objective) \(shown(place.objective).total(14))"
          + bound + gap
      }
    }
  }

  // MARK: - Curves

  /// What a place of the curve is worth, as the picture shows it.
  private func shown(_ value: Double) -> Double { names.sign * value }

  /// Where the curves begin and end.
  private var reach: ClosedRange<Double> {
    (curve.samples.first?.s ?? 0)...(curve.samples.last?.s ?? 1)
  }

  private func chart(
    _ marks: [Mark], _ scale: ClosedRange<Double>, gutter: Int
  ) -> LineChart {
    var series = [
      LineChart.Series(
        curve.samples.map { DotPoint(x: $0.s, y: shown($0.objective)) },
        style: theme.style(.likelihood))
    ]
    if hasBound {
      series.insert(
        LineChart.Series(
          curve.samples.map { DotPoint(x: $0.s, y: shown($0.bound)) }, style: theme.style(.bound),
          dash: theme.hasColors ? .solid : .dashed), at: 0)
    }
    return LineChart(
      series,
      marks: marks.map {
        LineChart.Mark(Cell($0.glyph, style: theme.style($0.role)), at: $0.place)
      }, x: reach, y: scale, level: touch, axisStyle: theme.style(.axis), gutter: gutter)
  }

  /// How high the curves touch: the mark there covers no part of them if its cell has that height in
  /// the middle.
  private var touch: Double? { curve.sample(at: 0).map { shown($0.objective) } }

  /// What the axis shows: all that L is, and of F what lies no farther below the touch than its ends
  /// are meant to fall.
  private var scale: ClosedRange<Double>? {
    let values = curve.samples.flatMap {
      [shown($0.objective)] + (hasBound ? [shown($0.bound)] : [])
    }
    .filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    let margin = (high - low) / 24
    return names.sign > 0 ? low...(high + margin) : (low - margin)...high
  }

  // MARK: - Marks

  /// A place of a curve that stands out.
  struct Mark {
    var glyph: Character
    var meaning: String
    var role: Role
    var place: DotPoint
  }

  /// The marks that can be seen: where two share a cell the later one stands, and says both.
  private func marks(on axes: Axes) -> [Mark] {
    var marks: [Mark] = []
    func add(_ glyph: Character, _ meaning: String, _ role: Role, _ s: Double, _ value: Double) {
      let place = DotPoint(x: s, y: shown(value))
      var mark = Mark(glyph: glyph, meaning: meaning, role: role, place: place)
      let cell = axes.viewport.cell(place.x, place.y)
      if let covered = marks.firstIndex(where: {
        axes.viewport.cell($0.place.x, $0.place.y) == cell
      }) {
        mark.meaning = "\(meaning), \(marks.remove(at: covered).meaning)"
      }
      marks.append(mark)
    }
    guard hasBound else {
      if let touch = curve.sample(at: 0) { add("●", "here", .value, 0, touch.objective) }
      return marks
    }
    if let touch = curve.sample(at: 0) { add("◆", "they touch", .value, 0, touch.objective) }
    if let top = curve.top {
      let isCommon = !hasPrior && (curve.end == 0 || isAtRest(top))
      add(
        names.extremeMark,
        isCommon
          ? "common \(names.sign > 0 ? "top" : "least"): no gain left"
          : curve.block == nil && !hasPrior ? "\(names.extreme), where M goes" : names.extreme,
        .bound, top.s,
        top.bound)
    }
    if curve.block == nil, let present = curve.present, let place = curve.sample(at: present) {
      add("●", "here", .value, place.s, place.objective)
    } else if curve.end == 1, let place = curve.sample(at: 1) {
      add("●", "\(names.objective) there", .value, place.s, place.objective)
    }
    return marks
  }

  /// Whether a step to the top of F gains nothing that could be seen.
  private func isAtRest(_ top: BoundCurve.Sample) -> Bool {
    guard let touch = curve.sample(at: 0) else { return true }
    let least = curve.samples.map(\.bound).filter(\.isFinite).min() ?? touch.bound
    return top.bound - touch.bound <= 1e-3 * (top.bound - least)
  }

  // MARK: - The gap and the ends

  /// Whether L lies above F where the line leads, and the picture says by how much.
  private var opensGap: Bool {
    hasBound && curve.end == 1 && (progress == .taken || curve.block != nil)
  }

  /// The way from F up to L where the step leads.
  private func drawGap(on frame: inout Frame, _ axes: Axes, at origin: Position) {
    guard opensGap, let place = curve.sample(at: 1),
      let high = axes.viewport.cell(1, shown(place.objective)),
      let low = axes.viewport.cell(1, shown(place.bound))
    else { return }
    let corner = Position(
      x: origin.x + axes.plot.origin.x, y: origin.y + axes.plot.origin.y)
    let x = corner.x + high.x
    let rows = min(high.y, low.y)..<max(high.y, low.y)
    for y in rows.dropFirst() {
      frame[x, corner.y + y] = Cell("┊", style: theme.style(.value))
    }
    // Beside the gap, above or below it, where nothing is drawn; else in a corner.
    let text = gap(place)
    let width = DisplayWidth.of(text)
    let right = origin.x + axes.size.width
    func isFree(_ column: Int, _ y: Int) -> Bool {
      column > corner.x && column + width <= right
        && (column - 1..<min(right, column + width + 1)).allSatisfy {
          frame[$0, y].isBlank
        }
    }
    let nearby = (rows.isEmpty ? [high.y] : rows.map { $0 }).flatMap { y in
      [(x + 2, corner.y + y), (x - 1 - width, corner.y + y)]
    }
    let around = [rows.lowerBound - 1, rows.upperBound + 1, rows.lowerBound - 2].filter {
      (0..<axes.plot.size.height).contains($0)
    }.map { (x - width / 2, corner.y + $0) }
    let corners = (0..<max(1, axes.plot.size.height)).flatMap { y in
      [(right - width, corner.y + y), (corner.x + 1, corner.y + y)]
    }
    if let (column, y) = (nearby + around + corners).first(where: isFree) {
      frame.write(text, x: column, y: y, style: theme.style(.value))
    }
  }

  /// How far F lies below L at a place.
  private func gap(_ place: BoundCurve.Sample) -> String {
    let gap = place.objective - place.bound
    let isRounding = gap <= 1e-12 * abs(place.objective)
    let isSampled = curve.sampledPoints < pointCount
    return "\(names.gap) \(isRounding ? "≈ 0" : (isSampled ? "≈ " : "") + gap.significant(4))"
  }

  /// θ⁽ᵗ⁾ and θ⁽ᵗ⁺¹⁾ in the place of numbers on the axis; one name for both where they are too near.
  private func nameEnds(on frame: inout Frame, _ axes: Axes, at origin: Position) {
    guard axes.plot.origin.x > 0 else { return }
    let (plot, row) = (axes.plot, origin.y + axes.plot.rows.upperBound)
    let left = origin.x + plot.origin.x
    frame.horizontalLine(x: left, y: row, width: plot.size.width, style: theme.style(.axis))
    frame.fill(
      Rect(x: origin.x, y: row + 1, width: axes.size.width, height: 1), with: .blank)
    let low = axes.viewport.y.lowerBound
    var free = origin.x
    for (s, t) in [(0.0, iteration), (1.0, iteration + 1)] where s <= curve.end {
      guard let cell = axes.viewport.cell(s, low) else { continue }
      let other =
        curve.block == nil && (curve.end == 0 || isTogether(axes))
        ? ", \(notation.theta(t + 1))" : ""
      // Where one part moves alone its end is no state of the run.
      let name =
        s == 1 && curve.block != nil
        ? "new \(curve.block?.name ?? "")" : notation.theta(t) + (s == 0 ? other : "")
      let width = DisplayWidth.of(name)
      let start = min(left + cell.x - (width - 1) / 2, origin.x + axes.size.width - width)
      guard start >= free else { continue }
      frame[left + cell.x, row] = Cell("┬", style: theme.style(.axis))
      frame.write(name, x: start, y: row + 1, style: theme.style(.text))
      free = start + width + 1
    }
  }

  /// Whether the two names have no room beside each other.
  private func isTogether(_ axes: Axes) -> Bool {
    let low = axes.viewport.y.lowerBound
    guard let first = axes.viewport.cell(0, low), let second = axes.viewport.cell(1, low) else {
      return false
    }
    return abs(second.x - first.x) <= DisplayWidth.of(notation.theta(iteration + 1))
  }
}

extension ParameterBlock {
  /// What it is called, components counted from 1.
  var name: String {
    switch self {
    case .mean(let k): "mean \(k + 1)"
    case .line(let k): "line \(k + 1)"
    case .covariance(let k): "Σ\(Notation.subscripted(k + 1))"
    case .sharedCovariance: "Σ"
    }
  }
}
