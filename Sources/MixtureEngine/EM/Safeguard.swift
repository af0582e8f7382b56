import RealModule

/// The thresholds below which an M-step is called a collapse, and the floor and the prior that keep it
/// from one where a user sets them.
///
/// They are what the data's coordinates can tell from one place, so neither the data's scale nor a few
/// points far from all others matter, and no floor is active unless one is asked for.
public struct Safeguard: Hashable, Sendable {
  /// A variance along x that is no more than this is a collapse: the square of
  /// ``relativeDeviationThreshold`` of the data's standard deviation, or of what the greatest coordinate
  /// is rounded by.
  package let leastXX: Double
  /// The same along y.
  package let leastYY: Double
  /// The data's standard deviation along x.
  package let scaleX: Double
  /// The data's standard deviation along y.
  package let scaleY: Double
  /// How the data's lengths are measured.
  package let standardization: Standardization
  /// The least variance along any direction, in squared units of the data, or of z-scores where the
  /// points are standardised; `nil` for none.
  package var varianceFloor: Double?
  /// The prior of a Gaussian mixture's means and covariances, or `nil` for none; other models have none.
  package var prior: Prior?
  /// Whether the points are on a line, so that a component has one variance and no direction.
  package let isUnivariate: Bool
  /// A component with less mass (Nₖ) has collapsed: ``massThreshold``, and where points count less
  /// than one, that share of the lightest.
  public let leastMass: Double

  /// A component with fewer than this many points (Nₖ) has collapsed.
  public static let massThreshold = 1e-9
  /// A least variance below this fraction of the greatest is a collapse, whatever the direction and both in
  /// the units of the coordinates and in the data's standard deviations: a tilted covariance holds no
  /// less.
  package static let leastAspect = 2.5e-15
  /// A standard deviation below this fraction of the data's along the same axis is a collapse.
  package static let relativeDeviationThreshold = 1e-12

  /// Thresholds for a data set, with or without a floor and a prior.
  ///
  /// - Parameters:
  ///   - points: The data.
  ///   - varianceFloor: The least variance along any direction, or `nil` for none.
  ///   - prior: The prior of a Gaussian mixture, or `nil` for none.
  public init(for points: PointSet, varianceFloor: Double? = nil, prior: Prior? = nil) {
    let (scale, (lower, upper)) = (points.covariance, points.bounds)
    func least(_ variance: Double, _ from: Double, _ to: Double) -> Double {
      let rounding = 4 * Double.ulpOfOne * max(abs(from), abs(to))
      let deviation = Self.relativeDeviationThreshold * variance.squareRoot()
      return max(deviation * deviation, rounding * rounding)
    }
    leastXX = least(scale.xx, lower.x, upper.x)
    leastYY = least(scale.yy, lower.y, upper.y)
    (scaleX, scaleY) = (scale.xx.squareRoot(), scale.yy.squareRoot())
    leastMass = Self.massThreshold * points.unitMass
    standardization = points.standardization
    isUnivariate = points.dimension == 1
    self.varianceFloor = varianceFloor
    self.prior = prior
  }

  /// The covariance a component may have, after the floor, or `nil` when it has collapsed.
  ///
  /// Raising the eigenvalues to the floor is the exact maximiser under the constraint Σ ⪰ fI, so
  /// the bound still never falls.
  public func admit(_ covariance: Covariance2) -> Covariance2? {
    if isUnivariate {
      let floor = (varianceFloor ?? 0) * standardization.scale.x * standardization.scale.x
      let variance = max(covariance.xx, floor)
      guard variance.isFinite, variance > leastXX else { return nil }
      return .univariate(variance)
    }
    let admitted = varianceFloor.map { raised(covariance, to: $0) } ?? covariance
    guard Cholesky2(admitted) != nil, admitted.xx > leastXX, admitted.yy > leastYY,
      isWide(admitted, scaleX: 1, scaleY: 1) || isWide(admitted, scaleX: scaleX, scaleY: scaleY)
    else { return nil }
    return admitted
  }

  /// The least variance that a covariance has in any direction, as lengths are measured.
  func leastVariance(of covariance: Covariance2) -> Double {
    let measured = standardization.standardized(covariance)
    return isUnivariate ? measured.xx : measured.axes.minor
  }

  /// The least variance of what stands about a line along y, in squared units of the data, or `nil` for
  /// none.
  var residualFloor: Double? {
    varianceFloor.map { $0 * standardization.scale.y * standardization.scale.y }
  }

  private func raised(_ covariance: Covariance2, to floor: Double) -> Covariance2 {
    guard !standardization.isNone else { return covariance.raised(to: floor) }
    return standardization.inDataUnits(
      standardization.standardized(covariance).raised(to: floor))
  }

  /// Whether the least variance in any direction is more than ``leastAspect`` of the greatest, in some
  /// units of x and y.
  private func isWide(_ covariance: Covariance2, scaleX: Double, scaleY: Double) -> Bool {
    let (xx, xy, yy) = (
      covariance.xx / scaleX / scaleX, covariance.xy / scaleX / scaleY,
      covariance.yy / scaleY / scaleY
    )
    // The determinant beside the square of the trace: the lesser eigenvalue beside the greater, where
    // that is far the greater.
    let trace = xx + yy
    return (xx / trace) * (yy / trace) - (xy / trace) * (xy / trace) > Self.leastAspect
  }
}

extension Covariance2 {
  /// The matrix with the same axes whose eigenvalues are at least `floor`.
  func raised(to floor: Double) -> Covariance2 {
    // Without a correlation the axes are the coordinates', and stay so to the last bit.
    if xy == 0 { return Covariance2(xx: max(xx, floor), xy: 0, yy: max(yy, floor)) }
    let axes = axes
    guard axes.minor < floor || !isFinite else { return self }
    let major = max(axes.major, floor)
    let minor = max(axes.minor, floor)
    let c = Double.cos(axes.angle)
    let s = Double.sin(axes.angle)
    return Covariance2(
      xx: major * c * c + minor * s * s, xy: (major - minor) * c * s,
      yy: major * s * s + minor * c * c)
  }
}

/// What can go wrong in an M-step: one component degenerates and the likelihood has no maximum.
public struct Collapse: Error, Hashable, Sendable {
  /// Why a component cannot go on.
  public enum Reason: Hashable, Sendable {
    /// Its covariance became singular: it sits on one point, on ties, or on a line, and L grows
    /// without bound.
    case singularCovariance
    /// Its soft count Nₖ fell below ``Safeguard/leastMass``: no point is left to it.
    case noMass
  }

  /// The component, counted from 0.
  public var component: Int
  /// Why.
  public var reason: Reason

  /// The collapse of one component.
  public init(component: Int, reason: Reason) {
    self.component = component
    self.reason = reason
  }
}
