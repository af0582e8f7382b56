import MixtureEngine
import TerminalCanvas

/// The present q of one point as bars, with a sentence that says what they mean.
struct PosteriorBars {
  /// The present q, or `nil` before the first E-step.
  var responsibilities: [Double]?
  /// Whether it is the posterior at the present θ.
  var isCurrent: Bool
  /// What the run climbs.
  var criterion: Criterion
  var theme: Theme

  /// Rows for a heading, the bars and the sentence.
  func height(components: Int) -> Int { responsibilities == nil ? 2 : components + 2 }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    guard let responsibilities else {
      frame.write("no q yet: the E-step will set", x: 0, y: 0, style: theme.style(.text))
      frame.write(
        criterion == .logLikelihood ? "qₖₙ = p(k|x)" : "qₖₙ = 1 for the nearest centre", x: 0, y: 1,
        style: theme.style(.text))
      return frame
    }
    frame.write(
      isCurrent ? "qₖₙ now" : "qₖₙ now, from before the M-step", x: 0, y: 0,
      style: theme.style(.muted))
    let rows = min(responsibilities.count, size.height - 2)
    for k in 0..<max(0, rows) {
      let width = max(0, size.width - 12)
      let length = Int((responsibilities[k] * Double(width)).rounded())
      frame.write(
        "\(Marks.mark(k, count: 9)) \(Marks.name(k)) " + String(repeating: "█", count: length),
        x: 0, y: k + 1, style: theme.style(.component(k)))
      frame.write(
        responsibilities[k].fixed(criterion == .logLikelihood ? 3 : 0),
        in: Rect(x: size.width - 7, y: k + 1, width: 7, height: 1), alignment: .right)
    }
    frame.write(
      verdict(responsibilities), in: Rect(x: 0, y: rows + 1, width: size.width, height: 1),
      style: theme.style(.value))
    return frame
  }

  private func verdict(_ q: [Double]) -> String {
    let order = q.indices.sorted { q[$0] > q[$1] }
    guard let first = order.first else { return "" }
    if criterion == .distortion {
      return "\(Marks.name(first)) is the nearest centre: it takes all"
    }
    if q[first] >= 0.99 { return "almost certainly from \(Marks.name(first))" }
    if q[first] >= 0.8 { return "probably from \(Marks.name(first))" }
    return "undecided between \(Marks.name(first)) and \(Marks.name(order[1]))"
  }
}
