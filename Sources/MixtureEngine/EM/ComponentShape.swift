/// One component by what all models have in common: weight, place and outline.
///
/// Pictures are drawn from it, and fits that agree in it up to the numbering of their components
/// count as one optimum.
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

  /// A component's shape.
  public init(weight: Double, centre: Point, outline: Outline) {
    self.weight = weight
    self.centre = centre
    self.outline = outline
  }
}
