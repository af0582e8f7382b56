import MixtureEngine
import TerminalCanvas

/// The objective at each iteration so far: a sparkline, or a chart where there is room for one.
struct TracePane {
  /// The objective at each iteration up to the present one: (iteration, L or J).
  var trace: Path
  /// The state at the start.
  var first: Snapshot
  /// The present state.
  var last: Snapshot
  /// Where the run is going, where that can be told.
  var forecast: ConvergenceForecast?
  var theme: Theme

  /// From this many rows on, axes are worth their place.
  private static let chartHeight = 6

  func frame(size: Size) -> Frame {
    guard size.height > 0 else { return Frame(size: size) }
    return size.height >= Self.chartHeight ? chart(size: size) : sparkline(size: size)
  }

  /// What the chart is of, where it begins and ends, and how the run stands.
  var summary: String {
    let name =
      last.model.criterion == .distortion
      ? "distortion J at each iteration (falls)" : "log-likelihood L at each iteration"
    return "\(name)  \(text(first)) … \(text(last))  \(outlook)"
  }

  private func chart(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.write(
      summary, in: frame.bounds.split(top: 1).top, style: theme.style(.likelihood))
    let area = frame.bounds.split(top: 1).rest
    let (x, y) = (0...max(20, Double(trace.points.count - 1)), heights)
    let corners = trace.thinned(on: Axes(x: x, y: y, size: area.size).viewport)
    var series = [
      LineChart.Series(
        corners.map { DotPoint(x: $0.x, y: $0.y) }, style: theme.style(.likelihood))
    ]
    if let forecast {
      let limit = [x.lowerBound, x.upperBound].map { DotPoint(x: $0, y: forecast.limit) }
      series.insert(
        LineChart.Series(limit, style: theme.style(.muted), dash: .dotted), at: 0)
    }
    let mark = LineChart.Mark(
      Cell("●", style: theme.style(.likelihood)),
      at: DotPoint(x: Double(last.iteration), y: last.shownObjective))
    let chart = LineChart(
      series, marks: [mark], x: x, y: y, axisStyle: theme.style(.axis))
    frame.paste(chart.frame(size: area.size), at: area.origin)
    return frame
  }

  /// From the least to the greatest that the chart shows.
  private var heights: ClosedRange<Double> {
    var box = trace.box
    box.add(Point(x: 0, y: last.shownObjective))
    if let forecast { box.add(Point(x: 0, y: forecast.limit)) }
    return box.heights ?? 0...1
  }

  /// One line; what stands at the right has a place of its own, so that the bars stay in theirs.
  private func sparkline(size: Size) -> Frame {
    var frame = Frame(size: size)
    let label = last.model.criterion == .distortion ? "J (falls)" : "L"
    let (left, right) = frame.bounds.split(left: max(label.count + 1, size.width - Self.textWidth))
    let bars = Rect(left.size).split(left: label.count + 1).rest
    frame.write(label, x: 0, y: 0, style: theme.style(.likelihood))
    frame.write(
      Sparkline(sampling: trace, width: bars.size.width).text(width: bars.size.width),
      x: bars.origin.x, y: 0, style: theme.style(.likelihood))
    let ends = "\(short(first)) \(Spelling.choose("…", ascii: "to")) \(short(last))".fitted(
      to: 20, alignment: .right)
    frame.write("\(ends)  \(outlook)", in: right, style: theme.style(.text))
    return frame
  }

  /// The columns of the text beside the bars.
  private static let textWidth = 61

  /// How the run stands, or where it is going.
  private var outlook: String {
    guard last.status == .running, let forecast else { return Sentences.status(last.status) }
    return
      "to about \(forecast.limit.fixed(2)), each gain ×\(Self.text(rate: forecast.rate))"
  }

  /// A rate below 1 with two decimals, and with as many more as it takes not to read as 1.
  static func text(rate: Double) -> String {
    let text = (2...15).lazy.map(rate.fixed).first { $0.hasPrefix("0") || rate >= 1 }
    return text ?? "\(rate)"
  }

  private func text(_ snapshot: Snapshot) -> String {
    snapshot.model.criterion == .distortion
      ? (-snapshot.objective).significant(7) : snapshot.objective.fixed(3)
  }

  private func short(_ snapshot: Snapshot) -> String {
    snapshot.model.criterion == .distortion
      ? (-snapshot.objective).significant(5) : snapshot.objective.total(8)
  }
}
