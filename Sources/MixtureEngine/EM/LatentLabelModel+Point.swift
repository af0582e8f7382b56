import RealModule

/// What a model says of one point, whether it was fitted to it or not.
extension LatentLabelModel {
  /// p(z = k | x, θ) for every k, by Bayes' rule; in the hard limit 1 for the nearest centre.
  public func responsibilities(for point: Point) -> [Double] {
    responsibilities(for: point, known: nil)
  }

  /// The component most responsible for a point, the lowest where several are.
  public func predict(_ point: Point) -> Int {
    var best = 0
    var greatest = logJoint(of: point, label: 0)
    for k in 1..<max(1, componentCount) {
      let candidate = logJoint(of: point, label: k)
      if candidate > greatest { (best, greatest) = (k, candidate) }
    }
    return best
  }

  /// log p(x | θ) = log Σₖ p(x, z = k | θ), in nats: the height of the density at a place.
  public func logDensity(at point: Point) -> Double {
    (0..<componentCount).logSum { logJoint(of: point, label: $0) }
  }

  /// One point's posterior, hard where the model is, with a known label taken into account.
  func responsibilities(for point: Point, known: Int?) -> [Double] {
    var row = [Double](repeating: 0, count: componentCount)
    if criterion == .distortion {
      row[known ?? predict(point)] = 1
    } else {
      _ = posterior(of: point, known: known, into: &row)
    }
    return row
  }
}
