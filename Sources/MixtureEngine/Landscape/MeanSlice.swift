import CMixtureKernels
import RealModule

/// L over the plane of one mean: all else of θ is held, so that it is a slice of the ground that EM
/// climbs.
///
///     L(m) = Σₙ wₙ log (aₙ + p(xₙ, z = k | μₖ := m)),   aₙ = Σⱼ≠ₖ p(xₙ, z = j)
///
/// The aₙ are worked out once, so that a place costs one exponential for each point. A known label keeps
/// its component, a prior adds log p(θ), and in the hard limit the height is −J.
package struct MeanSlice: Sendable {
  /// The component that moves.
  package let component: MovingComponent
  /// The points that the moving component may have made.
  private let points: PointSet
  /// log aₙ of each of them.
  private let others: [Double]
  /// What the points of other components' known labels contribute.
  private let rest: Double
  private let prior: (prior: Prior, constant: Double)?

  /// The slice through θ along the mean of a component.
  ///
  /// - Parameters:
  ///   - model: θ.
  ///   - k: The component, counted from 0.
  ///   - points: The data.
  ///   - observed: The known labels, if there are any.
  ///   - safeguard: What may carry a prior.
  /// - Returns: `nil` where the component has no mean that could stand elsewhere.
  package init?(
    through model: any LatentLabelModel, moving k: Int, over points: PointSet,
    observed: ObservedLabels? = nil, safeguard: Safeguard? = nil
  ) {
    guard let component = model.movingComponent(k) else { return nil }
    self.component = component
    var (others, kept, rest) = ([Double](), [Int](), 0.0)
    others.reserveCapacity(points.count)
    for n in 0..<points.count {
      switch observed?[n] {
      case k?: others.append(-.infinity)
      case let label?:
        rest += points.weight(of: n) * model.logJoint(of: points[n], label: label)
        continue
      case nil: others.append(model.logDensity(of: points[n], without: k, tail: component.tail))
      }
      if observed != nil { kept.append(n) }
    }
    self.points = observed == nil ? points : points.subset(kept)
    self.others = others
    self.rest = rest
    prior = safeguard.flatMap { safeguard in
      guard let prior = safeguard.prior(of: model), let all = safeguard.logPrior(of: model)
      else { return nil }
      let place = model.shapes[k].centre
      return (prior, all + prior.pull(on: component, from: place))
    }
  }

  /// L, L + log p(θ) or −J with the mean at a place, written out.
  package func height(at place: Point) -> Double {
    var sum = rest
    for n in 0..<points.count {
      let own = component.logJoint(of: points[n], meanAt: place)
      sum += points.weight(of: n) * together(own, others[n])
    }
    return sum + logPrior(at: place)
  }

  /// The height at each of some places, several at a time where the processor can.
  package func heights(at places: [Point]) -> [Double] { heights(at: places, PassOptions()) }

  /// The same with chosen instructions.
  func heights(at places: [Point], _ options: PassOptions) -> [Double] {
    guard component.tail == .gaussian, points.weights == nil, component.peak > -.infinity else {
      return places.map(height)
    }
    let heights = [Double](unsafeUninitializedCapacity: places.count) { heights, count in
      kernelMovingGaussian(
        points.xs, points.ys, inBits, points.count, component.whitened, places.map(\.x),
        places.map(\.y), places.count, options.kernel, heights.baseAddress)
      count = places.count
    }
    return zip(places, heights).map { $1 + rest + logPrior(at: $0) }
  }

  /// Where EM sends the mean if all else is held: the weighted mean under its share of each point.
  ///
  /// The height never falls on the way.
  package func step(from place: Point) -> Point? {
    var sums = ComponentStatistics(reference: place)
    for n in 0..<points.count {
      let own = component.logJoint(of: points[n], meanAt: place)
      let share: Double
      switch component.tail {
      case .hard: share = own > others[n] ? 1 : 0
      case .gaussian, .student: share = 1 / (1 + .exp(others[n] - own))
      }
      guard share > 0 else { continue }
      var precision = 1.0
      if case .student(let nu, let dimension) = component.tail {
        let squared = component.factor.squaredMahalanobis(
          points.xs[n] - place.x, points.ys[n] - place.y)
        precision = (nu + Double(dimension)) / (nu + squared)
      }
      sums.add(points[n], responsibility: points.weight(of: n) * share, precision: precision)
    }
    if let prior { sums.add(prior.prior.mean, responsibility: prior.prior.kappa) }
    guard sums.weight > 0, sums.mean.isFinite else { return nil }
    return sums.mean
  }

  /// The top of the hill that a place lies on, as far as a hundred steps lead.
  package func top(above place: Point) -> (height: Double, place: Point) {
    climbed(from: place, height: height, step: step)
  }

  private var inBits: [Double] { others.map { $0 / .log(2) } }

  private func logPrior(at place: Point) -> Double {
    prior.map { $0.constant - $0.prior.pull(on: component, from: place) } ?? 0
  }

  /// log (eᵃ + eᵇ), or in the hard limit the greater.
  private func together(_ a: Double, _ b: Double) -> Double {
    let greatest = max(a, b)
    guard component.tail != .hard, greatest > -.infinity else { return greatest }
    return greatest + .log(onePlus: .exp(min(a, b) - greatest))
  }
}

extension MovingComponent {
  /// The component in the coordinates of the fast pass.
  fileprivate var whitened: KernelGaussian {
    KernelGaussian(
      logScale: peak, meanX: 0, meanY: 0, xx: 1 / factor.l11,
      yx: -(factor.l21 / factor.l11) / factor.l22, yy: 1 / factor.l22)
  }
}

extension Prior {
  /// κ/2 (m − μ_P)ᵀ Σₖ⁻¹ (m − μ_P): what a mean's distance from the prior's costs, in nats.
  fileprivate func pull(on component: MovingComponent, from place: Point) -> Double {
    kappa / 2 * component.factor.squaredMahalanobis(place.x - mean.x, place.y - mean.y)
  }
}

extension LatentLabelModel {
  /// log Σⱼ≠ₖ p(x, z = j | θ), or in the hard limit the greatest of them.
  fileprivate func logDensity(
    of point: Point, without k: Int, tail: MovingComponent.Tail
  ) -> Double {
    let others = (0..<componentCount).lazy.filter { $0 != k }
    return tail == .hard
      ? others.reduce(-.infinity) { max($0, logJoint(of: point, label: $1)) }
      : others.logSum { logJoint(of: point, label: $0) }
  }
}
