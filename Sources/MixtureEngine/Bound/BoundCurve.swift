/// The lecture's figure: L and F along the line from θ⁽ᵗ⁾ to θ⁽ᵗ⁺¹⁾, and a little beyond.
///
///     θ(s) = (1 − s) θ⁽ᵗ⁾ + s θ⁽ᵗ⁺¹⁾,   L(s) = L(θ(s)),   F(s) = F(q, θ(s)),  q the posterior at θ⁽ᵗ⁾
///
/// The curves touch at s = 0 with the same slope, and F is greatest at s = 1. In the hard limit
/// they are −J(μ) and −J(q, μ).
///
/// F costs no pass over the points where the model's sums suffice. The gap L − F does; for many
/// points it is taken from a random sample of them and scaled, which keeps the curves in touch
/// at s = 0 and F ≤ L everywhere.
package struct BoundCurve: Hashable, Sendable {
  /// Both curves at one place of the line.
  package struct Sample: Hashable, Sendable {
    /// The place: 0 at θ⁽ᵗ⁾, 1 at θ⁽ᵗ⁺¹⁾.
    package var s: Double
    /// L in nats, or −J.
    package var objective: Double
    /// F in nats, or −J(q, μ).
    package var bound: Double
  }

  /// The curves from left to right, only where θ(s) is a valid θ; 0 and 1 are among the places.
  package let samples: [Sample]
  /// How many points the gap was taken from.
  package let sampledPoints: Int
  /// Where the run stands: 0 or 1.
  package let present: Double

  /// How far the curves lead beyond θ⁽ᵗ⁾ and θ⁽ᵗ⁺¹⁾, in steps of 1/20.
  private static let reach = -5...30
  /// What a curve may cost, in evaluations of one point in one component.
  private static let work = 400_000
  /// The least number of points in a sample.
  private static let fewest = 400

  /// The curves of an M-step over the points of its run.
  package init(
    of step: MaximizationStep, over points: PointSet, observed: ObservedLabels? = nil
  ) {
    let affordable = max(
      Self.fewest, Self.work / (step.origin.componentCount * Self.reach.count))
    let indices = points.sampledIndices(most: affordable)
    let isWhole = indices.count == points.count
    let sample = isWhole ? points : points.subset(indices)
    let known =
      isWhole
      ? observed
      : observed.map { labels in ObservedLabels(indices.map { labels[$0].map(UInt8.init) }) }
    let q =
      isWhole ? step.expectation : step.origin.expectation(over: sample, observed: known)
    let scale = points.totalWeight / sample.totalWeight
    let needsTable = step.expectation.sums == nil

    func values(at s: Double) -> Sample? {
      let model =
        s == 0
        ? step.origin : s == 1 ? step.target : step.origin.interpolated(to: step.target, at: s)
      guard let model else { return nil }
      let objective = model.expectation(over: sample, observed: known).objective
      let bound = model.lowerBound(over: sample, under: q)
      guard !isWhole else {
        return Sample(s: s, objective: objective, bound: bound)
      }
      let whole =
        needsTable ? scale * bound : model.lowerBound(over: points, under: step.expectation)
      return Sample(s: s, objective: whole + scale * (objective - bound), bound: whole)
    }

    let places = Self.reach.map { Double($0) / 20 }
    let right = places.filter { $0 >= 0 }.lazy.map(values).prefix { $0 != nil }
    let left = places.filter { $0 < 0 }.reversed().lazy.map(values).prefix { $0 != nil }
    samples = left.reversed().compactMap { $0 } + right.compactMap { $0 }
    sampledPoints = indices.count
    present = step.progress == .taken ? 1 : 0
  }

  /// The curves at a place among the samples.
  package func sample(at s: Double) -> Sample? { samples.first { $0.s == s } }

  /// The greatest F along the line: at s = 1 unless another place beats it by more than rounding.
  package var top: Sample? {
    guard let step = sample(at: 1) else { return nil }
    let highest = samples.max { $0.bound < $1.bound } ?? step
    return highest.bound - step.bound > 1e-11 * abs(step.bound) ? highest : step
  }
}

extension PointSet {
  /// Numbers of at most `most` points, all of them or one drawn from each of equal stretches.
  ///
  /// The draw is the same at every call.
  func sampledIndices(most: Int) -> [Int] {
    guard count > most else { return Array(0..<count) }
    var generator = SeededGenerator(seed: 0)
    return (0..<most).map { block in
      let start = block * count / most
      let end = (block + 1) * count / most
      return start + generator.index(below: end - start)
    }
  }
}
