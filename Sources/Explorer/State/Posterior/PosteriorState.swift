import MixtureEngine
import TerminalCanvas

/// Which point is looked at.
struct PosteriorState: Hashable, Sendable {
  /// The point's number, counted from 0; `nil` until one is chosen.
  var chosen: Int?
}

/// What can be done in the view of the posterior.
public enum PosteriorAction: Hashable, Sendable {
  /// The points by their numbers.
  case next, previous
  /// The nearest point in a direction of the plot.
  case left, right, up, down
  /// The point whose posterior is least decided.
  case mostUncertain
}
