import MixtureEngine

/// θ as files have it: the shape that a result is written in and a start is read from.
///
///     {"weights": [..K], "means": [[x, y], ..K], "covariances": [[[xx, xy], [xy, yy]], ..K]}
public struct MixtureParameters: Equatable, Sendable {
  /// πₖ.
  public var weights: [Double]
  /// μₖ.
  public var means: [Point]
  /// Σₖ.
  public var covariances: [Covariance2]

  /// The parameters of a run's present model.
  ///
  /// The hard limit has no covariances; in their place stands each cluster's scatter about its
  /// centre divided by its number of points, which is zero for an empty cluster.
  public init(of run: Run) {
    let shapes = run.model.shapes
    weights = shapes.map(\.weight)
    means = shapes.map(\.centre)
    let statistics = run.evaluation.statistics
    covariances = shapes.indices.map { k in
      if case .ellipse(let covariance) = shapes[k].outline { return covariance }
      guard statistics.indices.contains(k), statistics[k].mass > 0 else {
        return Covariance2(xx: 0, xy: 0, yy: 0)
      }
      return (1 / statistics[k].mass) * statistics[k].scatter(about: shapes[k].centre)
    }
  }

  /// The shape above.
  public var json: JSON {
    .object([
      .init("weights", .numbers(weights)),
      .init("means", .array(means.map { .numbers([$0.x, $0.y]) })),
      .init(
        "covariances",
        .array(
          covariances.map { .array([.numbers([$0.xx, $0.xy]), .numbers([$0.xy, $0.yy])]) })),
    ])
  }
}
