/// What an E-step gives: the posterior q of a model over the points, and what follows from it.
public struct Expectation: Sendable {
  /// L(θ) in nats, a total over points; for the hard limit −J, the negative distortion.
  public var objective: Double
  /// H(q) in nats; 0 in the hard limit.
  public var entropy: Double
  /// The most responsible component of each point, the lowest where several are.
  public var labels: [UInt8]
  /// The weighted sums of each component, for models whose M-step needs no more.
  public var statistics: [ComponentStatistics]
  /// The full table q, where the model's M-step needs it.
  public var responsibilities: Responsibilities?

  /// An E-step's result from its parts.
  public init(
    objective: Double, entropy: Double, labels: [UInt8], statistics: [ComponentStatistics],
    responsibilities: Responsibilities? = nil
  ) {
    self.objective = objective
    self.entropy = entropy
    self.labels = labels
    self.statistics = statistics
    self.responsibilities = responsibilities
  }
}

extension Expectation {
  /// How many points each of `components` components has, by their labels.
  public func sizes(components: Int) -> [Int] {
    var sizes = [Int](repeating: 0, count: components)
    for label in labels { sizes[Int(label)] += 1 }
    return sizes
  }
}
