import MixtureEngine

/// Which formulas are shown.
enum FormulaPage: CaseIterable, Hashable, Sendable {
  /// Those of the model at hand, with a point's numbers.
  case model
  /// EM in general, for any p(x, z | θ).
  case general
  /// The lecture's, for Gaussians with covariances of their own.
  case lecture

  /// The one after it; none after the last.
  var next: FormulaPage? {
    let pages = Self.allCases
    return pages.firstIndex(of: self).flatMap { $0 + 1 < pages.count ? pages[$0 + 1] : nil }
  }

  /// What it shows.
  var title: String {
    switch self {
    case .model: "this model"
    case .general: "EM in general"
    case .lecture: "the lecture's form"
    }
  }

  /// The word that asks for it.
  var word: String {
    switch self {
    case .model: "model"
    case .general: "general"
    case .lecture: "lecture"
    }
  }

  /// Its place among all, such as `2 of 3`.
  var place: String {
    "\((Self.allCases.firstIndex(of: self) ?? 0) + 1) of \(Self.allCases.count)"
  }
}

extension AppState {
  /// The next page of formulas, or none; a point is chosen for their numbers unless one is.
  mutating func nextFormulas() {
    screen.formulas = screen.formulas.map(\.next) ?? .model
    if screen.formulas == .model { choosePointIfNone() }
  }
}
