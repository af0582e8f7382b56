/// What can go wrong in an M-step: one component degenerates and the likelihood has no maximum.
public struct Collapse: Error, Hashable, Sendable {
  /// Why a component cannot go on.
  public enum Reason: Hashable, Sendable {
    /// Its covariance became singular: it sits on one point, on ties, or on a line, and L grows
    /// without bound.
    case singularCovariance
    /// Its soft count Nₖ fell below ``Safeguard/massThreshold``: no point is left to it.
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
