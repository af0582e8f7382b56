/// What the weights π₀ are at the start, where a rule chooses means alone.
public enum StartWeights: String, Hashable, Sendable, CaseIterable {
  /// πₖ = 1/K.
  case equal
  /// The share of the points whose nearest mean it is, in the units of the data.
  case clusters

  /// The name by which they are chosen.
  public var name: String { rawValue }

  /// One line that says what they are.
  public var summary: String {
    switch self {
    case .equal: "1/K for every component"
    case .clusters: "the share of each mean's nearest points"
    }
  }
}

extension StartWeights {
  /// π₀ of each component, all of them positive.
  ///
  /// A component that no point is nearest to counts as one point, or as the lightest where that counts
  /// less.
  ///
  /// - Parameters:
  ///   - clusters: The weighted sums of each cluster, where they are needed.
  ///   - count: K.
  ///   - points: The data.
  func weights(
    of clusters: [ComponentStatistics], count: Int, over points: PointSet
  ) -> [Double] {
    switch self {
    case .equal: return [Double](repeating: 1 / Double(count), count: count)
    case .clusters:
      let masses = clusters.map { max($0.mass, points.unitMass) }
      let total = masses.reduce(0, +)
      return masses.map { $0 / total }
    }
  }
}
