import MixtureEngine

/// The lecture's letters, in Unicode or, for terminals without it, in ASCII that can be read.
struct Notation: Hashable, Sendable {
  /// Whether letters such as θ and Σ can be shown.
  var unicode: Bool
  /// Whether points have weights, so that sums over points are Σₙ wₙ and W stands for N.
  var isWeighted = false
  /// Whether points are on a line, so that a component has a variance and no matrix.
  var isUnivariate = false
  /// Whether lengths are those of z-scores, so that norms and traces are theirs.
  var isStandardized = false

  /// What a component's sums over the points add up: qₖₙ, with the point's weight if it has one.
  var share: String {
    isWeighted ? self("wₙqₖₙ⁽ᵗ⁾", ascii: "w_n q_kn") : self("qₖₙ⁽ᵗ⁾", ascii: "q_kn")
  }

  /// What all points count together: N, or the sum of their weights.
  var total: String { isWeighted ? "W" : "N" }

  /// θ⁽ᵗ⁾ with a number for t.
  func theta(_ t: Int) -> String {
    guard unicode else { return "theta(\(t))" }
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return "θ⁽" + String(String(t).compactMap(\.wholeNumberValue).map { digits[$0] }) + "⁾"
  }

  /// What stands behind a formula with a norm or a trace that is that of z-scores.
  var ofScores: String { isStandardized ? ",  standardised" : "" }

  /// A number as an index.
  static func subscripted(_ number: Int) -> String {
    let digits = Array("₀₁₂₃₄₅₆₇₈₉")
    return String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
  }

  /// A formula in both spellings; the one that can be shown.
  func callAsFunction(_ letters: String, ascii: String) -> String { unicode ? letters : ascii }
}

extension AppState {
  /// The notation in which formulas are true of the data at hand.
  var notation: Notation {
    Notation(
      unicode: screen.capabilities.unicode, isWeighted: data.points.weights != nil,
      isUnivariate: data.points.dimension == 1,
      isStandardized: !data.points.standardization.isNone)
  }
}
