/// The bound as one mean moves, q and all else of θ held: exactly a parabola.
///
///     F(m) = F(μ̂) − ½ S (m − μ̂)ᵀ Σₖ⁻¹ (m − μ̂),   μ̂ = Σₙ wₙ qₖₙ xₙ / Nₖ,   S = Nₖ
///
/// Its level lines are ellipses around μ̂, where the M-step puts the mean. Under a prior it is
/// F + log p(θ), with S = Nₖ + κ and a centre between μ̂ and the prior's mean; in the hard limit −J(q)
/// with S = 2 Nₖ and circles.
package struct BoundParabola: Hashable, Sendable {
  /// Where it is greatest: where the M-step puts the mean.
  package let centre: Point
  /// F there, in nats, or −J.
  package let top: Double
  /// Nₖ, in points.
  package let mass: Double
  /// The factor of Σₖ.
  package let factor: Cholesky2
  /// S, by which half a squared distance is multiplied.
  package let stiffness: Double

  /// The bound through θ along the mean of a component.
  ///
  /// - Parameters:
  ///   - model: θ.
  ///   - k: The component, counted from 0.
  ///   - points: The data.
  ///   - expectation: The E-step whose q it is, at this θ or another.
  ///   - safeguard: What may carry a prior.
  /// - Returns: `nil` where the bound is no parabola, as for Student-t components, and where the
  ///   component has no points.
  package init?(
    of model: any LatentLabelModel, moving k: Int, over points: PointSet,
    under expectation: Expectation, safeguard: Safeguard? = nil
  ) {
    guard let component = model.movingComponent(k), let moments = model as? any MomentModel else {
      return nil
    }
    let sums = moments.statistics(over: points, under: expectation)[k]
    guard sums.mass > 0 else { return nil }
    switch component.tail {
    case .student: return nil
    case .gaussian: stiffness = sums.mass + (safeguard?.prior(of: model)?.kappa ?? 0)
    case .hard: stiffness = 2 * sums.mass
    }
    factor = component.factor
    mass = sums.mass
    let mean = sums.mean
    if let prior = safeguard?.prior(of: model) {
      let share = prior.kappa / stiffness
      centre = Point(
        x: mean.x + share * (prior.mean.x - mean.x), y: mean.y + share * (prior.mean.y - mean.y))
    } else {
      centre = mean
    }
    let present = model.shapes[k].centre
    let bound =
      model.lowerBound(over: points, under: expectation) + (safeguard?.logPrior(of: model) ?? 0)
    let fall =
      stiffness / 2 * factor.squaredMahalanobis(present.x - centre.x, present.y - centre.y)
    top = bound + fall
    guard top.isFinite, centre.isFinite else { return nil }
  }

  /// The bound through θ along the means of two components of points on a line: with q held each moves
  /// F without the other.
  ///
  /// - Returns: `nil` where it is no parabola in one of them.
  package init?(
    of model: any LatentLabelModel, moving k: Int, and j: Int, over points: PointSet,
    under expectation: Expectation, safeguard: Safeguard? = nil
  ) {
    func along(_ k: Int) -> BoundParabola? {
      BoundParabola(of: model, moving: k, over: points, under: expectation, safeguard: safeguard)
    }
    guard let first = along(k), let second = along(j) else { return nil }
    let (u, v) = (first.factor.l11, second.factor.l11)
    let spread = Covariance2(xx: u * u / first.stiffness, xy: 0, yy: v * v / second.stiffness)
    guard let factor = Cholesky2(spread) else { return nil }
    (self.factor, stiffness) = (factor, 1)
    mass = first.mass + second.mass
    centre = Point(x: first.centre.x, y: second.centre.x)
    top = first.top + second.fall(at: model.shapes[j].centre)
  }

  /// F with the mean at a place.
  package func height(at place: Point) -> Double { top - fall(at: place) }

  /// How far F lies below its top with the mean at a place.
  package func fall(at place: Point) -> Double {
    stiffness / 2 * factor.squaredMahalanobis(place.x - centre.x, place.y - centre.y)
  }

  /// The radius, in standard deviations of the component, of the ellipse on which F has fallen by so
  /// much.
  package func radius(ofFall fall: Double) -> Double { (2 * fall / stiffness).squareRoot() }
}
