/// The lecture's figure: L and F along a line through θ⁽ᵗ⁾, and as far beyond as shows how they part.
///
///     θ(s) = (1 − s) θ⁽ᵗ⁾ + s θ⁽ᵗ⁺¹⁾,   L(s) = L(θ(s)),   F(s) = F(q, θ(s)),  q the posterior at θ⁽ᵗ⁾
///
/// The curves touch at s = 0 with the same slope, and F is greatest at s = 1. In the hard limit
/// they are −J(μ) and −J(q, μ). A line may also lead along the move of one block of θ, the rest
/// held; F is then greatest near s = 1, and for a mean it is a parabola.
///
/// Where the step has come to rest, and moves nothing that could be drawn, the line leads through
/// θ⁽ᵗ⁾ from the start of the run, and both curves have their top in one place.
///
/// F costs no pass over the points where the model's sums suffice. The gap L − F does; for many
/// points it is taken from a random sample of them and scaled, which keeps the curves in touch
/// at s = 0 and F ≤ L everywhere.
package struct BoundCurve: Hashable, Sendable {
  /// Both curves at one place of the line.
  package struct Sample: Hashable, Sendable {
    /// The place: 0 at θ⁽ᵗ⁾.
    package var s: Double
    /// L in nats, or −J.
    package var objective: Double
    /// F in nats, or −J(q, μ).
    package var bound: Double
  }

  /// The curves from left to right, only where θ(s) is a valid θ; 0, ``end`` and the top of F are
  /// among the places.
  package let samples: [Sample]
  /// How many points the gap was taken from.
  package let sampledPoints: Int
  /// The block that moves, or `nil` for all of θ.
  package let block: ParameterBlock?
  /// Where the step leads: 1, or 0 where nothing moves any more.
  package let end: Double
  /// Where the run stands, 0 or ``end``; `nil` where that isn't on the line.
  package let present: Double?

  /// How many places are drawn.
  private static let places = 40
  /// What a curve may cost, in evaluations of one point in one component.
  private static let work = 400_000
  /// The least number of points in a sample.
  private static let fewest = 400
  /// How far F falls at least at the ends: in nats, or as a share of J.
  private static let (leastNats, leastShare) = (2.0, 0.02)

  /// The curves of an M-step over the points of its run.
  ///
  /// - Parameters:
  ///   - step: The M-step from θ⁽ᵗ⁾ to θ⁽ᵗ⁺¹⁾.
  ///   - block: The block of θ that moves; all of θ for `nil` and for a block that isn't the model's.
  ///   - points: The points of the run.
  ///   - observed: Its known labels.
  ///   - start: Where the run began, for a step that moves nothing.
  package init(
    of step: MaximizationStep, along block: ParameterBlock? = nil, over points: PointSet,
    observed: ObservedLabels? = nil, start: (any LatentLabelModel)? = nil
  ) {
    let affordable = max(Self.fewest, Self.work / (step.origin.componentCount * Self.places))
    let indices = points.sampledIndices(most: affordable)
    let isWhole = indices.count == points.count
    let sample = isWhole ? points : points.subset(indices)
    let known =
      isWhole
      ? observed
      : observed.map { labels in ObservedLabels(indices.map { labels[$0].map(UInt8.init) }) }
    func place(_ other: any LatentLabelModel) -> any LatentLabelModel {
      block.flatMap { step.origin.taking($0, from: other) } ?? other
    }
    var line = BoundLine(
      origin: step.origin, target: place(step.target), points: points, sample: sample,
      observed: known, expectation: step.expectation,
      sampled: isWhole ? step.expectation : step.origin.expectation(over: sample, observed: known)
    )
    let leastFall =
      step.origin.criterion == .distortion
      ? Self.leastShare * abs(line.bound(at: 0) ?? 0) : Self.leastNats
    var end = 1.0
    var reach = line.reach(beyond: 1, leastFall: leastFall)
    if reach == nil, let start {
      (line, end) = (line.toward(place(start)), 0)
      reach = line.reach(beyond: 0, leastFall: leastFall)
    }
    let special =
      [0, end] + (block == nil ? [] : [reach.map(line.top)].compactMap { $0 })
    samples = Self.places(in: reach ?? 0...0, with: special).compactMap(line.curves)
    sampledPoints = indices.count
    self.block = block
    self.end = reach == nil ? 0 : end
    present = step.progress != .taken ? 0 : block == nil ? self.end : nil
  }

  /// Evenly spaced places with some others among them, in ascending order.
  private static func places(in reach: ClosedRange<Double>, with special: [Double]) -> [Double] {
    let length = reach.upperBound - reach.lowerBound
    let others = Array(Set(special))
    let even = (0...places).map { reach.lowerBound + length * Double($0) / Double(places) }
      .filter { s in !others.contains { abs($0 - s) < 1e-3 * length } }
    return length > 0 ? (even + others).sorted() : [0]
  }

  /// The curves at a place among the samples.
  package func sample(at s: Double) -> Sample? { samples.first { $0.s == s } }

  /// The greatest F along the line: where the step leads, unless another place beats it by more
  /// than rounding.
  package var top: Sample? {
    guard let step = sample(at: end) else { return nil }
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
