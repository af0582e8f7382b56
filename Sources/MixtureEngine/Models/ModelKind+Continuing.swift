extension ModelKind {
  /// The θ with which a run of this kind goes on from where another model is.
  ///
  /// k-means takes the means. From k-means, a mixture takes the M-step of the hard assignment;
  /// where that collapses (a cluster of one point), it starts from the means alone. Any other
  /// change is an M-step from the present responsibilities.
  ///
  /// - Throws: ``Collapse`` when a component has nothing to stand on under this kind.
  public func model(
    continuing model: any LatentLabelModel, structure: CovarianceStructure,
    over points: PointSet, observed: ObservedLabels? = nil
  ) throws(Collapse) -> any LatentLabelModel {
    let start = GaussianMixture.continuing(model, over: points, observed: observed)
    return try self.model(
      from: start.with(structure: structure), over: points, observed: observed)
  }
}

extension GaussianMixture {
  /// The mixture that stands nearest to a model: itself, or an M-step from its responsibilities.
  static func continuing(
    _ model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels?
  ) -> GaussianMixture {
    if let mixture = model as? GaussianMixture { return mixture }
    let start = GaussianMixture.start(means: model.shapes.map(\.centre), over: points)
    let q = model.responsibilities(over: points, observed: observed)
    let safeguard = Safeguard(for: points)
    return
      (try? start.maximization(over: points, responsibilities: q, safeguard: safeguard)) ?? start
  }
}
