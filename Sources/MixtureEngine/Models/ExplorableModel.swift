/// What figures and remedies ask of a model beyond EM; the engine's own models have it.
///
/// Any other model has it by default: a density of both coordinates with the letter p, full
/// covariances, no way from one θ to another, no mean that moves alone, and a start that knows nothing
/// of the θ before.
package protocol ExplorableModel: LatentLabelModel {
  /// What the model's density is a density of.
  var densityVariables: DensityVariables { get }

  /// The letter that formulas have for the density of a component.
  var densityLetter: String { get }

  /// What all densities share and θ has no part in, in logarithms; figures of densities have it.
  func logCarrier(at point: Point) -> Double

  /// The covariance structure that the M-step keeps.
  var covarianceStructure: CovarianceStructure { get }

  /// Whether the weights πₖ are given, and no M-step moves them.
  var holdsWeights: Bool { get }

  /// (1 − s) θ + s θ′, the point at `s` on the segment to another θ, or `nil` where that is no
  /// valid θ.
  func interpolated(to other: Self, at s: Double) -> Self?

  /// The parts of θ that can move alone.
  var blocks: [ParameterBlock] { get }

  /// θ with one part of another θ, or `nil` where it has no such part.
  func taking(_ block: ParameterBlock, from other: Self) -> Self?

  /// A component's density as its mean moves, or `nil` where it has no mean in the plane.
  func movingComponent(_ k: Int) -> MovingComponent?

  /// θ with the mean of a component at a place, or `nil` where it has none.
  func placing(_ k: Int, at place: Point) -> Self?

  /// What the M-step makes of each component's sums, row by row.
  ///
  /// - Parameters:
  ///   - target: The θ that the M-step made.
  ///   - step: The points, and q.
  func arithmetic(to target: Self, of step: MaximizationStep) -> [UpdateGroup]

  /// Whether points can be drawn from the model; by default they can't.
  var hasDraws: Bool { get }

  /// A point drawn from a component.
  ///
  /// - Parameters:
  ///   - k: The component, counted from 0.
  ///   - x: The first coordinate, for a model of the second given the first.
  ///   - generator: Where chance comes from.
  func draw(
    from k: Int, givenFirst x: Double, using generator: inout SeededGenerator
  ) -> Point?

  /// The slopes of what an M-step maximises, at this θ; none by default.
  ///
  /// - Parameter step: The points, q and the prior.
  func slopes(under step: MaximizationStep) -> [SlopesHere]

  /// The same model at another start: what is given and not fitted stays as it is.
  ///
  /// - Throws: ``Collapse`` when the start leaves a component with nothing to stand on.
  func restarted(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?
  ) throws(Collapse) -> Self
}

/// What a density is a density of; objectives of different ones measure different things.
package enum DensityVariables: Hashable, Sendable {
  /// Both coordinates: p(x, y).
  case both
  /// The second coordinate, where the first is given: p(y | x).
  case secondGivenFirst
}

extension ExplorableModel {
  package var densityVariables: DensityVariables { .both }

  package func logCarrier(at point: Point) -> Double { 0 }

  package var densityLetter: String { "p" }

  package var covarianceStructure: CovarianceStructure { .full }

  package var holdsWeights: Bool { covarianceStructure.holdsWeights }

  package var blocks: [ParameterBlock] { [] }

  package func taking(_ block: ParameterBlock, from other: Self) -> Self? { nil }

  package func movingComponent(_ k: Int) -> MovingComponent? { nil }

  package func placing(_ k: Int, at place: Point) -> Self? { nil }

  package func restarted(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?
  ) throws(Collapse) -> Self {
    try Self(from: start, over: points, observed: observed)
  }
}

extension LatentLabelModel {
  /// What the model's density is a density of.
  package var densityVariables: DensityVariables {
    (self as? any ExplorableModel)?.densityVariables ?? .both
  }

  /// What all densities share and θ has no part in, in logarithms.
  package func logCarrier(at point: Point) -> Double {
    (self as? any ExplorableModel)?.logCarrier(at: point) ?? 0
  }

  /// The letter that formulas have for the density of a component.
  package var densityLetter: String { (self as? any ExplorableModel)?.densityLetter ?? "p" }

  /// The covariance structure that the M-step keeps.
  package var covarianceStructure: CovarianceStructure {
    (self as? any ExplorableModel)?.covarianceStructure ?? .full
  }

  /// Whether the weights πₖ are given, and no M-step moves them.
  package var holdsWeights: Bool { (self as? any ExplorableModel)?.holdsWeights ?? false }

  /// (1 − s) θ + s θ′, the point at `s` on the segment to another θ of the same model, or `nil`
  /// where that is no valid θ.
  package func interpolated(
    to other: any LatentLabelModel, at s: Double
  ) -> (any LatentLabelModel)? {
    func interpolated<Model: ExplorableModel>(from model: Model) -> Model? {
      (other as? Model).flatMap { model.interpolated(to: $0, at: s) }
    }
    return (self as? any ExplorableModel).flatMap { interpolated(from: $0) }
  }

  /// The parts of θ that can move alone.
  package var blocks: [ParameterBlock] { (self as? any ExplorableModel)?.blocks ?? [] }

  /// θ with one part of another θ of the same model, or `nil` where it has no such part.
  package func taking(
    _ block: ParameterBlock, from other: any LatentLabelModel
  ) -> (any LatentLabelModel)? {
    func taken<Model: ExplorableModel>(by model: Model) -> Model? {
      (other as? Model).flatMap { model.taking(block, from: $0) }
    }
    guard blocks.contains(block) else { return nil }
    return (self as? any ExplorableModel).flatMap { taken(by: $0) }
  }

  /// A component's density as its mean moves, or `nil` where it has no mean in the plane.
  package func movingComponent(_ k: Int) -> MovingComponent? {
    (self as? any ExplorableModel)?.movingComponent(k)
  }

  /// θ with the mean of a component at a place, or `nil` where it has none.
  package func placing(_ k: Int, at place: Point) -> (any LatentLabelModel)? {
    (self as? any ExplorableModel)?.placing(k, at: place)
  }

  /// The same model at another start.
  ///
  /// - Throws: ``Collapse`` when the start leaves a component with nothing to stand on.
  package func restarted(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?
  ) throws(Collapse) -> any LatentLabelModel {
    guard let model = self as? any ExplorableModel else {
      return try Self(from: start, over: points, observed: observed)
    }
    return try model.restarted(from: start, over: points, observed: observed)
  }
}
