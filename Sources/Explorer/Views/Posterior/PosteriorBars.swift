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
    let rows = min(responsibilities.count, max(0, size.height - 2))
    for (y, k) in shown(responsibilities, rows).enumerated() {
      let width = max(0, size.width - 12)
      let length = Int((responsibilities[k] * Double(width)).rounded())
      frame.write(
        "\(Marks.mark(k)) \(Marks.name(k)) " + String(repeating: "█", count: length),
        x: 0, y: y + 1, style: theme.style(.component(k)))
      frame.write(
        responsibilities[k].fixed(criterion == .logLikelihood ? 3 : 0),
        in: Rect(x: size.width - 7, y: y + 1, width: 7, height: 1), alignment: .right)
    }
    frame.write(
      verdict(responsibilities, shown: rows),
      in: Rect(x: 0, y: rows + 1, width: size.width, height: 1),
      style: theme.style(.value))
    return frame
  }

  /// The components that have bars: the most responsible ones, in the order of their numbers.
  private func shown(_ q: [Double], _ rows: Int) -> [Int] {
    Self.order(q).prefix(rows).sorted()
  }

  /// The components, the most responsible first; of equals the lowest number.
  private static func order(_ q: [Double]) -> [Int] {
    q.indices.sorted { (-q[$0], $0) < (-q[$1], $1) }
  }

  /// What q says in words; whoever is named has a bar.
  ///
  /// A point is undecided between the fewest components that have nine parts in ten of it together.
  private func verdict(_ q: [Double], shown rows: Int) -> String {
    let order = Self.order(q)
    guard let first = order.first else { return "" }
    if criterion == .distortion {
      return "\(Marks.name(first)) is the nearest centre: it takes all"
    }
    if q[first] >= 0.99 { return "almost certainly from \(Marks.name(first))" }
    if q[first] >= Uncertainty.certainty { return "probably from \(Marks.name(first))" }
    var (candidates, share) = ([Int](), 0.0)
    for k in order where share < Uncertainty.certainty - 1e-9 {
      candidates.append(k)
      share += q[k]
    }
    guard candidates.count <= min(4, rows) else {
      return "undecided among \(candidates.count) components"
    }
    let names = candidates.map { String(Marks.name($0)) }
    return "undecided between " + names.dropLast().joined(separator: ", ")
      + " and \(names[names.count - 1])"
  }
}
