/// A kind of model: how the first θ of a ``LatentLabelModel`` comes from a start, and what to call it.
///
/// Runs, restarts, basins and the choice of K take any kind, one of the engine's or your own:
///
///     let kind = ModelKind(
///       Exponentials.self, name: "exponentials", summary: "two waiting times", settings: [])
///
/// Kinds are equal when type of model, name and summary are: a kind of your own is never taken for
/// one of the engine's whose name it bears.
public struct ModelKind: Sendable {
  /// The name by which a kind is chosen: short, in small letters.
  public let name: String
  /// The name as it stands in a sentence.
  public let title: String
  /// One line that says what the model assumes.
  public let summary: String
  /// The covariance structures it can take; empty where it has none.
  public let structures: [CovarianceStructure]
  /// The settings of a recipe that its runs have a place for.
  public let settings: Set<ModelSetting>
  /// The type of its models.
  package let type: any LatentLabelModel.Type
  /// Makes the first θ from where a starting rule put the components.
  private let begin:
    @Sendable (GaussianMixture, PointSet, ObservedLabels?) throws(Collapse) -> any LatentLabelModel

  /// The models of a type, begun as the type begins.
  ///
  /// - Parameters:
  ///   - type: The type of the models.
  ///   - name: The name by which the kind is chosen.
  ///   - title: The name as it stands in a sentence; `name` unless given.
  ///   - summary: One line that says what the model assumes.
  ///   - structures: The covariance structures that its models can take.
  ///   - settings: The settings of a recipe that its runs have a place for.
  public init<Model: LatentLabelModel>(
    _ type: Model.Type, name: String, title: String? = nil, summary: String,
    structures: [CovarianceStructure] = [], settings: Set<ModelSetting>
  ) {
    self.init(
      name: name, title: title, summary: summary, structures: structures, settings: settings
    ) {
      (start, points, observed) throws(Collapse) in
      try Model(from: start, over: points, observed: observed)
    }
  }

  /// Models that begin in a way of their own, such as with other settings.
  package init<Model: LatentLabelModel>(
    name: String, title: String? = nil, summary: String, structures: [CovarianceStructure] = [],
    settings: Set<ModelSetting>,
    begin:
      @escaping @Sendable (GaussianMixture, PointSet, ObservedLabels?) throws(Collapse) -> Model
  ) {
    self.name = name
    self.title = title ?? name
    self.summary = summary
    self.structures = structures
    self.settings = settings
    type = Model.self
    self.begin = begin
  }

  /// The name.
  package var id: String { name }

  /// The first θ of a run, from a start.
  ///
  /// - Throws: ``Collapse`` when the start leaves a component with nothing to stand on.
  package func model(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels? = nil
  ) throws(Collapse) -> any LatentLabelModel {
    try begin(start, points, observed)
  }
}

extension ModelKind {
  /// The engine's own kinds for any points of the plane; coins need heads and tosses.
  public static let all: [ModelKind] = [gaussianMixture, kMeans, dial, studentT, noise, lines]

  /// The engine's kind of a name, if there is one.
  package static func named(_ name: String) -> ModelKind? { known.first { $0.name == name } }

  /// All of the engine's own kinds.
  package static let known: [ModelKind] = all + [coins]
}

extension ModelKind {
  /// A sentence that says why points can't have a model of this kind, `nil` where they can.
  package func refusal(over points: PointSet) -> String? {
    if type == LineMixture.self, points.dimension == 1 {
      return "lines explain one column by another, and these data have one column."
    }
    if type == CoinMixture.self, points.tosses == nil {
      return "coins explain heads out of a stated number of tosses: one column of whole numbers, "
        + "with --tosses."
    }
    return nil
  }

  /// The engine's own kinds that some points can have.
  package static func all(over points: PointSet) -> [ModelKind] {
    known.filter { $0.refusal(over: points) == nil }
  }

  /// The structures that differ over some points: on a line a covariance is a number, of each
  /// component or of all.
  package func structures(over points: PointSet) -> [CovarianceStructure] {
    points.dimension == 2 ? structures : structures.filter { $0 == .full || $0 == .tied }
  }
}

extension ModelKind: Hashable {
  /// Whether two kinds are the same.
  public static func == (a: ModelKind, b: ModelKind) -> Bool {
    a.type == b.type && a.name == b.name && a.summary == b.summary
  }

  /// Feeds the name to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

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
  package func model(
    continuing model: any LatentLabelModel, structure: CovarianceStructure,
    over points: PointSet, observed: ObservedLabels? = nil
  ) throws(Collapse) -> any LatentLabelModel {
    let start = GaussianMixture.start(continuing: model, over: points, observed: observed)
    return try self.model(from: start.with(structure: structure), over: points, observed: observed)
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
        sums[j].add(points[n], responsibility: points.weight(of: n) * q[n, k])
      }
    }
    // The means stay where they are: what has no covariances gets those about its own centres.
    let centres = kept.map { shapes[$0].centre }
    let areBare = kept.allSatisfy { shapes[$0].outline == .none }
    return .start(from: sums, keeping: areBare ? centres : nil, over: points)
  }
}
