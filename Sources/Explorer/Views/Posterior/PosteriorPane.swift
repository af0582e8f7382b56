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
  /// Whether it is a density of y where x is given.
  var isConditional = false
  /// Whether the point is on a line and has one coordinate.
  var isLine = false
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let head = headLines(width: size.width)
    var (top, rest) = frame.bounds.split(top: max(2, head.count))
    for (y, line) in head.enumerated() {
      frame.write(
        line.text, in: Rect(x: 0, y: y, width: size.width, height: 1),
        style: theme.style(line.role))
    }
    let table = BayesTable(
      terms: terms, criterion: criterion, density: density, isConditional: isConditional,
      theme: theme)
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

  /// The point's number, its place and its weight; the place has a line of its own where it is long,
  /// and is never cut.
  private func headLines(width: Int) -> [(text: String, role: Role)] {
    let name = "point \(number + 1) of \(count)"
    let (x, y) = (terms.point.x, terms.point.y)
    let place = isLine ? "x = \(x.place)" : "x = (\(x.place), \(y.place))"
    var lines: [(text: String, role: Role)] =
      name.count + 3 + place.count <= width
      ? [("\(name)   \(place)", .value)] : [(name, .value), (place, .value)]
    if let weight {
      lines.append(("counts as \(weight.significant(6)) in sums, not in q", .muted))
    }
    return lines
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
      "p(\(name)|\(isConditional ? "x,y" : "x")) = π \(density) / "
        + Spelling.choose("Σ", ascii: "sum"),
      "       = \(numerator) / \(denominator)",
      "       = \(best.responsibility.fixed(digits))",
    ]
  }
}

extension Double {
  /// A coordinate in five significant digits, a long one with its first decimal.
  fileprivate var place: String {
    let digits = String(abs(self).fixed(0)).count + 1
    return significant(digits > 12 ? 5 : max(5, digits))
  }
}
