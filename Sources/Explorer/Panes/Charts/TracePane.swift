import MixtureEngine
import TerminalCanvas

/// The objective at each iteration so far: a sparkline, or a chart where there is room for one.
struct TracePane {
  /// The states from the start to the present one.
  var past: ArraySlice<Snapshot>
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
    let ends = "\(text(past.first ?? last)) … \(text(last))  \(Sentences.status(last.status))"
    frame.write(
      (isHard ? "distortion J at each iteration (falls)  " : "log-likelihood L at each iteration  ")
        + ends, in: frame.bounds.split(top: 1).top, style: theme.style(.likelihood))
    let mark = LineChart.Mark(
      Cell("●", style: theme.style(.likelihood)),
      at: DotPoint(x: Double(last.iteration), y: Self.shown(last)))
    let chart = LineChart(
      [LineChart.Series(values: values, style: theme.style(.likelihood))], marks: [mark],
      x: 0...max(10, Double(values.count - 1)), axisStyle: theme.style(.axis))
    let area = frame.bounds.split(top: 1).rest
    frame.paste(chart.frame(size: area.size), at: area.origin)
    return frame
  }

  private func sparkline(
    _ values: [Double], _ first: Snapshot, _ last: Snapshot, size: Size
  ) -> Frame {
    var frame = Frame(size: size)
    let ends = "\(text(first)) … \(text(last))"
    let status = Sentences.status(last.status)
    let right = status.isEmpty ? ends : "\(ends)  \(status)"
    let label = last.model.criterion == .distortion ? "J (falls)" : "L"
    frame.write(label, x: 0, y: 0, style: theme.style(.likelihood))
    let x = label.count + 1
    let width = max(0, size.width - x - DisplayWidth.of(right) - 2)
    frame.write(
      Sparkline(values).text(width: width), x: x, y: 0, style: theme.style(.likelihood))
    frame.write(
      right, in: Rect(x: x + width + 1, y: 0, width: size.width - x - width - 1, height: 1),
      alignment: .right, style: theme.style(.text))
    return frame
  }

  private func text(_ snapshot: Snapshot) -> String {
    snapshot.model.criterion == .distortion
      ? (-snapshot.objective).significant(7) : snapshot.objective.fixed(3)
  }
}
