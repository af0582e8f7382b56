extension ModelKind {
  /// The θ with which a run of this kind goes on from where another model is.
  ///
  /// Means, weights and ellipses are taken over where the model has them; from models without
  /// ellipses (k-means, lines) the components are fitted to the points they are responsible
  /// for. So EM → k-means keeps the means, and k-means → EM is the M-step of the hard
  /// assignment, with the data's covariance where a cluster's own is singular. The noise
  /// component is left out.
  ///
  /// - Parameters:
  ///   - model: The model at hand.
  ///   - structure: The covariance structure to go on with.
  ///   - points: The data.
  ///   - observed: Labels that are known.
  /// - Throws: ``Collapse`` when a component has nothing to stand on.
  public func model(
    continuing model: any LatentLabelModel, structure: CovarianceStructure,
    over points: PointSet, observed: ObservedLabels? = nil
  ) throws(Collapse) -> any LatentLabelModel {
    let start = GaussianMixture.start(continuing: model, over: points, observed: observed)
    return try begin(start.with(structure: structure), points, observed)
  }
}

extension GaussianMixture {
  /// The Gaussians that a model's components look like over the points.
  static func start(
    continuing model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels?
  ) -> GaussianMixture {
    let shapes = model.shapes
    let kept = shapes.indices.filter { shapes[$0].outline != .everywhere }
    let total = kept.reduce(0) { $0 + shapes[$1].weight }
    let ellipses = kept.compactMap { k -> GaussianComponent? in
      guard case .ellipse(let covariance) = shapes[k].outline else { return nil }
      let weight = total > 0 ? shapes[k].weight / total : 1 / Double(kept.count)
      return GaussianComponent(weight: weight, mean: shapes[k].centre, covariance: covariance)
    }
    if ellipses.count == kept.count { return GaussianMixture(components: ellipses) }
    let q = model.responsibilities(over: points, observed: observed)
    var sums = kept.map { ComponentStatistics(reference: shapes[$0].centre) }
    for n in 0..<points.count {
      for (j, k) in kept.enumerated() where q[n, k] > 0 {
        sums[j].add(points[n], responsibility: q[n, k])
      }
    }
    return .start(from: sums, over: points)
  }
}
