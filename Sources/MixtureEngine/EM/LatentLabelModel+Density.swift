import RealModule

extension LatentLabelModel {
  /// log p(x | θ) = log Σₖ p(x, z = k | θ), in nats: the height of the density at a place.
  public func logDensity(at point: Point) -> Double {
    var greatest = -Double.infinity
    for k in 0..<componentCount { greatest = max(greatest, logJoint(of: point, label: k)) }
    guard greatest > -.infinity else { return greatest }
    var sum = 0.0
    for k in 0..<componentCount { sum += .exp(logJoint(of: point, label: k) - greatest) }
    return greatest + .log(sum)
  }
}
