import MixtureEngine
import TerminalCanvas

/// How the points of a cell look: by the component that has most of them, filled where most are
/// decided.
struct PointInks {
  /// What a cell is drawn with.
  struct Ink {
    var mark: Character
    var style: Style
  }

  /// What q says of a point.
  private enum Standing { case decided, undecided, tied }

  /// Whether points have components at all; they have none before the first E-step.
  var areLabelled: Bool
  /// The responsibilities of a point, by its number; `nil` where whose it is is known.
  var responsibilities: ((Int) -> [Double]?)?
  /// Whether colours are mixed by responsibility, also where a component is sure of a point.
  var blends = false

  /// How a cell with these points looks.
  ///
  /// - Parameter points: Some points of the cell, by their numbers; the first of the cell for none.
  func ink(of cell: PointTally.Cell, _ points: some Sequence<Int>, theme: Theme) -> Ink {
    guard areLabelled else {
      return Ink(mark: Marks.unassigned, style: theme.style(.unassigned))
    }
    var (decided, tied, all) = (0, 0, 0)
    for n in points {
      all += 1
      switch standing(of: n) {
      case .decided: decided += 1
      case .tied: tied += 1
      case .undecided: break
      }
    }
    let isTied = tied * 2 > all
    var style = theme.style(isTied ? .unassigned : .component(cell.owner))
    if blends, let shares = responsibilities?(cell.first) { style = theme.style(blending: shares) }
    let mark = isTied ? Marks.tied : Marks.mark(cell.owner, isDecided: decided * 2 >= all)
    return Ink(mark: mark, style: style)
  }

  /// How dots of a cell look, by its first point: colours between those of the components where it
  /// is undecided.
  func style(of cell: PointTally.Cell, theme: Theme) -> Style {
    guard areLabelled else { return theme.style(.unassigned) }
    guard let shares = responsibilities?(cell.first) else {
      return theme.style(.component(cell.owner))
    }
    if blends { return theme.style(blending: shares) }
    return (shares.max() ?? 1) < Uncertainty.certainty
      ? theme.style(blending: shares) : theme.style(.component(cell.owner))
  }

  private func standing(of n: Int) -> Standing {
    guard let shares = responsibilities?(n), let most = shares.max() else { return .decided }
    if most >= Uncertainty.certainty { return .decided }
    return shares.count(where: { most - $0 < Self.tolerance }) > 1 ? .tied : .undecided
  }

  /// Shares that differ by less are equal but for rounding.
  private static let tolerance = 1e-9
}
