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
  /// Whether a model is of this kind.
  let recognizes: @Sendable (any LatentLabelModel) -> Bool
  /// Makes the first θ from where a starting rule put the components.
  let begin:
    @Sendable (GaussianMixture, PointSet, ObservedLabels?) throws(Collapse) -> any LatentLabelModel

  /// A kind by its name, a test for its models, and a function from a start to the first θ.
  init(
    name: String, title: String, summary: String, structures: [CovarianceStructure] = [],
    recognizes: @escaping @Sendable (any LatentLabelModel) -> Bool,
    begin:
      @escaping @Sendable (GaussianMixture, PointSet, ObservedLabels?) throws(Collapse)
      -> any LatentLabelModel
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.structures = structures
    self.recognizes = recognizes
    self.begin = begin
  }

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
  public static let all: [ModelKind] = [gaussianMixture, kMeans, dial, studentT, noise, lines]

  /// The kind of a name, if there is one.
  public static func named(_ name: String) -> ModelKind? { all.first { $0.name == name } }

  /// The kind that a model is of, if it is registered.
  public static func of(_ model: any LatentLabelModel) -> ModelKind? {
    all.first { $0.recognizes(model) }
  }
}
