extension LatentLabelModel {
  /// The groups of components that are equal to rounding but for their weights, counted from 0.
  ///
  /// Such components share every point in the ratio of their weights, so the M-step gives them equal
  /// parameters again: they never separate. Where there are any, θ is one of a continuum: weight can be
  /// shifted within a group and L stays. It is an optimum of fewer components, or a saddle. In the hard
  /// limit, where the lowest number takes all, there are none.
  public var twins: [[Int]] {
    guard criterion == .logLikelihood else { return [] }
    var groups: [[Int]] = []
    let shapes = shapes
    for k in shapes.indices where shapes[k].outline != .everywhere {
      let match = groups.firstIndex { shapes[$0[0]].isTwin(of: shapes[k]) }
      if let match { groups[match].append(k) } else { groups.append([k]) }
    }
    return groups.filter { $0.count > 1 }
  }
}

extension ComponentShape {
  /// Whether another component lies at the same place with the same outline, to a millionth of its size.
  fileprivate func isTwin(of other: ComponentShape) -> Bool {
    let least = 1e-6
    func isNear(_ a: Double, _ b: Double, unit: Double) -> Bool { abs(a - b) <= least * unit }
    switch (outline, other.outline) {
    case (.ellipse(let a), .ellipse(let b)):
      guard let factor = Cholesky2(a) else { return self == other }
      let m = factor.whiten(b + -1 * a)
      let way = factor.squaredMahalanobis(other.centre.x - centre.x, other.centre.y - centre.y)
      return way <= least * least && [m.xx, m.xy, m.yy].allSatisfy { abs($0) <= least }
    case (.line(_, let slopeA, let a), .line(_, let slopeB, let b)):
      let height = centre.y + slopeA * (other.centre.x - centre.x)
      return isNear(a, b, unit: a) && isNear(height, other.centre.y, unit: a)
        && isNear(slopeA, slopeB, unit: abs(slopeA))
    default: return self == other
    }
  }
}

extension Run {
  /// A run that goes on from the present θ with identical components pushed a little apart.
  ///
  /// Their means move by independent normal steps; everything else stays. The likelihood has a
  /// saddle where components are identical, so the smallest push is enough for EM to leave it.
  ///
  /// - Parameters:
  ///   - share: The step's standard deviation, in standard deviations of the data along each
  ///     axis.
  ///   - seed: The seed of the steps.
  /// - Throws: ``Collapse`` when a component has nothing to stand on.
  package func nudged(by share: Double = 1e-3, seed: UInt64) throws(Collapse) -> Run {
    let present = GaussianMixture.start(continuing: model, over: points, observed: observed)
    let identical = Set(model.twins.joined())
    let (sx, sy) = (points.covariance.xx.squareRoot(), points.covariance.yy.squareRoot())
    var generator = SeededGenerator(seed: seed)
    let components = present.components.enumerated().map { k, component in
      guard identical.contains(k) else { return component }
      let mean = Point(
        x: component.mean.x + share * sx * generator.normal(),
        y: component.mean.y + share * sy * generator.normal())
      return GaussianComponent(
        weight: component.weight, mean: mean, covariance: component.covariance) ?? component
    }
    let start = GaussianMixture(components: components, structure: model.covarianceStructure)
    return Run(
      of: try model.restarted(from: start, over: points, observed: observed),
      over: points, observed: observed, stopping: stopping, safeguard: safeguard,
      algorithm: algorithm)
  }
}
