import MixtureEngine
import Testing

/// Points with whole weights, and the same points each as often as it counts.
struct Weighted {
  /// Each point once, with its weight.
  var once: PointSet
  /// Each point as often as it counts, all in the place of the one.
  var repeated: PointSet
  /// For each of the repeated points the number of the one.
  var numbers: [Int]

  /// A sample's points with weights from 1 to 4, drawn from a seed.
  init(_ points: PointSet, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let counts = (0..<points.count).map { _ in 1 + generator.index(below: 4) }
    once = PointSet(xs: points.xs, ys: points.ys, weights: counts.map { Double($0) })
    numbers = counts.enumerated().flatMap { n, count in [Int](repeating: n, count: count) }
    repeated = PointSet(numbers.map { points[$0] })
  }

  /// Labels of the points for each of the repeated points.
  func repeated<Label>(_ labels: [Label]) -> [Label] { numbers.map { labels[$0] } }
}

extension PointSet {
  /// The same points with weights drawn from a seed: most of them below two, some far above.
  func withFractions(seed: UInt64) -> PointSet {
    var generator = SeededGenerator(seed: seed)
    return PointSet(
      xs: xs, ys: ys,
      weights: xs.map { _ in 2 * generator.unit() + (generator.unit() < 0.1 ? 7.25 : 0.01) },
      dimension: dimension
    ).tossed(tosses)
  }
}

/// Whether two numbers agree to a share of the greater, or of one.
func agree(_ a: Double?, _ b: Double?, to tolerance: Double = 1e-9) -> Bool {
  guard let a, let b else { return (a == nil) == (b == nil) }
  return a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}
