import MixtureEngine

/// θ as files have it: the shape that a result is written in and a start is read from.
///
///     {"weights": [..K], "means": [[x, y], ..K], "covariances": [[[xx, xy], [xy, yy]], ..K]}
///
/// A component that has no covariance (a line, uniform noise) has `null` in its place. What else a
/// model's θ has comes after it:
///
/// - `matrices`: what the entries of `covariances` are, `covariance`, `scale` (Student-t) or
///   `scatter` (k-means);
/// - `degreesOfFreedom` ν of Student-t, with the `covarianceFactor` ν / (ν − 2) that makes
///   covariances of scale matrices;
/// - `variance` σ² of the dial;
/// - `lines`: intercept, slope and deviation of each line;
/// - `noise`: its weight, the two corners of its box, and the Gaussians' weights among themselves.
public struct MixtureParameters: Equatable, Sendable {
  /// πₖ.
  public var weights: [Double]
  /// μₖ.
  public var means: [Point]
  /// Σₖ, `nil` for a component without one.
  public var covariances: [Covariance2?]
  /// What else the model has.
  var particulars: Particulars
  /// 2 in the plane, 1 on a line.
  var dimension: Int

  /// The parameters of a run's present model.
  public init(of run: Run) {
    self.init(of: run.model, over: run.points, observed: run.observed)
  }

  /// The parameters of a model over its points.
  ///
  /// The hard limit has no covariances; in their place stands each cluster's scatter about its
  /// centre divided by its number of points, which is zero for an empty cluster.
  public init(
    of model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil
  ) {
    let shapes = model.shapes
    let clusters = (model as? KMeans)?.referenceExpectation(over: points, observed: observed)
    let statistics = clusters?.sums ?? []
    weights = shapes.map(\.weight)
    means = shapes.map(\.centre)
    particulars = Particulars(of: model)
    dimension = points.dimension
    covariances = shapes.indices.map { k in
      switch shapes[k].outline {
      case .ellipse(let covariance): return covariance
      case .line, .everywhere: return nil
      case .none:
        guard statistics.indices.contains(k), statistics[k].mass > 0 else {
          return Covariance2(xx: 0, xy: 0, yy: 0)
        }
        return (1 / statistics[k].mass) * statistics[k].scatter(about: shapes[k].centre)
      }
    }
  }

  /// The shape above.
  public var json: JSON {
    .object(
      [
        .init("weights", .numbers(weights)),
        .init("means", .array(means.map { .numbers($0.coordinates(dimension)) })),
        .init(
          "covariances",
          .array(
            covariances.map { covariance in
              covariance.map { .array($0.rows(dimension).map { .numbers($0) }) } ?? .null
            })),
      ] + particulars.members)
  }
}
