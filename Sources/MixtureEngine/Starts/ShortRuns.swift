/// The short runs of EM that the rule `small-em` makes before the long one.
public struct ShortRuns: Hashable, Sendable {
  /// How many there are; 10 unless given.
  public var count: Int
  /// The iterations of each; 10 unless given.
  public var iterations: Int

  /// So many runs of so many iterations.
  public init(count: Int = 10, iterations: Int = 10) {
    self.count = count
    self.iterations = iterations
  }

  /// How many runs, and how many iterations of each, may be asked for.
  package static let limits = 1...10_000

  /// Whether they can be asked for.
  func admit() throws(InvalidInput) {
    for (number, what) in [(count, "short runs"), (iterations, "iterations of a short run")]
    where !Self.limits.contains(number) {
      throw InvalidInput(
        "there are \(Self.limits.lowerBound) to \(Self.limits.upperBound) \(what), not \(number).")
    }
  }
}
