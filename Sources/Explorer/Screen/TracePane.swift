import MixtureEngine
import TerminalCanvas

/// The objective at each iteration so far, and what each gained, on a scale of powers of ten: a
/// straight line there is a linear rate, and says what is still to come.
///
/// Two sparklines, or two charts where there is room for them.
struct TracePane {
  /// The objective at each iteration up to the present one: (iteration, L or J).
  var trace: Path
  /// The state at the start.
  var first: Snapshot
  /// The present state.
  var last: Snapshot
  /// What the held-out points are worth at each iteration, per point, where there are some.
  var heldOut: Path?
  /// The weight of the points that the run sees.
  var totalWeight = 1.0
  /// Where the run is going, where that can be told.
  var forecast: ConvergenceForecast?
  /// Where other libraries would have stopped on the way to here.
  var stops: [OtherStop] = []
  var theme: Theme

  /// From this many rows on, axes are worth their place.
  private static let chartHeight = 6
  /// From this many columns on, two charts stand side by side.
  private static let pairWidth = 100

  func frame(size: Size) -> Frame {
    guard size.height > 0 else { return Frame(size: size) }
    guard size.height >= Self.chartHeight else { return sparklines(size: size) }
    guard size.width >= Self.pairWidth else { return chart(size: size) }
    var frame = Frame(size: size)
    let (left, right) = frame.bounds.split(left: size.width / 2)
    frame.paste(chart(size: left.split(left: left.size.width - 2).left.size), at: left.origin)
    frame.paste(gainChart(size: right.size), at: right.origin)
    return frame
  }

  /// What the chart is of, where it begins and ends, and how the run stands.
  var summary: String {
    let name =
      isHard ? "distortion J at each iteration (falls)" : "log-likelihood L at each iteration"
    return "\(name)  \(text(first)) … \(text(last))  \(outlook)"
  }

  /// The points' worth and that of the held-out points, per point; empty where none are held out.
  var heldOutSummary: String {
    guard let heldOut, let value = heldOut.points.last?.y else { return "" }
    let seen = last.shownObjective / totalWeight
    return
      "per point: \(isHard ? "J" : "L") \(seen.significant(5)), held out \(value.significant(5))"
  }

  /// What the first and the latest iteration gained; empty before there are any.
  var gainSummary: String {
    let gains = gains(most: 2)
    return gains.isEmpty ? "" : "each iteration gained  \(ends(of: gains))"
  }

  /// Where other libraries would have stopped; empty before the first would have.
  var stopSummary: String {
    guard !stops.isEmpty else { return "" }
    let sentences = stopsByIteration.map { "\($0.text) at \($0.iteration)" }
    return "would have stopped: " + sentences.joined(separator: "; ")
  }

  private var isHard: Bool { last.model.criterion == .distortion }

  /// L per point, and that of the held-out points on the same scale.
  private func perPointChart(_ heldOut: Path, size: Size) -> Frame {
    var frame = Frame(size: size)
    let (caption, area) = frame.bounds.split(top: 1)
    frame.write(
      heldOutSummary.withTrueMinusSigns + " (dotted)", in: caption, style: theme.style(.likelihood))
    func line(_ path: Path, by scale: Double) -> [DotPoint] {
      let box = path.box.heights ?? 0...1
      return path.thinned(on: Axes(x: iterations, y: box, size: area.size).viewport)
        .map { DotPoint(x: $0.x, y: $0.y / scale) }
    }
    let chart = LineChart(
      [
        LineChart.Series(line(heldOut, by: 1), style: theme.style(.bound), dash: .dotted),
        LineChart.Series(line(trace, by: totalWeight), style: theme.style(.likelihood)),
      ], x: iterations, axisStyle: theme.style(.axis))
    frame.paste(chart.frame(size: area.size), at: area.origin)
    return frame
  }

  private func chart(size: Size) -> Frame {
    if let heldOut { return perPointChart(heldOut, size: size) }
    var frame = Frame(size: size)
    frame.write(
      summary.withTrueMinusSigns, in: frame.bounds.split(top: 1).top,
      style: theme.style(.likelihood))
    let area = frame.bounds.split(top: 1).rest
    let (x, y) = (iterations, heights)
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
    let present = LineChart.Mark(
      Cell("●", style: theme.style(.likelihood)),
      at: DotPoint(x: Double(last.iteration), y: last.shownObjective))
    let chart = LineChart(
      series, marks: stopsByIteration.map(mark) + [present], x: x, y: y,
      axisStyle: theme.style(.axis))
    var drawn = chart.frame(size: area.size)
    nameStops(on: &drawn, Axes(x: x, y: y, size: area.size))
    frame.paste(drawn, at: area.origin)
    return frame
  }

  /// Rules that would have stopped at one iteration.
  private typealias Stops = (iteration: Int, objective: Double, text: String)

  /// Where other libraries would have stopped, the earliest first.
  private var stopsByIteration: [Stops] {
    Dictionary(grouping: stops) { $0.iteration ?? 0 }.sorted { $0.key < $1.key }.map {
      let names = $1.map(\.rule.name).joined(separator: ", ")
      return ($0, last.objective - $1[0].missing, names + Sentences.shortfall($1[0]))
    }
  }

  private func mark(_ stops: Stops) -> LineChart.Mark {
    LineChart.Mark(
      Cell("◆", style: theme.style(.value)),
      at: DotPoint(x: Double(stops.iteration), y: stops.objective))
  }

  /// Writes below each mark whose rule it is and what is missing there, or above it, where nothing else
  /// stands.
  private func nameStops(on frame: inout Frame, _ axes: Axes) {
    for stops in stopsByIteration {
      guard let cell = axes.viewport.cell(Double(stops.iteration), stops.objective) else {
        continue
      }
      let (x, y) = (axes.plot.origin.x + cell.x, axes.plot.origin.y + cell.y)
      let columns = x..<x + DisplayWidth.of(stops.text) + 2
      guard columns.upperBound <= axes.size.width else { continue }
      func isFree(_ row: Int) -> Bool {
        columns.allSatisfy { frame[$0, row].isBlank }
      }
      let style = theme.style(.muted)
      if let row = (y + 1..<axes.plot.rows.upperBound).first(where: isFree) {
        frame.write(Spelling.choose("↑", ascii: "^") + stops.text, x: x, y: row, style: style)
      } else if let row = (axes.plot.origin.y..<y).last(where: isFree) {
        frame.write(Spelling.choose("↓", ascii: "v") + stops.text, x: x, y: row, style: style)
      }
    }
  }

  /// What the iterations gained, on a scale of powers of ten.
  private func gainChart(size: Size) -> Frame {
    var frame = Frame(size: size)
    let gains = gains(most: 2 * size.width)
    guard !gains.isEmpty else {
      frame.write(
        "log₁₀ of the gain \(gainName): from the first iteration on",
        in: frame.bounds.split(top: 1).top, style: theme.style(.muted))
      return frame
    }
    frame.write(
      "log₁₀ of the gain \(gainName): straight is a linear rate  \(ends(of: gains))",
      in: frame.bounds.split(top: 1).top, style: theme.style(.value))
    let area = frame.bounds.split(top: 1).rest
    let line = gains.map { DotPoint(x: $0.x, y: $0.y.decades) }
    let heights = line.map(\.y).filter(\.isFinite)
    let chart = LineChart(
      [LineChart.Series(line, style: theme.style(.value))], x: iterations,
      y: (heights.min() ?? 0)...max(heights.max() ?? 0, (heights.min() ?? 0) + 1),
      axisStyle: theme.style(.axis))
    frame.paste(chart.frame(size: area.size), at: area.origin)
    return frame
  }

  private var iterations: ClosedRange<Double> { 0...max(20, Double(trace.points.count - 1)) }

  /// From the least to the greatest that the chart shows.
  private var heights: ClosedRange<Double> {
    var box = trace.box
    box.add(Point(x: 0, y: last.shownObjective))
    if let forecast { box.add(Point(x: 0, y: forecast.limit)) }
    return box.heights ?? 0...1
  }

  private func gains(most: Int) -> [Point] { trace.gains(most: most, falls: isHard) }

  private var gainName: String { isHard ? "ΔJ" : "ΔL" }

  /// The first and the latest gain.
  private func ends(of gains: [Point]) -> String {
    let known = gains.map(\.y).filter(\.isFinite)
    guard let first = known.first, let last = known.last else { return "" }
    let to = Spelling.choose("…", ascii: "to")
    return "\(Self.text(gain: first)) \(to) \(Self.text(gain: last))\(isHard ? "" : " nats")"
  }

  /// A gain with three digits, whole numbers with all of theirs.
  private static func text(gain: Double) -> String {
    gain >= 100 && gain < 1e6 ? gain.fixed(0) : gain.significant(3)
  }

  /// One line: bars of the objective, dense at the beginning where they rise, its ends, then bars of
  /// the gains on a scale of powers of ten; each has a place of its own, so that all stay in theirs.
  private func sparklines(size: Size) -> Frame {
    var frame = Frame(size: size)
    let label = isHard ? "J (falls) " : "L "
    var x = frame.write(label, x: 0, y: 0, style: theme.style(.likelihood))
    let places = geometricPlaces(most: Self.barCount, upTo: trace.points.count - 1)
    let bars = Sparkline(places.map { trace.points[$0].y }, in: heightsOfBars)
    frame.write(
      bars.text(width: Self.barCount), x: x, y: 0, style: theme.style(.likelihood))
    x += Self.barCount + 1
    let ends = "\(short(first)) \(Spelling.choose("…", ascii: "to")) \(short(last))"
    frame.write(
      ends.withTrueMinusSigns.fitted(to: Self.endsWidth), x: x, y: 0, style: theme.style(.text))
    x += Self.endsWidth + 2
    x +=
      frame.write(
        Spelling.choose("log \(gainName)", ascii: "log gain"), x: x, y: 0,
        style: theme.style(.value)) + 1
    let textWidth = size.width >= Self.outlookWidth ? 64 : size.width >= 74 ? Self.textWidth : 0
    let room = size.width - x - (textWidth > 0 ? textWidth + 1 : 0)
    guard room > 0 else { return frame }
    let gains = gains(most: room)
    frame.write(
      Sparkline(gains.map(\.y.decades), in: .decades(of: gains)).text(width: room), x: x, y: 0,
      style: theme.style(.value))
    guard textWidth > 0 else { return frame }
    let words =
      textWidth > Self.textWidth
      ? self.ends(of: gains).fitted(to: Self.textWidth + 2) + outlook : shortOutlook(gains)
    frame.write(
      words.withTrueMinusSigns, in: frame.bounds.split(right: textWidth).right,
      style: theme.style(.text))
    return frame
  }

  /// The columns of the objective's bars, of its ends, and of what is said of the gains; and the
  /// width from which on more is said.
  private static let (barCount, endsWidth, textWidth, outlookWidth) = (12, 20, 24, 124)

  /// The objective's range, as far as the bars tell it.
  private var heightsOfBars: ClosedRange<Double> { trace.box.heights ?? 0...0 }

  /// How the run stands, or where it is going.
  private var outlook: String {
    guard last.status == .running, let forecast else { return Sentences.status(last.status) }
    return
      "to about \(forecast.limit.fixed(2)), each gain ×\(Self.text(rate: forecast.rate))"
  }

  /// The same in few words; without a forecast how large the gains were and are.
  private func shortOutlook(_ gains: [Point]) -> String {
    guard last.status == .running else { return ends(of: gains) }
    return forecast.map { "to \($0.limit.total(8)), each ×\(Self.text(rate: $0.rate))" }
      ?? ends(of: gains)
  }

  /// A rate below 1 with two decimals, and with as many more as it takes not to read as 1.
  static func text(rate: Double) -> String {
    let text = (2...15).lazy.map(rate.fixed).first { $0.hasPrefix("0") || rate >= 1 }
    return text ?? "\(rate)"
  }

  private func text(_ snapshot: Snapshot) -> String {
    snapshot.model.criterion == .distortion
      ? (-snapshot.objective).significant(7) : snapshot.objective.fixed(2)
  }

  private func short(_ snapshot: Snapshot) -> String {
    snapshot.model.criterion == .distortion
      ? (-snapshot.objective).significant(5) : snapshot.objective.total(8)
  }
}

extension String {
  /// A sentence in which numbers below 0 have a true minus sign.
  var withTrueMinusSigns: String {
    String((" " + self).replacing(" -", with: " −").dropFirst())
  }
}
