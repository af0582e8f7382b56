import Foundation
import MixtureEngine

/// A start as it stands in the file, before it is known to make sense.
struct StartShape: Decodable {
  var weights: [Double]?
  var means: [[Double]]?
  var covariances: [[[Double]]]?

  private struct Result: Decodable {
    var parameters: StartShape?
  }

  /// Reads the shape, or the `parameters` of a whole result.
  init(_ bytes: [UInt8], file: String) throws {
    do {
      let data = Data(bytes)
      let shape = try JSONDecoder().decode(StartShape.self, from: data)
      self =
        shape.means == nil
        ? try JSONDecoder().decode(Result.self, from: data).parameters ?? shape : shape
    } catch let error as DecodingError {
      throw StartFileError(file: file, reason: error.sentence)
    }
  }

  /// The mixture, if every entry makes sense.
  func mixture(
    meansSuffice: Bool, over points: PointSet, file: String
  ) throws -> GaussianMixture {
    func refuse(_ reason: String) -> StartFileError { StartFileError(file: file, reason: reason) }
    let centres = try checkedMeans(refuse)
    if meansSuffice { return .start(means: centres, over: points) }
    let weights = try checkedWeights(count: centres.count, refuse)
    guard let covariances else { throw refuse("'covariances' is missing; give one for each mean.") }
    guard covariances.count == centres.count else {
      throw refuse(
        "there are \(centres.count) means but \(covariances.count) covariances; give one each.")
    }
    return GaussianMixture(
      components: try centres.indices.map { k in
        let covariance = try checkedCovariance(covariances[k], at: k, refuse)
        guard
          let component = GaussianComponent(
            weight: weights[k], mean: centres[k], covariance: covariance)
        else {
          throw refuse(
            "covariances[\(k)] is not positive definite; "
              + "both variances and the determinant must be greater than zero.")
        }
        return component
      })
  }

  private func checkedMeans(_ refuse: (String) -> StartFileError) throws -> [Point] {
    guard let means, !means.isEmpty else {
      throw refuse("'means' is missing; give a list of [x, y], one for each component.")
    }
    guard means.count <= 255 else { throw refuse("there are more than 255 means; give fewer.") }
    return try means.enumerated().map { k, mean in
      guard mean.count == 2 else {
        throw refuse("means[\(k)] has \(mean.count) entries; a mean in the plane is [x, y].")
      }
      guard mean.allSatisfy({ abs($0) <= PointSet.coordinateLimit }) else {
        throw refuse("means[\(k)] lies beyond 1e151; give coordinates in the units of the data.")
      }
      return Point(x: mean[0], y: mean[1])
    }
  }

  private func checkedWeights(
    count: Int, _ refuse: (String) -> StartFileError
  ) throws -> [Double] {
    guard let weights else { throw refuse("'weights' is missing; give one for each mean.") }
    guard weights.count == count else {
      throw refuse("there are \(count) means but \(weights.count) weights; give one each.")
    }
    for (k, weight) in weights.enumerated() where !(weight >= 0) {
      throw refuse("weights[\(k)] is \(weight); a weight cannot be negative.")
    }
    let sum = weights.reduce(0, +)
    guard abs(sum - 1) <= 1e-6 else {
      throw refuse("the weights sum to \(sum); divide them so that they sum to 1.")
    }
    return weights
  }

  private func checkedCovariance(
    _ rows: [[Double]], at k: Int, _ refuse: (String) -> StartFileError
  ) throws -> Covariance2 {
    guard rows.count == 2, rows.allSatisfy({ $0.count == 2 }) else {
      throw refuse("covariances[\(k)] is not two rows of two; write [[xx, xy], [xy, yy]].")
    }
    let scale = max(abs(rows[0][1]), abs(rows[1][0]))
    guard abs(rows[0][1] - rows[1][0]) <= 1e-12 * scale else {
      throw refuse(
        "covariances[\(k)] is not symmetric: \(rows[0][1]) and \(rows[1][0]) should be equal.")
    }
    return Covariance2(xx: rows[0][0], xy: rows[0][1], yy: rows[1][1])
  }
}

extension DecodingError {
  /// What is wrong with the JSON, in one sentence that names the place.
  var sentence: String {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(context.entry) is not what belongs there; the shape is \(DecodingError.shape)."
    case .keyNotFound(let key, _):
      "'\(key.stringValue)' is missing; the shape is \(DecodingError.shape)."
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\(context.entry) is not a finite number; correct it."
    case .dataCorrupted:
      "this is not JSON, which has no NaN and no infinity; the shape is \(DecodingError.shape)."
    @unknown default: "this cannot be read; the shape is \(DecodingError.shape)."
    }
  }

  private static let shape =
    #"{"weights": [..], "means": [[x, y], ..], "covariances": [[[xx, xy], [xy, yy]], ..]}"#
}

extension DecodingError.Context {
  /// The path to the entry, as in `means[1][0]`.
  fileprivate var entry: String {
    let path = DecodingError.path(codingPath)
    return path.isEmpty ? "the outermost value" : path
  }
}
