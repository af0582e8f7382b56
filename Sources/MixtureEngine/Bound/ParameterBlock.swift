/// A part of θ that can move alone, the rest of θ held; components are counted from 0.
package enum ParameterBlock: Hashable, Sendable {
  /// The mean of a component, in the hard limit its centre.
  case mean(Int)
  /// The line of a component: its height and its slope.
  case line(Int)
  /// The covariance of a component, or its scale matrix.
  case covariance(Int)
  /// The covariance that all components share.
  case sharedCovariance

  /// Whether it is where a component lies, and not how wide it is.
  package var isPlace: Bool {
    switch self {
    case .mean, .line: true
    case .covariance, .sharedCovariance: false
    }
  }
}

extension [GaussianComponent] {
  /// The same components with one part of others, or `nil` where these are not as many.
  func taking(_ block: ParameterBlock, from other: [GaussianComponent]) -> [GaussianComponent]? {
    guard other.count == count else { return nil }
    var moved: [GaussianComponent] = []
    for (k, (own, others)) in zip(self, other).enumerated() {
      let isWidened = block == .covariance(k) || block == .sharedCovariance
      let component = GaussianComponent(
        weight: own.weight, mean: block == .mean(k) ? others.mean : own.mean,
        covariance: isWidened ? others.covariance : own.covariance)
      guard let component else { return nil }
      moved.append(component)
    }
    return moved
  }
}

extension CovarianceStructure {
  /// The parts of a mixture's θ that can move alone under the structure.
  func blocks(components: Int) -> [ParameterBlock] {
    let means = (0..<components).map { ParameterBlock.mean($0) }
    return switch self {
    case .full, .diagonal, .spherical: means + (0..<components).map { .covariance($0) }
    case .tied, .sharedSpherical: means + [.sharedCovariance]
    case .fixedSpherical, .univariate(.fixedSpherical): means
    case .univariate(let structure):
      structure.isShared
        ? means + [.sharedCovariance] : means + (0..<components).map { .covariance($0) }
    }
  }
}
