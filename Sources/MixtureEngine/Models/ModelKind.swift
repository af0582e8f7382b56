/// A kind of model that can be chosen by name: the registration of a ``LatentLabelModel``.
public struct ModelKind: Sendable, Identifiable {
  /// The name, as the command line spells it.
  public let name: String
  /// The name in a title or a menu.
  public let title: String
  /// One line that says what the model assumes.
  public let summary: String
  /// The covariance structures it can take; empty where it has none.
  public let structures: [CovarianceStructure]
  /// Makes the first θ from where a starting rule put the components.
  let begin:
    @Sendable (GaussianMixture, PointSet, ObservedLabels?) throws(Collapse) -> any LatentLabelModel

  /// The name.
  public var id: String { name }

  /// The first θ of a run, from a start.
  ///
  /// - Throws: ``Collapse`` when the start leaves a component with nothing to stand on.
  public func model(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels? = nil
  ) throws(Collapse) -> any LatentLabelModel {
    try begin(start, points, observed)
  }
}

extension ModelKind {
  /// Every kind, in the order of the menu.
  public static let all: [ModelKind] = [gaussianMixture, kMeans]

  /// The kind of a name, if there is one.
  public static func named(_ name: String) -> ModelKind? { all.first { $0.name == name } }

  /// EM for a mixture of Gaussians, with the start's structure.
  public static let gaussianMixture = ModelKind(
    name: "em", title: "EM", summary: "a mixture of Gaussians, soft responsibilities",
    structures: CovarianceStructure.named.map(\.structure)
  ) { start, points, _ in
    let covariances = start.structure.constrain(
      start.components.map(\.covariance),
      masses: start.components.map { $0.weight * Double(points.count) })
    return GaussianMixture(
      components: zip(start.components, covariances).map { component, covariance in
        GaussianComponent(
          weight: component.weight, mean: component.mean, covariance: covariance) ?? component
      }, structure: start.structure)
  }

  /// The hard limit: Lloyd's k-means from the start's means.
  public static let kMeans = ModelKind(
    name: "k-means", title: "k-means",
    summary: "the hard limit σ² → 0: each point to its nearest centre",
    structures: []
  ) { start, _, _ in
    KMeans(centres: start.components.map(\.mean))
  }
}
