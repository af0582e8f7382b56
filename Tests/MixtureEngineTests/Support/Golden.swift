import Foundation
import MixtureEngine

/// The golden files of independent implementations; their recipes stand beside them.
enum Golden {
  /// Reads a golden file.
  static func decode<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let url = Bundle.module.bundleURL.appending(path: "Golden/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }

  /// The difference of two numbers, relative to the second where that is above one.
  static func difference(_ a: Double, _ b: Double) -> Double { abs(a - b) / max(1, abs(b)) }

  /// The greatest difference between a mixture and golden weights, means and covariances.
  static func difference(
    _ mixture: GaussianMixture, weights: [Double], means: [[Double]], covariances: [[Double]]
  ) -> Double {
    mixture.components.indices.map { k in
      let component = mixture.components[k]
      return [
        difference(component.weight, weights[k]), difference(component.mean.x, means[k][0]),
        difference(component.mean.y, means[k][1]),
        difference(component.covariance.xx, covariances[k][0]),
        difference(component.covariance.xy, covariances[k][1]),
        difference(component.covariance.yy, covariances[k][2]),
      ].max() ?? 0
    }.max() ?? 0
  }
}
