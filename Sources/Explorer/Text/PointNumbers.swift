import MixtureEngine
import TerminalCanvas

/// The terms of a formula with the numbers of one point, in as much room as there is.
struct PointNumbers {
  /// The point's number, counted from 0.
  var number: Int
  /// What it counts, or `nil` where each point counts once.
  var weight: Double?
  /// Its terms at the present θ.
  var terms: BayesTerms
  /// The present q, or `nil` before the first E-step.
  var responsibilities: [Double]?
  /// Whether q is the posterior at the present θ, and not at that before the M-step.
  var isCurrent: Bool
  /// What the run climbs.
  var criterion: Criterion

  /// The point as formulas call it.
  var name: String { "n=\(number + 1)" }

  /// What it adds to L: the terms of the sum, the sum, and its logarithm.
  func incomplete(width: Int) -> String? {
    if criterion == .distortion {
      if let known = terms.known {
        return "\(name): z = \(Marks.name(known)) is told: \((-terms.logLikelihood).significant(4))"
      }
      return fitted(width) { parts, isCut in
        "\(name): min(\(parts.map { (-$0.logJoint).significant(4) }.joined(separator: ", "))"
          + "\(isCut ? ", …" : "")) = \((-terms.logLikelihood).significant(4))"
      }
    }
    if let known = terms.known, terms.rows.indices.contains(known) {
      return first(fitting: width) { decimals, digits in
        let joint = BayesTable.text(terms.rows[known].joint, digits)
        return logarithm(of: joint, decimals).map {
          "\(name): z = \(Marks.name(known)) is told: \($0)"
        }
      }
    }
    return fitted(width) { parts, isCut in
      first(fitting: width) { decimals, digits in
        let terms = parts.map { BayesTable.text($0.joint, digits) }
        let sum = BayesTable.text(self.terms.evidence, digits)
        let total = terms.reduce(0.0) { $0 + (ShownNumber($1)?.value ?? .nan) }
        guard isCut || decimals == 0 || ShownNumber(sum)?.isRounded(total) ?? false else {
          return nil
        }
        return logarithm(of: sum, decimals).map {
          "\(name): \(times)log(\(terms.joined(separator: " + "))\(isCut ? " + …" : "")) = \($0)"
        }
      } ?? ""
    }
  }

  /// What the point counts, as a factor.
  private var times: String { weight.map { "\($0.significant(6)) × " } ?? "" }

  /// The logarithm of a number as it is written, as often as the point counts, if that is what comes
  /// out in so many decimals; with 0 decimals only of what is too small to be written.
  private func logarithm(of text: String, _ decimals: Int) -> String? {
    let value = (weight ?? 1) * terms.logLikelihood
    let shown = value.fixed(decimals == 0 ? 4 : decimals).withTrueMinus
    let factor = weight.flatMap { ShownNumber($0.significant(6))?.value } ?? 1
    if let argument = ShownNumber(text)?.value {
      guard decimals > 0, ShownNumber(shown)?.isRounded(factor * .log(argument)) ?? false else {
        return nil
      }
    } else if decimals > 0 {
      return nil
    }
    return "\(times)log \(text) = \(shown)"
  }

  /// The first line that holds in the digits it shows and has room, with as many decimals of what
  /// comes out as possible, and then as few digits of what it comes from.
  ///
  /// - Parameter line: A line by decimals and digits; `nil` where it does not hold. With 0 decimals it
  ///   is asked for last, for numbers that are too small to be written.
  private func first(fitting width: Int, _ line: (Int, Int) -> String?) -> String? {
    for decimals in [4, 3, 2] {
      for digits in 3...8 {
        if let text = line(decimals, digits), DisplayWidth.of(text) <= width { return text }
      }
    }
    return line(0, 3).flatMap { DisplayWidth.of($0) <= width ? $0 : nil }
  }

  /// What it would add to log p(x, z | θ) for each label: one term alone.
  func complete(width: Int) -> String? {
    if criterion == .distortion {
      return fitted(width) { parts, isCut in
        "\(name): "
          + parts.map {
            "z=\(Marks.name($0.component)) → \((-$0.logJoint).significant(4))"
          }.joined(separator: "  ") + (isCut ? "  …" : "")
      }
    }
    let decimals = Self.decimals(of: terms.rows)
    let texts: [(BayesTerms.Row) -> String] = [
      Self.logarithms(of:), { Self.sum(of: $0, decimals, equals: " = ") },
      { Self.sum(of: $0, decimals) },
    ]
    for text in texts {
      let line = "\(name): " + terms.rows.map(text).joined(separator: "  ")
      if DisplayWidth.of(line) <= width { return line }
    }
    return fitted(width) { parts, isCut in
      let decimals = Self.decimals(of: parts)
      let sums = parts.map { Self.sum(of: $0, decimals) }.joined(separator: "  ")
      return "\(name): \(sums)" + (isCut ? "  …" : "")
    }
  }

  /// Its L above its F.
  func bound(width: Int) -> String? {
    guard criterion == .logLikelihood, let q = responsibilities else { return nil }
    let (l, f) = (terms.logLikelihood, terms.lowerBound(under: q))
    let gap = l - f
    func text(_ value: Double, _ decimals: Int = 4) -> String {
      value.fixed(decimals).withTrueMinus
    }
    if abs(gap) <= 1e-9 * max(1, abs(l)) || !gap.isFinite {
      let line = "\(name): L = F = \(text(l)), they touch"
      return DisplayWidth.of(line) <= width ? line : nil
    }
    // The difference of what is written is the gap that is written.
    let decimals = (4...9).first { decimals in
      guard let l = ShownNumber(l, decimals: decimals), let f = ShownNumber(f, decimals: decimals),
        let gap = ShownNumber(gap, decimals: decimals)
      else { return false }
      return gap.value > 20 * gap.half && abs(l.value - f.value - gap.value) < gap.half
    }
    let distance = decimals.map { "= \(gap.fixed($0))" } ?? "≈ \(gap.distance(9))"
    let line =
      "\(name): L = \(text(l, decimals ?? 4)) ≥ F = \(text(f, decimals ?? 4)), apart by KL \(distance)"
    return DisplayWidth.of(line) <= width ? line : nil
  }

  /// Its q.
  func posterior(width: Int) -> String? {
    guard let q = responsibilities else {
      return criterion == .logLikelihood ? "\(name): no q yet, E makes it" : nil
    }
    return fitted(width) { parts, isCut in
      "\(name): q = " + parts.map { q[$0.component].fixed(3) }.joined(separator: ", ")
        + (isCut ? ", …" : "") + (isCurrent ? "" : ", still of the θ before M")
    }
  }

  /// Its log p(x, z | θ), averaged over q.
  func expected(width: Int) -> String? {
    guard criterion == .logLikelihood, let q = responsibilities else { return nil }
    let value = terms.expectedLogJoint(under: q)
    return fitted(width) { parts, isCut in
      let parts = parts.filter { q[$0.component] > 0 }
      return first(fitting: width) { decimals, digits in
        let factors = parts.map {
          (
            share: q[$0.component].fixed(digits),
            log: $0.logJoint.fixed(max(2, digits - 1)).withTrueMinus
          )
        }
        guard decimals > 0 else { return nil }
        let shown = value.fixed(decimals).withTrueMinus
        if !isCut {
          let sum = factors.reduce(0.0) {
            $0 + (ShownNumber($1.share)?.value ?? .nan) * (ShownNumber($1.log)?.value ?? .nan)
          }
          guard ShownNumber(shown)?.isRounded(sum) ?? false else { return nil }
        }
        return "\(name): E = "
          + factors.map { "\($0.share)·(\($0.log))" }.joined(separator: " + ")
          + (isCut ? " + …" : "") + " = \(shown)"
      } ?? ""
    }
  }

  /// Everything that the lines are made of, a line for each component.
  var facts: [String] {
    terms.rows.map { row in
      let label = "\(name), z=\(Marks.name(row.component)): "
      if criterion == .distortion {
        return label + "squared distance \((-row.logJoint).significant(6))"
      }
      let logs = [row.logDensity.map { row.logJoint - $0 }, row.logDensity, row.logJoint]
      let products = [row.prior, row.density ?? 0, row.joint]
      return label + "log π, log density, both: "
        + logs.map { ($0 ?? -.infinity).fixed(5).withTrueMinus }.joined(separator: " ")
        + "; π, density, product: "
        + products.map { BayesTable.text($0, 5) }.joined(separator: " ")
        + (responsibilities.map { "; q \($0[row.component].fixed(5))" } ?? "")
    }
  }

  /// A text of all components, or of as many of the likeliest as have room, in their order.
  private func fitted(_ width: Int, _ text: ([BayesTerms.Row], Bool) -> String) -> String? {
    let order = terms.rows.sorted { $0.logJoint > $1.logJoint }
    for count in stride(from: order.count, to: 0, by: -1) {
      let parts = order.prefix(count).sorted { $0.component < $1.component }
      let line = text(parts, count < order.count)
      if !line.isEmpty, DisplayWidth.of(line) <= width { return line }
    }
    return nil
  }

  /// log πₖ and the logarithm of the density, added, in so many decimals, or in as few as add up.
  private static func sum(
    of row: BayesTerms.Row, _ decimals: Int? = nil, equals: String = "="
  ) -> String {
    let label = "z=\(Marks.name(row.component)): "
    guard let density = row.logDensity, row.logJoint.isFinite else { return label + "−∞" }
    let places = decimals ?? Self.decimals(of: [row]) ?? 2
    func text(_ value: Double) -> String { value.fixed(places).withTrueMinus }
    return label
      + "\(text(row.logJoint - density))\(density < 0 ? "−" : "+")\(text(abs(density)))"
      + "\(equals)\(text(row.logJoint))"
  }

  /// As few decimals as all sums of some rows add up in as written, so that the rows can be compared;
  /// `nil` where none are.
  private static func decimals(of rows: [BayesTerms.Row]) -> Int? {
    [2, 3, 4, 5, 6, 1].first { decimals in
      let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
      return rows.allSatisfy { row in
        guard let density = row.logDensity, row.logJoint.isFinite else { return true }
        return ((row.logJoint - density) * unit).rounded() + (density * unit).rounded()
          == (row.logJoint * unit).rounded()
      }
    }
  }

  /// The same with what the logarithms are of.
  private static func logarithms(of row: BayesTerms.Row) -> String {
    guard let density = row.density, row.logJoint.isFinite else { return sum(of: row) }
    let shown = row.logJoint.fixed(2).withTrueMinus
    let texts = (3...7).lazy.map {
      (BayesTable.text(row.prior, $0), BayesTable.text(density, $0))
    }
    guard
      let texts = texts.first(where: { prior, density in
        guard let prior = ShownNumber(prior), let density = ShownNumber(density) else {
          return false
        }
        return ShownNumber(shown)?.isRounded(.log(prior.value) + .log(density.value)) ?? false
      })
    else { return sum(of: row, equals: " = ") }
    return "z=\(Marks.name(row.component)): log \(texts.0) + log \(texts.1) = \(shown)"
  }
}
