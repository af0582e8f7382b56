/// A model p(x, z | θ) of points x with a hidden label z ∈ {1 … K}: all that EM needs to know.
///
/// A value of the conforming type is one θ. EM itself — runs, the lower bound, restarts — is
/// written once against this protocol. A new model says where it begins, its joint log-density, how
/// to maximise the expected complete-data log-likelihood, how many parameters that took and where
/// its components are; everything else has a default. Sums over points are weighted: a point of
/// weight wₙ counts as wₙ points, ``PointSet/weight(of:)``.
public protocol LatentLabelModel: Sendable {
  /// θ at a start, in terms of this model: what the Gaussians that a rule chose say of it.
  ///
  /// - Throws: ``Collapse`` when the start leaves a component with nothing to stand on.
  init(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?
  ) throws(Collapse)

  /// The number of components K.
  var componentCount: Int { get }

  /// log p(x, z = k | θ), in nats.
  func logJoint(of point: Point, label k: Int) -> Double

  /// The M-step: argmax over θ of Σₙ wₙ Σₖ qₖₙ log p(xₙ, z = k | θ).
  ///
  /// - Throws: ``Collapse`` when a component degenerates.
  func maximization(
    over points: PointSet, responsibilities: Responsibilities, safeguard: Safeguard
  ) throws(Collapse) -> Self

  /// The number of free parameters of θ, for BIC and AIC.
  var freeParameterCount: Int { get }

  /// Where each component is; fits that agree in it count as one optimum.
  var shapes: [ComponentShape] { get }

  /// What a run of this model climbs.
  var criterion: Criterion { get }

  /// The E-step: q and L at θ; known labels keep their component.
  func expectation(over points: PointSet, observed: ObservedLabels?) -> Expectation

  /// The M-step from what the E-step gave.
  ///
  /// - Throws: ``Collapse`` when a component degenerates.
  func maximization(
    over points: PointSet, from expectation: Expectation, safeguard: Safeguard
  ) throws(Collapse) -> Self

  /// Σₙ wₙ Σₖ qₖₙ log p(xₙ, z = k | θ), the part of the lower bound that depends on θ.
  func expectedLogJoint(over points: PointSet, under expectation: Expectation) -> Double

  /// The full table q at θ; known labels keep their component.
  func responsibilities(over points: PointSet, observed: ObservedLabels?) -> Responsibilities
}

/// What a run climbs.
public enum Criterion: Hashable, Sendable {
  /// The log-likelihood L, which rises.
  case logLikelihood
  /// The k-means distortion J = Σₙ wₙ minₖ ‖xₙ − μₖ‖², which falls.
  case distortion
}
