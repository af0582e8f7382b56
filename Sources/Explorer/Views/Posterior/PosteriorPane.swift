import MixtureEngine
import TerminalCanvas

/// One point's posterior: Bayes' rule with that point's numbers.
///
/// A table has a row for each component, then the rule is written out for the most likely one, and
/// bars show the q that the run has at present.
struct PosteriorPane {
  /// The point's number, counted from 0.
  var number: Int
  /// How many points there are.
  var count: Int
  /// What the point counts, or `nil` where each counts once.
  var weight: Double?
  /// Bayes' rule at the present θ.
  var terms: BayesTerms
  /// The present q, or `nil` before the first E-step.
  var responsibilities: [Double]?
  /// Whether the present q is the posterior at the present θ, as after an E-step.
  var isCurrent: Bool
  /// What the run climbs.
  var criterion: Criterion
  /// The letter of the components' density: N, t, or p where it is mixed.
  var density = "N"
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    var (top, rest) = frame.bounds.split(top: 2)
    writeHead(on: &frame, in: top)
    let table = BayesTable(
      terms: terms, criterion: criterion, density: density, theme: theme)
    (top, rest) = rest.split(top: min(table.height, rest.size.height))
    frame.paste(table.frame(size: top.size), at: top.origin)
    let rule = criterion == .logLikelihood ? ruleLines(width: size.width) : []
    let bars = PosteriorBars(
      responsibilities: responsibilities, isCurrent: isCurrent, criterion: criterion,
      theme: theme)
    if rest.size.height >= bars.height(components: terms.rows.count) + rule.count + 1 {
      (top, rest) = rest.split(top: rule.count + 1)
      for (y, line) in rule.enumerated() {
        frame.write(line, x: top.origin.x, y: top.origin.y + y + 1, style: theme.style(.value))
      }
    }
    if rest.size.height > 1 {
      rest = rest.split(top: 1).rest
      frame.paste(bars.frame(size: rest.size), at: rest.origin)
    }
    return frame
  }

  private func writeHead(on frame: inout Frame, in rect: Rect) {
    let place = "(\(terms.point.x.significant(5)), \(terms.point.y.significant(5)))"
    frame.write(
      "point \(number + 1) of \(count)   x = \(place)", in: rect.split(top: 1).top,
      style: theme.style(.value))
    if let weight {
      frame.write(
        "counts as \(weight.significant(6)) in sums, not in q",
        in: rect.split(top: 1).rest, style: theme.style(.muted))
    }
  }

  /// The rule for the most likely component.
  private func ruleLines(width: Int) -> [String] {
    guard terms.known == nil,
      let best = terms.rows.max(by: { $0.logJoint < $1.logJoint }),
      let height = best.density
    else { return [] }
    let digits = width >= 60 ? 5 : 3
    let name = Marks.name(best.component)
    let numerator =
      "\(best.prior.significant(digits)) × \(BayesTable.text(height, digits))"
    let denominator = BayesTable.text(terms.evidence, digits)
    return [
      "p(\(name)|x) = π \(density) / " + Spelling.choose("Σ", ascii: "sum"),
      "       = \(numerator) / \(denominator)",
      "       = \(best.responsibility.fixed(digits))",
    ]
  }
}
