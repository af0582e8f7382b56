import MixtureEngine
import TerminalCanvas

/// How the points of a cell look: by the component that has most of them, or by what q says of
/// one of them.
struct PointInks {
  /// What a cell is drawn with.
  struct Ink {
    var mark: Character
    var style: Style
    /// Whether no component can claim the cell.
    var isUndecided = false
  }

  /// Whether points have components at all; they have none before the first E-step.
  var areLabelled: Bool
  /// The responsibilities of a point, where colours are to be blended by them.
  var responsibilities: ((Int) -> [Double]?)?

  /// How a cell looks.
  func ink(of cell: PointTally.Cell, theme: Theme) -> Ink {
    guard areLabelled else {
      return Ink(mark: Marks.unassigned(count: cell.count), style: theme.style(.unassigned))
    }
    if let shares = responsibilities?(cell.first) {
      let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
      let isUndecided = shares[best] < Uncertainty.certainty
      return Ink(
        mark: isUndecided ? "?" : Marks.mark(best, count: cell.count),
        style: theme.style(blending: shares), isUndecided: isUndecided)
    }
    return Ink(
      mark: Marks.mark(cell.owner, count: cell.count),
      style: theme.style(.component(cell.owner)))
  }
}
