/// A model p(x, z | θ) of points x with a hidden label z ∈ {1 … K}: all that EM needs to know.
///
/// A value of the conforming type is one θ. EM itself — runs, the lower bound, restarts — is
/// written once against this protocol. A new model says its joint log-density and how to
/// maximise the expected complete-data log-likelihood; everything else has a default.
public protocol LatentLabelModel: Sendable {
  /// The number of components K.
  var componentCount: Int { get }

  /// log p(x, z = k | θ), in nats.
  func logJoint(of point: Point, label k: Int) -> Double

  /// The M-step: argmax over θ of Σₙ Σₖ qₖₙ log p(xₙ, z = k | θ).
  ///
  /// - Throws: ``Collapse`` when a component degenerates.
  func maximization(
    over points: PointSet, responsibilities: Responsibilities, safeguard: Safeguard
  ) throws(Collapse) -> Self

  /// The number of free parameters of θ, for BIC and AIC.
  var freeParameterCount: Int { get }

  /// Where each component is, for people to look at.
  var shapes: [ComponentShape] { get }

  /// The covariance structure that the M-step keeps.
  var covarianceStructure: CovarianceStructure { get }

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

  /// Σₙ Σₖ qₖₙ log p(xₙ, z = k | θ), the part of the lower bound that depends on θ.
  func expectedLogJoint(over points: PointSet, under expectation: Expectation) -> Double

  /// The full table q at θ; known labels keep their component.
  func responsibilities(over points: PointSet, observed: ObservedLabels?) -> Responsibilities

  /// (1 − s) θ + s θ′, the point at `s` on the segment to another θ of the same model, or `nil`
  /// where that is no valid θ.
  func interpolated(to other: any LatentLabelModel, at s: Double) -> (any LatentLabelModel)?
}

/// What a run climbs.
public enum Criterion: Hashable, Sendable {
  /// The log-likelihood L, which rises.
  case logLikelihood
  /// The k-means distortion J = Σₙ minₖ ‖xₙ − μₖ‖², which falls.
  case distortion
}

/// One component as a picture needs it.
public struct ComponentShape: Hashable, Sendable {
  /// What is drawn around the centre.
  public enum Outline: Hashable, Sendable {
    /// The ellipse of a covariance.
    case ellipse(Covariance2)
    /// The line y = intercept + slope · x with Gaussian noise of this standard deviation.
    case line(intercept: Double, slope: Double, deviation: Double)
    /// Nothing: a cluster of the hard limit has a centre alone.
    case none
    /// The whole plot: uniform noise over the data's box.
    case everywhere
  }

  /// The mixing weight πₖ; in the hard limit the share of points.
  public var weight: Double
  /// The mean μₖ, or the middle of the outline.
  public var centre: Point
  /// What is drawn around it.
  public var outline: Outline

  /// A component's picture.
  public init(weight: Double, centre: Point, outline: Outline) {
    self.weight = weight
    self.centre = centre
    self.outline = outline
  }
}
