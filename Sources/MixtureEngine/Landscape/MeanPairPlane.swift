import RealModule

/// L over the plane of two means of points on a line; all else of θ is held.
///
///     L(u, v) = Σₙ wₙ log (aₙ + p(xₙ, z = k | μₖ := u) + p(xₙ, z = j | μⱼ := v))
///
/// with aₙ = Σ p(xₙ, z = i) over the other components. A known label keeps its component, a prior adds
/// log p(θ), and in the hard limit the height is −J. Over coins a mean is the expected heads.
package struct MeanPairPlane: ThetaPlane {
  private let sweep: LandscapeSweep
  /// The component whose mean is the second coordinate, counted from 0.
  private let other: Int
  /// log aₙ of each point, or what a known label of neither component gives.
  private let others: [Double]
  private let hasPrior: Bool

  /// The plane that a sweep goes over; `nil` where the points are not on a line or a component has no
  /// mean.
  init?(_ sweep: LandscapeSweep) {
    let (model, k) = (sweep.model, sweep.component)
    guard let j = sweep.other, j != k, sweep.points.dimension == 1,
      [j, k].allSatisfy({ model.placing($0, at: model.shapes[$0].centre) != nil })
    else { return nil }
    (self.sweep, other) = (sweep, j)
    let rest = (0..<model.componentCount).filter { $0 != k && $0 != j }
    let isHard = model.criterion == .distortion
    others = (0..<sweep.points.count).map { n in
      let point = sweep.points[n]
      if let label = sweep.observed?[n] { return model.logJoint(of: point, label: label) }
      return Self.together(rest.map { model.logJoint(of: point, label: $0) }, isHard: isHard)
    }
    hasPrior = sweep.safeguard.logPrior(of: model) != nil
  }

  /// θ with the two means at a place; `nil` where it is no θ.
  package func model(at place: Point) -> (any LatentLabelModel)? {
    sweep.model.placing(sweep.component, at: Point(x: place.x, y: 0))?
      .placing(other, at: Point(x: place.y, y: 0))
  }

  package func heights(at places: [Point]) -> [Double] {
    let first = columns(of: sweep.component, over: Set(places.map(\.x)))
    let second = columns(of: other, over: Set(places.map(\.y)))
    return places.map { place in
      guard let u = first[place.x], let v = second[place.y] else { return -.infinity }
      let prior = hasPrior ? model(at: place).flatMap(sweep.safeguard.logPrior) ?? 0 : 0
      return height(u, v) + prior
    }
  }

  /// Where one iteration of EM, E and then M, sends the two means that stand at a place.
  package func destination(from place: Point) -> Point? {
    guard let shapes = model(at: place).flatMap(sweep.iterated)?.shapes else { return nil }
    return Point(x: shapes[sweep.component].centre.x, y: shapes[other].centre.x)
  }

  /// The top of the hill that a place lies on, as far as a hundred iterations of the two means lead.
  package func top(above place: Point) -> (height: Double, place: Point) {
    climbed(from: place, height: { heights(at: [$0])[0] }, step: destination)
  }

  /// log p(xₙ, z = k) of every point for each of some means of a component.
  private func columns(of k: Int, over means: Set<Double>) -> [Double: [Double]] {
    var columns: [Double: [Double]] = [:]
    for mean in means {
      guard let model = sweep.model.placing(k, at: Point(x: mean, y: 0)) else { continue }
      columns[mean] = (0..<sweep.points.count).map {
        model.logJoint(of: sweep.points[$0], label: k)
      }
    }
    return columns
  }

  private func height(_ u: [Double], _ v: [Double]) -> Double {
    let isHard = sweep.model.criterion == .distortion
    var sum = 0.0
    for n in others.indices {
      let density: Double
      switch sweep.observed?[n] {
      case sweep.component?: density = u[n]
      case other?: density = v[n]
      case _?: density = others[n]
      case nil: density = Self.together(u[n], v[n], others[n], isHard: isHard)
      }
      sum += sweep.points.weight(of: n) * density
    }
    return sum
  }

  /// log Σ eᵃ, or in the hard limit the greatest.
  private static func together(_ values: [Double], isHard: Bool) -> Double {
    values.reduce(-.infinity) { together($0, $1, -.infinity, isHard: isHard) }
  }

  private static func together(
    _ a: Double, _ b: Double, _ c: Double, isHard: Bool
  ) -> Double {
    let greatest = max(a, max(b, c))
    guard !isHard, greatest > -.infinity else { return greatest }
    return greatest + .log(.exp(a - greatest) + .exp(b - greatest) + .exp(c - greatest))
  }
}
