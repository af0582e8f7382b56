import MixtureEngine
import TerminalCanvas

/// The objective at each iteration so far: a sparkline, or a chart where there is room for one.
struct TracePane {
  /// The states from the start to the present one.
  var past: History<Snapshot>.SubSequence
  /// Where the run is going, where that can be told.
  var forecast: ConvergenceForecast?
  var theme: Theme

  /// From this many rows on, axes are worth their place.
  private static let chartHeight = 6

  func frame(size: Size) -> Frame {
    guard let first = past.first, let last = past.last, size.height > 0 else {
      return Frame(size: size)
    }
    let iterations = past.filter { $0.next == .expectation }
    let values = iterations.map(Self.shown)
    return size.height >= Self.chartHeight
      ? chart(values, last, size: size)
      : sparkline(values, first, last, size: size)
  }

  /// L, or J in the hard limit.
  private static func shown(_ snapshot: Snapshot) -> Double {
    snapshot.model.criterion == .distortion ? -snapshot.objective : snapshot.objective
  }

  private func chart(_ values: [Double], _ last: Snapshot, size: Size) -> Frame {
    var frame = Frame(size: size)
    let isHard = last.model.criterion == .distortion
    let ends = "\(text(past.first ?? last)) … \(text(last))  \(outlook(last))"
    frame.write(
      (isHard ? "distortion J at each iteration (falls)  " : "log-likelihood L at each iteration  ")
        + ends, in: frame.bounds.split(top: 1).top, style: theme.style(.likelihood))
    let x = 0...max(20, Double(values.count - 1))
    var series = [LineChart.Series(values: values, style: theme.style(.likelihood))]
    if let forecast {
      let limit = [x.lowerBound, x.upperBound].map { DotPoint(x: $0, y: forecast.limit) }
      series.insert(
        LineChart.Series(limit, style: theme.style(.muted), dash: .dotted), at: 0)
    }
    let mark = LineChart.Mark(
      Cell("●", style: theme.style(.likelihood)),
      at: DotPoint(x: Double(last.iteration), y: Self.shown(last)))
    let chart = LineChart(
      series, marks: [mark], x: x, axisStyle: theme.style(.axis))
    let area = frame.bounds.split(top: 1).rest
    frame.paste(chart.frame(size: area.size), at: area.origin)
    return frame
  }

  /// One line; what stands at the right has a place of its own, so that the bars stay in theirs.
  private func sparkline(
    _ values: [Double], _ first: Snapshot, _ last: Snapshot, size: Size
  ) -> Frame {
    var frame = Frame(size: size)
    let label = last.model.criterion == .distortion ? "J (falls)" : "L"
    let (left, right) = frame.bounds.split(left: max(label.count + 1, size.width - Self.textWidth))
    let bars = Rect(left.size).split(left: label.count + 1).rest
    frame.write(label, x: 0, y: 0, style: theme.style(.likelihood))
    frame.write(
      Sparkline(values).text(width: bars.size.width), x: bars.origin.x, y: 0,
      style: theme.style(.likelihood))
    let ends = "\(short(first)) … \(short(last))".fitted(to: 20, alignment: .right)
    frame.write("\(ends)  \(outlook(last))", in: right, style: theme.style(.text))
    return frame
  }

  /// The columns of the text beside the bars.
  private static let textWidth = 61

  /// How the run stands, or where it is going.
  private func outlook(_ last: Snapshot) -> String {
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
