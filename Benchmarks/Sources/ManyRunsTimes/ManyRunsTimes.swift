import Foundation
import MixtureData
@_spi(Benchmarks) import MixtureEngine

/// Restarts and basin maps of Old Faithful, K = 3: one by one as before, and side by side in lanes.
///
///     swift run -c release --package-path Benchmarks ManyRunsTimes [REPEATS]
///
/// The ways take turns, so that a busy neighbour hurts both alike. Beside them stands the dense pass
/// over 100 000 points, which has no small data to pay for.
@main
enum ManyRunsTimes {
  private static let runs = 400

  static func main() async throws {
    let repeats = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 9
    guard let points = try BuiltInDataSet.named("old-faithful")?.load().points else { return }
    var (before, after, dense) = ([Seconds](), [Seconds](), [Double]())
    var work = 0.0
    var agree = true
    for _ in 0..<repeats {
      var fits: [Fit<GaussianMixture>] = []
      before.append(await measured { fits = await oneByOne(points) })
      var best: Optimum?
      after.append(
        try await measured {
          best = try await Restarts(
            of: RunRecipe(components: 3, seed: 1), over: points, count: runs
          )
          .optima.all.first
        })
      work = Double(fits.reduce(0) { $0 + $1.iterations + 1 } * points.count * 3)
      agree = agree && fits.map(\.objective).max() == best?.objective
      dense.append(try denseCost())
    }
    print("Old Faithful, K = 3, \(runs) restarts from random points: median (least)")
    print("              runs/s wall   runs/s CPU   ns per point, component and iteration, CPU")
    for (name, times) in [("one by one   ", before), ("side by side ", after)] {
      let cpu = times.map(\.cpu)
      print(
        name, text(Double(runs) / times.map(\.wall).median, 0), text(Double(runs) / cpu.median, 0),
        text(cpu.median / work * 1e9, 3), "(\(text((cpu.min() ?? 0) / work * 1e9, 3)))")
    }
    print(
      "dense pass over 100 000 points          ", text(dense.median, 3),
      "(\(text(dense.min() ?? 0, 3)))")
    print(
      "one by one / side by side: wall",
      text(before.map(\.wall).median / after.map(\.wall).median, 2),
      "CPU", text(before.map(\.cpu).median / after.map(\.cpu).median, 2),
      agree ? "" : "  THE RESULTS DIFFER")
    for (columns, rows) in [(37, 18), (74, 46), (74, 92)] {
      var times: [Seconds] = []
      for _ in 0..<repeats {
        times.append(
          try await measured {
            _ = try await BasinMap(
              of: RunRecipe(components: 3), over: points, columns: columns, rows: rows)
          })
      }
      print(
        "basin map \(columns)×\(rows): wall", text(times.map(\.wall).median * 1e3, 1),
        "ms (\(text((times.map(\.wall).min() ?? 0) * 1e3, 1))), CPU",
        text(times.map(\.cpu).median * 1e3, 1), "ms")
    }
  }

  /// Every run alone, as a fit, on all cores.
  private static func oneByOne(_ points: PointSet) async -> [Fit<GaussianMixture>] {
    await withTaskGroup(of: Fit<GaussianMixture>?.self) { group in
      for seed in 1...UInt64(runs) {
        group.addTask {
          try? GaussianMixture.fit(points, components: 3, starts: 1, seed: seed)
        }
      }
      return await group.reduce(into: []) { fits, fit in fit.map { fits.append($0) } }
    }
  }

  /// The cost of one iteration over many points on one core, in nanoseconds for each point and
  /// component.
  private static func denseCost() throws -> Double {
    let truth = try GaussianMixture(
      weights: [0.2, 0.3, 0.5], means: [Point(x: 0, y: 0), Point(x: 4, y: 1), Point(x: 2, y: 4)],
      covariances: [.isotropic(1), Covariance2(xx: 2, xy: 1, yy: 1), .isotropic(0.5)])
    var generator = SeededGenerator(seed: 1)
    let points = try PointSet(validating: truth.sample(100_000, using: &generator).points)
    var mixture = truth
    let safeguard = Safeguard(for: points)
    let options = PassOptions(threads: 1)
    let begin = Seconds.now.cpu
    for _ in 0..<20 {
      guard let q = mixture.fastExpectation(over: points, options: options) else { break }
      mixture = try mixture.maximization(over: points, from: q, safeguard: safeguard)
    }
    return (Seconds.now.cpu - begin) / 20 / 300_000 * 1e9
  }

  private nonisolated(nonsending) static func measured(_ work: () async throws -> Void)
    async rethrows -> Seconds
  {
    let begin = Seconds.now
    try await work()
    let end = Seconds.now
    return Seconds(wall: end.wall - begin.wall, cpu: end.cpu - begin.cpu)
  }

  private static func text(_ value: Double, _ digits: Int) -> String {
    String(format: "%12.\(digits)f", value)
  }
}

/// Wall and CPU time.
struct Seconds {
  var wall: Double
  var cpu: Double

  static var now: Seconds {
    func read(_ clock: clockid_t) -> Double {
      var time = timespec()
      clock_gettime(clock, &time)
      return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
    }
    return Seconds(wall: read(CLOCK_MONOTONIC), cpu: read(CLOCK_PROCESS_CPUTIME_ID))
  }
}

extension [Double] {
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
