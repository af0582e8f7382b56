import MixtureEngine

/// What can be done in the view of the basins, and what it is told.
public enum BasinsAction: Sendable {
  /// Another mean is swept.
  case nextMean, previousMean
  /// The cursor moves by cells.
  case move(columns: Int, rows: Int)
  /// The cursor moves to a cell.
  case point(GridCell)
  /// The run from under the cursor, at its start.
  case open
  /// The cells that an interruption left undone.
  case resume
  /// What the cells of a sweep have come to so far.
  case found(BasinMap, for: BasinSweep)
}

/// The view of the basins.
struct BasinsState: Sendable {
  /// The component whose mean is swept, counted from 0.
  var swept = 0
  /// The cell under the cursor, or `nil` for the one where the swept mean starts.
  var cursor: GridCell?
  /// The map.
  var pursuit = Pursuit<BasinSweep, BasinMap>()
}
