/// How unequal the components of a mixture are: the marks of a spurious maximum.
///
/// L has maxima that say nothing of the data: a component over a few points that happen to lie close
/// together or nearly on a line. Its mass is small, and so is its variance somewhere beside the others'
/// (McLachlan & Peel 2000, Finite Mixture Models, 3.10). The variances are compared as in Hathaway 1985,
/// Annals of Statistics 13:795–800, by which L with a bound on their ratio has a maximum; the ratio
/// stays when the plane is moved, turned, scaled or sheared.
public struct Disparity: Hashable, Sendable {
  /// For each component the least variance in any direction as a ratio to that of another component in
  /// the same direction: the least eigenvalue of Σⱼ⁻¹Σₖ over all j; 1 at most, `nil` for noise and
  /// for components of weight zero.
  public let varianceRatios: [Double?]
  /// The mass of each component in points, Wπₖ where each counts as one; with weights, in points of
  /// average weight.
  public let masses: [Double]
  /// How many free parameters each component has of its own, on average.
  private let parametersEach: Double

  /// A component with a smaller ratio than this may be spurious.
  package static let leastRatio = 0.01

  /// The disparity of a fit, or `nil` in the hard limit, which has no variances.
  public init?(of model: any LatentLabelModel, over points: PointSet) {
    guard model.criterion == .logLikelihood else { return nil }
    let shapes = model.shapes
    masses = shapes.map { $0.weight * Double(points.count) }
    varianceRatios = shapes.map { shape in
      shapes.lazy.compactMap { shape.leastVariance(inUnitsOf: $0) }.min()
    }
    parametersEach = Double(model.freeParameterCount + 1) / Double(max(1, shapes.count))
  }

  /// The least of the ratios, 1 where all components are as wide as one another.
  public var leastVarianceRatio: Double { varianceRatios.lazy.compactMap(\.self).min() ?? 1 }

  /// The mass of the smallest component, noise aside.
  public var smallestMass: Double {
    zip(masses, varianceRatios).lazy.compactMap { $1 == nil ? nil : $0 }.min() ?? 0
  }

  /// The components, counted from 0, that make a maximum a spurious one: those that stand on less than
  /// twice as many points as they have parameters and are a hundred times narrower than another.
  ///
  /// The thresholds are a rule of our own. Of 60 sets of 150 points from three Gaussians BIC took four
  /// for a spurious maximum in three, with ratios of 3e-7 to 1e-4 and 4 to 6 points; the least ratio of
  /// the right fits was 0.008, of a component of 20 points.
  public var spurious: [Int] {
    masses.indices.filter { k in
      guard let ratio = varianceRatios[k] else { return false }
      return ratio < Self.leastRatio && masses[k] < 2 * parametersEach
    }
  }
}

extension ComponentShape {
  /// The least ratio of variances to another component's, over all directions, `nil` where either has
  /// none.
  fileprivate func leastVariance(inUnitsOf other: ComponentShape) -> Double? {
    guard weight > 0, other.weight > 0 else { return nil }
    switch (outline, other.outline) {
    case (.ellipse(let own), .ellipse(let unit)):
      return Cholesky2(unit).map { min(1, $0.whiten(own).axes.minor) }
    case (.line(_, _, let own), .line(_, _, let unit)):
      let ratio = own / unit
      return min(1, ratio * ratio)
    default: return nil
    }
  }
}

extension Optimum {
  /// What is wrong with a fit that may look better than it is.
  package enum Flaw: String, Sendable {
    /// Components are equal, so it is one of a continuum of fits with fewer.
    case degenerate
    /// A component stands on a few points alone.
    case spurious
  }

  /// What is wrong with a fit, if anything is.
  ///
  /// - Parameters:
  ///   - model: The fit.
  ///   - points: The data.
  static func flaw(of model: any LatentLabelModel, over points: PointSet) -> Flaw? {
    if !model.twins.isEmpty { return .degenerate }
    let isSpurious = Disparity(of: model, over: points).map { !$0.spurious.isEmpty }
    return isSpurious ?? false ? .spurious : nil
  }
}
