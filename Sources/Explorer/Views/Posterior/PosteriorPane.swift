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
  /// Of how many tosses a point counts the heads, for coins.
  var tosses: Int?
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
      parameter: tosses.map { _ in headProbability }, theme: theme)
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
    let name = Marks.name(best.component)
    let least = width >= 60 ? 5 : 3
    // As many digits as the quotient needs to be what comes out of what is written.
    let digits =
      (least...7).first { digits in
        let shown = [
          best.prior.significant(digits), BayesTable.text(height, digits),
          BayesTable.text(terms.evidence, digits),
        ].compactMap { ShownNumber($0)?.value }
        return shown.count == 3
          && ShownNumber(best.responsibility, decimals: least)?
            .isRounded(shown[0] * shown[1] / shown[2]) ?? false
      } ?? least
    let numerator =
      "\(best.prior.significant(digits)) × \(BayesTable.text(height, digits))"
    let denominator = BayesTable.text(terms.evidence, digits)
    return densityLines(width: width) + [
      "p(\(name)|\(isConditional ? "x,y" : "x")) = π \(density) / "
        + Spelling.choose("Σ", ascii: "sum"),
      "       = \(numerator) / \(denominator)",
      "       = \(best.responsibility.fixed(least))",
    ]
  }

  private var headProbability: String { Spelling.choose("θₖ", ascii: "t_k") }

  /// What the density of a coin is: that of the tosses in their order.
  private func densityLines(width: Int) -> [String] {
    guard let tosses else { return [] }
    let name = headProbability
    let density = "p(x|\(name)) = \(name)^x (1−\(name))^(m−x)"
    return [["\(density), m = \(tosses)", density].first { DisplayWidth.of($0) <= width }]
      .compactMap { $0 }
  }
}

extension Double {
  /// A coordinate in five significant digits, a long one with its first decimal.
  fileprivate var place: String {
    let digits = String(abs(self).fixed(0)).count + 1
    return significant(digits > 12 ? 5 : max(5, digits))
  }
}
