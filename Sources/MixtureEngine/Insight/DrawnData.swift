import RealModule

/// Data drawn from a model: what its world looks like.
///
/// As many points as there are, each with the label that it was drawn from:
///
///     zₙ ~ π,   xₙ ~ p(x | zₙ, θ)
///
/// A model of y given x has the first coordinates of the data. Where points have weights, the n-th of
/// those drawn counts as often as the n-th of the data.
package struct DrawnData: Equatable, Sendable {
  /// The points.
  package let points: PointSet
  /// The component that each came from, counted from 0.
  package let labels: [Int]
  /// Σₙ wₙ log p(xₙ | θ) of the points drawn, in nats.
  package let logLikelihood: Double
  /// By how much it would vary from draw to draw: the standard deviation of such a sum, estimated from
  /// the terms of about 2 000 draws of points, these among them.
  package let spread: Double
  /// The same sum over the points that it was drawn like, in nats: without the labels that EM may have
  /// been told, as there are none among those drawn.
  package let logLikelihoodOfData: Double
}

extension LatentLabelModel {
  /// Whether there is a density to draw points from.
  package var canBeDrawn: Bool {
    criterion == .logLikelihood && ((self as? any ExplorableModel)?.hasDraws ?? false)
  }

  /// Draws as many points as there are from θ.
  ///
  /// - Parameters:
  ///   - points: The data: how many points, their weights, and x where y is given x.
  ///   - generator: Equal seeds give equal points on every machine.
  /// - Returns: `nil` for a model without a density that can be drawn from, such as the hard limit, and
  ///   where what was drawn is too large to be points.
  /// - Complexity: O(*n* · *k*).
  package func drawn(
    like points: PointSet, using generator: inout SeededGenerator
  ) -> DrawnData? {
    guard canBeDrawn, let (places, labels) = draw(like: points, using: &generator) else {
      return nil
    }
    let made =
      points.dimension == 1
      ? try? PointSet(validating: places.map(\.x), weights: points.weights)
      : try? PointSet(validating: places.map(\.x), places.map(\.y), weights: points.weights)
    guard let drawn = made?.tossed(points.tosses).measured(by: points.standardization) else {
      return nil
    }
    var rounds = [places.map { logDensity(at: $0) }]
    let total = (0..<drawn.count).reduce(0) { $0 + drawn.weight(of: $1) * rounds[0][$1] }
    // A few points alone tell little of how such terms vary.
    var others = generator
    while rounds.count * drawn.count < 2_000, let more = draw(like: points, using: &others) {
      rounds.append(more.places.map { logDensity(at: $0) })
    }
    let sum = rounds.joined().enumerated().reduce(0) {
      $0 + drawn.weight(of: $1.offset % drawn.count) * $1.element
    }
    let count = Double(rounds.count)
    let mean = drawn.totalWeight > 0 ? sum / (count * drawn.totalWeight) : 0
    let squares = rounds.joined().enumerated().reduce(0.0) {
      let part = drawn.weight(of: $1.offset % drawn.count) * ($1.element - mean)
      return $0 + part * part
    }
    let ofData = (0..<points.count).reduce(0) {
      $0 + points.weight(of: $1) * logDensity(at: points[$1])
    }
    return DrawnData(
      points: drawn, labels: labels, logLikelihood: total, spread: (squares / count).squareRoot(),
      logLikelihoodOfData: ofData)
  }

  /// As many places as there are points, and the component that each came from, counted from 0.
  private func draw(
    like points: PointSet, using generator: inout SeededGenerator
  ) -> (places: [Point], labels: [Int])? {
    guard let model = self as? any ExplorableModel else { return nil }
    let shares = shapes.map(\.weight)
    guard shares.contains(where: { $0 > 0 }) else { return nil }
    var (places, labels) = ([Point](), [Int]())
    for n in 0..<points.count {
      let k = generator.index(inProportionTo: shares)
      guard let point = model.draw(from: k, givenFirst: points.xs[n], using: &generator) else {
        return nil
      }
      // On a line the second coordinate is none.
      places.append(points.dimension == 1 ? Point(x: point.x, y: 0) : point)
      labels.append(k)
    }
    return (places, labels)
  }

  /// Draws each point's label from its posterior p(z | x, θ); known labels stay.
  ///
  /// - Returns: A component for each point, counted from 0; `nil` in the hard limit, where nothing is
  ///   left to chance.
  package func drawnLabels(
    of points: PointSet, observed: ObservedLabels?, using generator: inout SeededGenerator
  ) -> [Int]? {
    guard criterion == .logLikelihood else { return nil }
    let q = responsibilities(over: points, observed: observed)
    return (0..<points.count).map { generator.index(inProportionTo: q.row($0)) }
  }
}

extension ExplorableModel {
  package var hasDraws: Bool { false }

  package func draw(
    from k: Int, givenFirst x: Double, using generator: inout SeededGenerator
  ) -> Point? { nil }
}

extension GaussianMixture {
  package var hasDraws: Bool { true }

  package func draw(
    from k: Int, givenFirst x: Double, using generator: inout SeededGenerator
  ) -> Point? {
    let (u, v) = (generator.normal(), generator.normal())
    return components[k].place(u, v)
  }
}

extension StudentMixture {
  package var hasDraws: Bool { true }

  /// A Gaussian whose deviations are stretched by √(ν / χ²), χ² with ν degrees of freedom.
  package func draw(
    from k: Int, givenFirst x: Double, using generator: inout SeededGenerator
  ) -> Point? {
    let (u, v) = (generator.normal(), generator.normal())
    let chiSquared = 2 * generator.gamma(shape: degreesOfFreedom / 2)
    let stretch = (degreesOfFreedom / chiSquared).squareRoot()
    return components[k].place(stretch * u, stretch * v)
  }
}

extension NoisyMixture {
  package var hasDraws: Bool { true }

  /// The noise is uniform over its box.
  package func draw(
    from k: Int, givenFirst x: Double, using generator: inout SeededGenerator
  ) -> Point? {
    guard k == noiseLabel else {
      return gaussians.draw(from: k, givenFirst: x, using: &generator)
    }
    let (s, t) = (generator.unit(), generator.unit())
    return Point(
      x: (1 - s) * lower.x + s * upper.x, y: (1 - t) * lower.y + t * upper.y)
  }
}

extension CoinMixture {
  package var hasDraws: Bool { true }

  /// The heads of as many tosses.
  package func draw(
    from k: Int, givenFirst x: Double, using generator: inout SeededGenerator
  ) -> Point? {
    let heads = (0..<tosses).count { _ in generator.unit() < headProbabilities[k] }
    return Point(x: Double(heads), y: 0)
  }
}

extension LineMixture {
  package var hasDraws: Bool { true }

  /// x as it is, y about the line.
  package func draw(
    from k: Int, givenFirst x: Double, using generator: inout SeededGenerator
  ) -> Point? {
    Point(x: x, y: lines[k].height(at: x) + lines[k].deviation * generator.normal())
  }
}

extension SeededGenerator {
  /// A number of the gamma distribution with scale 1.
  ///
  /// Marsaglia & Tsang 2000, ACM Transactions on Mathematical Software 26:363–372; below a shape of 1
  /// from one more, times a power of a uniform number.
  ///
  /// - Parameter shape: Positive.
  mutating func gamma(shape: Double) -> Double {
    guard shape >= 1 else {
      let more = gamma(shape: shape + 1)
      return more * .pow(1 - unit(), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if .log(1 - unit()) < x * x / 2 + d - d * v + d * .log(v) { return d * v }
    }
  }
}
