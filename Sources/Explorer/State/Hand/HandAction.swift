/// What can be done while a start is placed by hand.
public enum HandAction: Hashable, Sendable {
  /// Begins placing, from the means on screen.
  case open
  /// Picks the next mean or point, or the one before.
  case next, previous
  /// Moves the mean, or the cursor, by so many cells to the right and down.
  case move(columns: Int, rows: Int)
  /// Adds a mean or a point.
  case add
  /// Removes the mean or the point, or the label of the point.
  case remove
  /// Gives the point at the cursor a label, counted from 0.
  case label(Int)
  /// Goes on to the next of means, points, labels.
  case nextTool
  /// Takes the last change back.
  case undo
  /// Starts a run from what was placed.
  case start
  /// Leaves everything as it was.
  case cancel
}
