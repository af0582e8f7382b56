extension ModelKind {
  /// EM for a mixture of Gaussians, with the start's structure.
  public static let gaussianMixture = ModelKind(
    name: "em", title: "EM", summary: "a mixture of Gaussians, soft responsibilities",
    structures: CovarianceStructure.named.map(\.structure),
    recognizes: { ($0 as? GaussianMixture).map { !$0.structure.holdsWeights } ?? false }
  ) { start, points, _ in
    start.constrained(over: points)
  }
}

extension GaussianMixture {
  /// The mixture with its covariances pooled as its structure says, weighted by πₖ N.
  func constrained(over points: PointSet) -> GaussianMixture {
    let covariances = structure.constrain(
      components.map(\.covariance), masses: components.map { $0.weight * Double(points.count) })
    return GaussianMixture(
      components: zip(components, covariances).map { component, covariance in
        GaussianComponent(
          weight: component.weight, mean: component.mean, covariance: covariance) ?? component
      }, structure: structure)
  }
}
