import MixtureEngine
import TerminalCanvas

/// Prints what an iteration (E and M) of each model costs, in nanoseconds for each point and component,
/// and how many times that of Gaussians it is.
///
///     swift run -c release --package-path Benchmarks ModelTimes
@main
enum ModelTimes {
  /// How many iterations are timed together, from the same start each time.
  private static let iterations = 10
  private static let repetitions = 3

  static func main() throws {
    print("   points   K  model                    ns   to Gaussians   ms an iteration")
    for count in [10_000, 1_000_000] {
      let (plane, line) = try clouds(count)
      for k in [3, 8] { try measure(k, over: plane, onLine: line) }
    }
  }

  /// The models one after the other, and that some times over: a busy neighbour hurts all alike.
  private static func measure(_ k: Int, over plane: PointSet, onLine line: PointSet) throws {
    let start = try start(k, over: plane, plane.covariance)
    let weighted = try PointSet(
      validating: plane.xs, plane.ys, weights: plane.xs.indices.map { Double(1 + $0 % 4) })
    let startOnLine = try self.start(k, over: line, .univariate(line.covariance.xx))
    let models: [(name: String, model: any LatentLabelModel, points: PointSet)] = [
      ("Gaussians", start, plane),
      ("Gaussians and noise", NoisyMixture(from: start, over: plane, observed: nil), plane),
      ("lines", LineMixture(from: start, over: plane, observed: nil), plane),
      ("Student-t", StudentMixture(from: start, over: plane, observed: nil), plane),
      ("Student-t on a line", StudentMixture(from: startOnLine, over: line, observed: nil), line),
      ("k-means", KMeans(from: start, over: plane, observed: nil), plane),
      ("Gaussians, weights", start, weighted),
      ("Student-t, weights", StudentMixture(from: start, over: weighted, observed: nil), weighted),
      ("k-means, weights", KMeans(from: start, over: weighted, observed: nil), weighted),
    ]
    var best = [Double](repeating: .infinity, count: models.count)
    for _ in 0..<repetitions {
      for (i, entry) in models.enumerated() {
        best[i] = min(best[i], try time(entry.model, over: entry.points))
      }
    }
    for (entry, seconds) in zip(models, best) {
      let each = seconds * 1e9 / Double(plane.count * k)
      print(
        right("\(plane.count)", 9), right("\(k)", 3), "", entry.name.fitted(to: 22),
        right(each.fixed(2), 6), right((seconds / best[0]).fixed(2), 14),
        right((seconds * 1e3).fixed(2), 17))
    }
  }

  /// Seconds for one iteration.
  private static func time(_ start: some LatentLabelModel, over points: PointSet) throws -> Double {
    let safeguard = Safeguard(for: points)
    var model = start
    let took = try ContinuousClock().measure {
      for _ in 0..<iterations {
        model = try model.maximization(
          over: points, from: model.expectation(over: points, observed: nil), safeguard: safeguard)
      }
    }
    let parts = took.components
    return (Double(parts.seconds) + Double(parts.attoseconds) * 1e-18) / Double(iterations)
  }

  /// Means on points, and for each the same covariance.
  private static func start(
    _ k: Int, over points: PointSet, _ covariance: Covariance2
  ) throws -> GaussianMixture {
    try GaussianMixture(
      weights: [Double](repeating: 1 / Double(k), count: k),
      means: (0..<k).map { points[$0 * 97 + 5] },
      covariances: [Covariance2](repeating: covariance, count: k))
  }

  /// Three round clouds with a few points far from them, and the first coordinates alone; the same at
  /// every call.
  private static func clouds(_ count: Int) throws -> (plane: PointSet, line: PointSet) {
    var generator = SeededGenerator(seed: 11)
    let centres = [Point(x: 0, y: 0), Point(x: 6, y: 1), Point(x: 3, y: 6)]
    let points = (0..<count).map { n in
      let (centre, size) = (centres[n % 3], n % 50 == 0 ? 10.0 : 1.0)
      return Point(
        x: centre.x + size * generator.normal(), y: centre.y + size * generator.normal())
    }
    return (try PointSet(validating: points), try PointSet(validating: points.map(\.x)))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    text.fitted(to: width, alignment: .right)
  }
}
