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
    let count = weight.map { "\($0.significant(3)) × " } ?? ""
    let value = terms.logLikelihood.fixed(4).withTrueMinus
    if let known = terms.known, terms.rows.indices.contains(known) {
      let text =
        "\(name): z = \(Marks.name(known)) is told: \(count)log \(Self.small(terms.rows[known].joint)) = \(value)"
      return DisplayWidth.of(text) <= width ? text : nil
    }
    return fitted(width) { parts, isCut in
      "\(name): \(count)log(\(parts.map { Self.small($0.joint) }.joined(separator: " + "))"
        + "\(isCut ? " + …" : "")) = \(count)log \(Self.small(terms.evidence)) = "
        + (weight.map { ($0 * terms.logLikelihood).fixed(4).withTrueMinus } ?? value)
    }
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
    let texts: [(BayesTerms.Row) -> String] = [
      Self.logarithms(of:), { Self.sum(of: $0, equals: " = ") }, { Self.sum(of: $0) },
    ]
    for text in texts {
      let line = "\(name): " + terms.rows.map(text).joined(separator: "  ")
      if DisplayWidth.of(line) <= width { return line }
    }
    return fitted(width) { parts, isCut in
      "\(name): " + parts.map { Self.sum(of: $0) }.joined(separator: "  ") + (isCut ? "  …" : "")
    }
  }

  /// Its L above its F.
  func bound(width: Int) -> String? {
    guard criterion == .logLikelihood, let q = responsibilities else { return nil }
    let (l, f) = (terms.logLikelihood, terms.lowerBound(under: q))
    let gap = l - f
    func text(_ value: Double) -> String { value.fixed(4).withTrueMinus }
    let line =
      abs(gap) <= 1e-9 * max(1, abs(l)) || !gap.isFinite
      ? "\(name): L = F = \(text(l)), they touch"
      : "\(name): L = \(text(l)) ≥ F = \(text(f)), apart by KL = \(gap.distance(9))"
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
    let value = terms.expectedLogJoint(under: q).fixed(4).withTrueMinus
    return fitted(width) { parts, isCut in
      "\(name): E = "
        + parts.filter { q[$0.component] > 0 }.map {
          "\(q[$0.component].fixed(3))·(\($0.logJoint.fixed(2).withTrueMinus))"
        }.joined(separator: " + ") + (isCut ? " + …" : "") + " = \(value)"
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
      if DisplayWidth.of(line) <= width { return line }
    }
    return nil
  }

  /// log πₖ and the logarithm of the density, added, with as few decimals as add up as written.
  private static func sum(of row: BayesTerms.Row, equals: String = "=") -> String {
    let label = "z=\(Marks.name(row.component)): "
    guard let density = row.logDensity, row.logJoint.isFinite else { return label + "−∞" }
    let prior = row.logJoint - density
    let decimals = [2, 3, 1].first { decimals in
      let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
      return (prior * unit).rounded() + (density * unit).rounded()
        == (row.logJoint * unit).rounded()
    }
    let places = decimals ?? 2
    func text(_ value: Double) -> String { value.fixed(places).withTrueMinus }
    return label
      + "\(text(prior))\(density < 0 ? "−" : "+")\(text(abs(density)))\(equals)\(text(row.logJoint))"
  }

  /// The same with what the logarithms are of.
  private static func logarithms(of row: BayesTerms.Row) -> String {
    guard let density = row.density, row.logJoint.isFinite else { return sum(of: row) }
    return "z=\(Marks.name(row.component)): log \(small(row.prior)) + log \(small(density)) = "
      + row.logJoint.fixed(2).withTrueMinus
  }

  /// A density or a product, which may be too small for a number.
  private static func small(_ value: Double) -> String { BayesTable.text(value, 3) }
}
