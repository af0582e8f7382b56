import MixtureEngine
import TerminalCanvas

/// One chart against K, of quantities that share a scale, each with its best K marked.
struct ChoiceChart {
  /// A quantity of each fit.
  struct Line {
    /// Its name, as short as that of a formula.
    var name: String
    var role: Role
    var dash = Dash.solid
    /// The value at each K, ascending.
    var points: [DotPoint]
    /// The best K, where the quantity has one that is not just the last.
    var best: Int?
    /// The K whose value can't be the best one.
    var missing: Set<Int> = []
  }

  /// What is said of the lines behind their names.
  var remark: String
  var lines: [Line]

  /// The charts of a choice: L or J, the criteria, and the held-out points.
  static func all(of choice: ChoiceOfK) -> [ChoiceChart] {
    let rows = choice.rows
    let isHard = rows.contains { $0.best?.distortion != nil }
    func points(_ value: (ChoiceOfK.Row) -> Double?) -> [DotPoint] {
      rows.map { DotPoint(x: Double($0.components), y: value($0) ?? .nan) }
    }
    let missing = Set(rows.filter(\.isNotFoundYet).map(\.components))
    var charts = [
      ChoiceChart(
        remark: isHard ? "falls" : "rises",
        lines: [
          Line(
            name: isHard ? "J" : "L", role: .likelihood,
            points: points { row in row.best.map { isHard ? -$0.objective : $0.objective } },
            missing: missing)
        ])
    ]
    if !isHard {
      charts.append(
        ChoiceChart(
          remark: "least",
          lines: [
            Line(
              name: "ICL", role: .muted, dash: .dotted, points: points { $0.criteria?.icl },
              best: choice.best(by: \.icl)),
            Line(
              name: "BIC", role: .value, points: points { $0.criteria?.bic },
              best: choice.best(by: \.bic)),
          ]))
    }
    if let best = choice.bestOnHeldOut {
      charts.append(
        ChoiceChart(
          remark: isHard ? "per point, least" : "per point, greatest",
          lines: [
            Line(
              name: "held-out \(isHard ? "J" : "L")", role: .bound,
              points: points { $0.heldOut }, best: best)
          ]))
    }
    return charts
  }

  func frame(over range: ClosedRange<Int>, selection: Int, size: Size, theme: Theme) -> Frame {
    var frame = Frame(size: size)
    guard size.height > 1 else { return frame }
    let area = frame.bounds.split(top: 1).rest
    var end = 0
    for (number, line) in lines.reversed().enumerated() {
      if number > 0 { end += frame.write(", ", x: end, y: 0, style: theme.style(.muted)) }
      end += frame.write(
        line.name + (line.dash == .solid ? "" : " (dotted)"), x: end, y: 0,
        style: theme.style(line.role))
    }
    frame.write(
      lines.contains { $0.best != nil } ? " \(remark) ◆" : " \(remark)", x: end, y: 0,
      style: theme.style(.muted))
    let (x, y) = (
      Double(range.lowerBound)...Double(max(range.upperBound, range.lowerBound + 1)), heights
    )
    let chart = LineChart(
      lines.map { LineChart.Series($0.points, style: theme.style($0.role), dash: $0.dash) },
      marks: lines.flatMap { marks(of: $0, selection, theme) }, x: x, y: y,
      axisStyle: theme.style(.axis))
    var drawn = chart.frame(size: area.size)
    nameEach(range, selection, Axes(x: x, y: y, size: area.size), on: &drawn, theme)
    frame.paste(drawn, at: area.origin)
    return frame
  }

  /// From the least value to the greatest.
  private var heights: ClosedRange<Double> {
    let values = lines.flatMap(\.points).map(\.y).filter(\.isFinite)
    guard let least = values.min(), let greatest = values.max() else { return 0...1 }
    return least...greatest
  }

  /// Writes every K below the axis, not round numbers alone.
  private func nameEach(
    _ range: ClosedRange<Int>, _ selection: Int, _ axes: Axes, on frame: inout Frame,
    _ theme: Theme
  ) {
    let row = axes.plot.rows.upperBound
    guard axes.plot.origin.x > 0, row + 1 < axes.size.height else { return }
    let blank = String(repeating: " ", count: axes.size.width)
    frame.write(blank, x: 0, y: row + 1, style: theme.style(.axis))
    frame.horizontalLine(
      x: axes.plot.origin.x, y: row, width: axes.plot.size.width, style: theme.style(.axis))
    var free = 0
    for k in range {
      guard let cell = axes.viewport.cell(Double(k), axes.viewport.y.lowerBound) else { continue }
      let (x, name) = (axes.plot.origin.x + cell.x, "\(k)")
      guard x >= free, x + name.count <= axes.size.width else { continue }
      frame[x, row] = Cell("┬", style: theme.style(.axis))
      frame.write(name, x: x, y: row + 1, style: theme.style(k == selection ? .value : .axis))
      free = x + name.count + 1
    }
  }

  /// The chosen K, those that were not found yet, and the best one, which goes before.
  private func marks(of line: Line, _ selection: Int, _ theme: Theme) -> [LineChart.Mark] {
    line.points.filter(\.isFinite).compactMap { point in
      let k = Int(point.x)
      let cell: Cell? =
        k == line.best
        ? Cell("◆", style: theme.style(line.role == .muted ? .text : line.role))
        : line.missing.contains(k)
          ? Cell("×", style: theme.style(.alert))
          : k == selection ? Cell("●", style: theme.style(line.role)) : nil
      return cell.map { LineChart.Mark($0, at: point) }
    }
  }
}
