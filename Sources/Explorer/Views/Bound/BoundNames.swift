import MixtureEngine

/// What the curves and columns are called: L and F, or in the hard limit the distortion.
struct BoundNames {
  /// L, or J.
  var objective: String
  /// F, or J with the labels as they are.
  var bound: String
  /// KL, or what the E-step will save.
  var gap: String
  /// Where the M-step goes.
  var extreme: String
  /// 1 where the picture shows the engine's numbers, −1 where it shows the falling J for the
  /// rising −J.
  var sign: Double

  /// The names under a criterion.
  init(_ criterion: Criterion) {
    switch criterion {
    case .logLikelihood:
      (objective, bound, gap, extreme, sign) = ("L", "F", "KL", "top of F", 1)
    case .distortion:
      (objective, bound, gap, extreme, sign) = ("J", "J(q)", "excess", "least J(q)", -1)
    }
  }

  /// The mark of the bound's top, or of its lowest place.
  var extremeMark: Character { sign > 0 ? "▲" : "▼" }
}
