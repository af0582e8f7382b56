/// How a run stands.
public enum Status: Hashable, Sendable {
  /// There are steps to take.
  case running
  /// The last iteration gained no more than the tolerance.
  case converged
  /// The limit of iterations was reached first.
  case iterationLimit
  /// The next M-step would degenerate a component; θ is the last one before.
  case collapsed(Collapse)
}
