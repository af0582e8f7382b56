import MixtureEngine
import TerminalCanvas

/// Why the weights sum to 1: the counts add up to N, which is what the multiplier of the constraint
/// makes of them.
struct Constraint {
  /// Nₖ of each component.
  var masses: [Double]
  /// N, or W.
  var total: Double
  /// What N is called.
  var totalName: String
  /// What follows for the weights.
  var kind: Kind

  /// What the counts do to the weights.
  enum Kind {
    /// They are divided by N.
    case free
    /// Nothing: all are 1/K.
    case held
    /// There are none: each point counts for one centre.
    case none
  }

  /// The sentence in lines of a width, as many as there are rows; what has no room is left out.
  func lines(width: Int, rows: Int) -> [String] {
    let sum = name + terms(rounding.decimals, " + ") + whole
    let tight = name + terms(min(2, rounding.decimals), "+")
    var texts = [sum + tail, sum, tight + whole(isExact: rounding.decimals <= 2)]
    if case .free = kind {
      let sign = isExact(1) ? "=" : "≈"
      texts.insert(
        name + terms(1, "+") + "\(sign) \(total.fixed(total == total.rounded() ? 0 : 1)), "
          + "β = −\(totalName)", at: 1)
    }
    for text in texts {
      let lines = text.wrapped(to: width)
      if lines.count <= rows, lines.allSatisfy({ DisplayWidth.of($0) <= width }) { return lines }
    }
    let least = "\(name)\(total.fixed(total == total.rounded() ? 0 : 2)) = \(totalName)"
    return rows > 0 && DisplayWidth.of(least) <= width ? [least] : []
  }

  private var name: String { Spelling.choose("Σₖ Nₖ = ", ascii: "sum N_k = ") }

  /// The counts, added.
  private func terms(_ decimals: Int, _ plus: String) -> String {
    masses.map { $0.fixed(decimals) }.joined(separator: plus) + " "
  }

  private var whole: String { whole(isExact: rounding.isExact) }

  private func whole(isExact: Bool) -> String {
    let whole = total.fixed(total == total.rounded() ? 0 : rounding.decimals)
    return "\(isExact && rounding.isExact ? "=" : "≈") \(whole) = \(totalName)"
  }

  /// As few decimals as the counts need to add up as they are written.
  private var rounding: (decimals: Int, isExact: Bool) {
    let candidates = masses.allSatisfy { $0 == $0.rounded() } ? [0] : [2, 3, 1, 4]
    if let decimals = candidates.first(where: isExact) { return (decimals, true) }
    return (candidates[0], false)
  }

  /// Whether the counts add up as they are written with so many decimals.
  private func isExact(_ decimals: Int) -> Bool {
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    let sum = masses.reduce(0.0) { $0 + ($1 * unit).rounded() }
    return sum == (total * unit).rounded() && sum < 1e15
  }

  private var tail: String {
    switch kind {
    case .free: ", so that the πₖ sum to 1 (β = −\(totalName))"
    case .held: ", but each πₖ is held at 1/K"
    case .none: ": each point counts for one centre"
    }
  }
}
