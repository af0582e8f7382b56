/// One of the two halves of an iteration.
public enum HalfStep: Hashable, Sendable {
  /// E: q becomes the posterior at θ; the bound rises to touch L.
  case expectation
  /// M: θ becomes the maximiser of the bound for this q.
  case maximization
}
