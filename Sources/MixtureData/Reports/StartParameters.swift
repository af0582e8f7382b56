import MixtureEngine

/// θ of a start as a file has it, before it is known to make sense.
///
/// The file of a start and a saved session hold the same entries, in the shape of
/// ``MixtureParameters``; they are read, checked and refused here alike.
public struct StartParameters: Equatable, Sendable {
  /// πₖ.
  var weights: [Double]?
  /// μₖ as [x, y].
  var means: [[Double]]?
  /// Σₖ as [[xx, xy], [xy, yy]], `nil` for a component without one.
  var covariances: [[[Double]]?]?
  /// What else the model has, and whose θ it is.
  var particulars = Particulars()
  /// How many coordinates the data have, for messages.
  var dimension = 2

  /// The parameters of a mixture.
  public init(_ mixture: GaussianMixture) {
    weights = mixture.components.map(\.weight)
    let dimension = mixture.isUnivariate ? 1 : 2
    means = mixture.components.map { $0.mean.coordinates(dimension) }
    covariances = mixture.components.map { $0.covariance.rows(dimension) }
  }

  /// Means alone.
  init(means: [[Double]]) { self.means = means }

  /// The parameters of a given start.
  public init(_ given: GivenStart) {
    self.init(given.gaussians)
    guard let model = given.model else { return }
    let shapes = model.shapes
    let dimension = given.gaussians.isUnivariate ? 1 : 2
    particulars = Particulars(of: model)
    if model is KMeans {
      // Gaussians that were read beside the centres stay; others are made of the points again.
      if means != shapes.map({ $0.centre.coordinates(dimension) })
        || weights != shapes.map(\.weight)
      {
        covariances = nil
      }
    } else {
      covariances = shapes.map {
        if case .ellipse(let covariance) = $0.outline { covariance.rows(dimension) } else { nil }
      }
    }
    weights = shapes.map(\.weight)
    means = shapes.map { $0.centre.coordinates(dimension) }
  }

  /// The shape of the entries in one line, for messages.
  ///
  /// - Parameter dimension: How many coordinates the data have.
  static func shape(_ dimension: Int) -> String {
    #"{"weights": [..], "means": [\#(mean(dimension)), ..], "#
      + #""covariances": [\#(covariance(dimension)), ..]}"#
  }

  /// A mean as it is written.
  static func mean(_ dimension: Int) -> String { dimension == 1 ? "[x]" : "[x, y]" }

  /// A covariance as it is written.
  static func covariance(_ dimension: Int) -> String {
    dimension == 1 ? "[[xx]]" : "[[xx, xy], [xy, yy]]"
  }

  /// An entry that makes no sense.
  struct Fault: Error, Equatable {
    /// The entry, the mistake and the advice.
    var sentence: String
  }

  /// The mixture, if every entry makes sense.
  ///
  /// - Throws: ``Fault`` for the first entry that makes none.
  func mixture() throws(Fault) -> GaussianMixture {
    let means = try checkedMeans()
    let weights = try checkedWeights(count: means.count)
    guard let covariances else {
      throw Fault(sentence: "'covariances' is missing; give one for each mean.")
    }
    guard covariances.count == means.count else {
      throw Fault(
        sentence:
          "there are \(means.count) means but \(covariances.count) covariances; give one each.")
    }
    return GaussianMixture(
      components: try components(weights: weights, means: means, covariances: covariances))
  }

  /// Components whose entries make sense.
  func components(
    weights: [Double], means: [Point], covariances: [[[Double]]?]
  ) throws(Fault) -> [GaussianComponent] {
    var components: [GaussianComponent] = []
    for (k, mean) in means.enumerated() {
      guard let rows = covariances[k] else {
        throw Fault(
          sentence: "covariances[\(k)] is null; write \(Self.covariance(dimension)).")
      }
      let covariance = try checkedCovariance(rows, at: k)
      guard
        let component = GaussianComponent(weight: weights[k], mean: mean, covariance: covariance)
      else {
        throw Fault(
          sentence: dimension == 1
            ? "covariances[\(k)] is not positive; a variance must be greater than zero."
            : "covariances[\(k)] is not positive definite; "
              + "both variances and the determinant must be greater than zero.")
      }
      components.append(component)
    }
    return components
  }

  /// The means, if they make sense.
  ///
  /// - Throws: ``Fault`` for the first mean that makes none.
  func checkedMeans() throws(Fault) -> [Point] {
    guard let means, !means.isEmpty else {
      throw Fault(
        sentence: "'means' is missing; give a list of \(Self.mean(dimension)), one for each "
          + "component.")
    }
    guard means.count <= (particulars.noise == nil ? 255 : 256) else {
      throw Fault(sentence: "there are more than 255 means; give fewer.")
    }
    var points: [Point] = []
    for (k, mean) in means.enumerated() {
      guard mean.count == 2 || mean.count == 1 else {
        throw Fault(
          sentence: "means[\(k)] has \(mean.count) entries; a mean "
            + "\(dimension == 1 ? "on a line" : "in the plane") is \(Self.mean(dimension)).")
      }
      guard mean.count == means[0].count else {
        throw Fault(
          sentence: "means[\(k)] has \(mean.count) \(mean.count == 1 ? "entry" : "entries"), and "
            + "means[0] has \(means[0].count); give all of them as many as the data have columns.")
      }
      guard mean.allSatisfy({ abs($0) <= PointSet.coordinateLimit }) else {
        throw Fault(
          sentence: "means[\(k)] lies beyond 1e151; give coordinates in the units of the data.")
      }
      points.append(Point(x: mean[0], y: mean.count == 2 ? mean[1] : 0))
    }
    return points
  }

  /// The weights, if they are shares of one.
  ///
  /// - Throws: ``Fault`` for the first weight that makes no sense.
  func checkedWeights(count: Int) throws(Fault) -> [Double] {
    guard let weights else {
      throw Fault(sentence: "'weights' is missing; give one for each mean.")
    }
    guard weights.count == count else {
      throw Fault(
        sentence: "there are \(count) means but \(weights.count) weights; give one each.")
    }
    return try Self.checked(weights: weights, named: "weights", count: count)
  }

  /// Shares of one under the name of their entry.
  ///
  /// - Throws: ``Fault`` for the first that makes no sense.
  static func checked(
    weights: [Double], named name: String, count: Int
  ) throws(Fault) -> [Double] {
    guard weights.count == count else {
      throw Fault(sentence: "'\(name)' has \(weights.count) entries; give \(count).")
    }
    for (k, weight) in weights.enumerated() where !(weight >= 0) {
      throw Fault(sentence: "\(name)[\(k)] is \(weight); a weight cannot be negative.")
    }
    let sum = weights.reduce(0, +)
    guard abs(sum - 1) <= 1e-6 else {
      throw Fault(sentence: "the \(name) sum to \(sum); divide them so that they sum to 1.")
    }
    return weights
  }

  private func checkedCovariance(
    _ rows: [[Double]], at k: Int
  ) throws(Fault) -> Covariance2 {
    let limit = PointSet.coordinateLimit * PointSet.coordinateLimit
    if rows.count == 1, rows[0].count == 1 {
      guard abs(rows[0][0]) <= limit else {
        throw Fault(
          sentence: "covariances[\(k)] lies beyond 1e302; give it in the units of the data.")
      }
      return .univariate(rows[0][0])
    }
    guard rows.count == 2, rows.allSatisfy({ $0.count == 2 }) else {
      throw Fault(
        sentence:
          "covariances[\(k)] is not \(dimension == 1 ? "one variance" : "two rows of two"); "
          + "write \(Self.covariance(dimension)).")
    }
    guard rows.joined().allSatisfy({ abs($0) <= limit }) else {
      throw Fault(
        sentence: "covariances[\(k)] lies beyond 1e302; give it in the units of the data.")
    }
    let scale = max(abs(rows[0][1]), abs(rows[1][0]))
    guard abs(rows[0][1] - rows[1][0]) <= 1e-12 * scale else {
      throw Fault(
        sentence:
          "covariances[\(k)] is not symmetric: \(rows[0][1]) and \(rows[1][0]) should be equal.")
    }
    return Covariance2(xx: rows[0][0], xy: rows[0][1], yy: rows[1][1])
  }
}

extension StartParameters: Codable {
  private enum Key: String, CodingKey {
    case weights, means, covariances
  }

  /// Reads the entries, which all stand in one object.
  public init(from decoder: any Decoder) throws {
    let entries = try decoder.container(keyedBy: Key.self)
    weights = try entries.decodeIfPresent([Double].self, forKey: .weights)
    means = try entries.decodeIfPresent([[Double]].self, forKey: .means)
    covariances = try entries.decodeIfPresent([[[Double]]?].self, forKey: .covariances)
    particulars = try Particulars(from: decoder)
  }

  /// Writes the entries that are there.
  public func encode(to encoder: any Encoder) throws {
    var entries = encoder.container(keyedBy: Key.self)
    try entries.encodeIfPresent(weights, forKey: .weights)
    try entries.encodeIfPresent(means, forKey: .means)
    try entries.encodeIfPresent(covariances, forKey: .covariances)
    try particulars.encode(to: encoder)
  }
}

/// The plane's values in the order in which files have them.
extension Point {
  /// The coordinates in one dimension or two.
  func coordinates(_ dimension: Int) -> [Double] { dimension == 1 ? [x] : [x, y] }
}

extension Covariance2 {
  /// The matrix in one dimension or two.
  func rows(_ dimension: Int) -> [[Double]] {
    dimension == 1 ? [[xx]] : [[xx, xy], [xy, yy]]
  }
}
