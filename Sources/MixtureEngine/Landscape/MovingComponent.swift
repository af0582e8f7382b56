import RealModule

/// The density of one component as its mean moves, its weight and its extent held.
///
///     log p(x, z = k | μₖ := m) = peak − penalty(δ²),   δ² = (x − m)ᵀ Σₖ⁻¹ (x − m)
package struct MovingComponent: Hashable, Sendable {
  /// How the log-density falls with the squared distance δ².
  package enum Tail: Hashable, Sendable {
    /// By δ² / 2.
    case gaussian
    /// By (ν + d) / 2 · log (1 + δ² / ν) in d dimensions.
    case student(degreesOfFreedom: Double, dimension: Int)
    /// By δ² itself, of which the least counts alone: the hard limit.
    case hard
  }

  /// log p(x, z = k) at the mean.
  package let peak: Double
  /// The factor of Σₖ.
  package let factor: Cholesky2
  /// How it falls.
  package let tail: Tail

  /// log p(x, z = k) of a point with the mean at a place.
  package func logJoint(of point: Point, meanAt place: Point) -> Double {
    let squared = factor.squaredMahalanobis(point.x - place.x, point.y - place.y)
    return switch tail {
    case .gaussian: peak - squared / 2
    case .student(let nu, let dimension):
      peak - (nu + Double(dimension)) / 2 * .log(onePlus: squared / nu)
    case .hard: peak - squared
    }
  }
}

extension GaussianComponent {
  /// The component as its mean moves.
  ///
  /// - Parameter offset: What is added to the log-density everywhere.
  func moving(_ tail: MovingComponent.Tail, offset: Double = 0) -> MovingComponent {
    MovingComponent(peak: logPeak + offset, factor: factor, tail: tail)
  }
}

extension GaussianMixture {
  package func movingComponent(_ k: Int) -> MovingComponent? { components[k].moving(.gaussian) }

  package func placing(_ k: Int, at place: Point) -> GaussianMixture? { moving(k, to: place) }
}

extension NoisyMixture {
  /// The noise has no mean.
  package func movingComponent(_ k: Int) -> MovingComponent? {
    k == noiseLabel
      ? nil : gaussians.components[k].moving(.gaussian, offset: .log(1 - noiseWeight))
  }

  package func placing(_ k: Int, at place: Point) -> NoisyMixture? {
    k == noiseLabel
      ? nil : with(gaussians: gaussians.moving(k, to: place), noiseWeight: noiseWeight)
  }
}

extension StudentMixture {
  package func movingComponent(_ k: Int) -> MovingComponent? {
    components[k].moving(
      .student(degreesOfFreedom: degreesOfFreedom, dimension: dimension), offset: peakOffset)
  }

  package func placing(_ k: Int, at place: Point) -> StudentMixture? {
    let moved = GaussianMixture(components: components).moving(k, to: place)
    return with(components: moved.components)
  }
}

extension KMeans {
  package func movingComponent(_ k: Int) -> MovingComponent? {
    Cholesky2(standardization.round(1)).map { MovingComponent(peak: 0, factor: $0, tail: .hard) }
  }

  package func placing(_ k: Int, at place: Point) -> KMeans? {
    var moved = centres
    moved[k] = place
    return with(centres: moved)
  }
}
