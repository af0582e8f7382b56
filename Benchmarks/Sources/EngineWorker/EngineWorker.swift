import Foundation
@_spi(Benchmarks) import MixtureEngine

/// Fits on request: `EngineWorker em|kmeans POINTS START THREADS INSTRUCTIONS dense|cells`.
///
/// Says "ready" once the data are there; then answers each line "ITERATIONS" with the wall and CPU
/// seconds of that many iterations from the start, and with L or J before the last of them.
@main
enum EngineWorker {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 7, let threads = Int(arguments[4]),
      let set = PassOptions.InstructionSet(rawValue: arguments[5]), set.isSupported
    else {
      print("usage: EngineWorker em|kmeans POINTS START THREADS INSTRUCTIONS dense|cells")
      exit(2)
    }
    let points = try readPoints(arguments[2])
    let start = try readStart(arguments[3])
    let options = PassOptions(
      instructionSet: set, threads: threads, isDense: arguments[6] == "dense")
    say("ready")
    while let line = readLine(), let iterations = Int(line) {
      let wall = seconds(CLOCK_MONOTONIC)
      let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID)
      let objective =
        arguments[1] == "em"
        ? try fitMixture(start, points, iterations, options)
        : try fitMeans(start, points, iterations, options)
      say(
        "\(seconds(CLOCK_MONOTONIC) - wall) \(seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) \(objective)"
      )
    }
  }

  /// A line for whoever waits at the other end of the pipe.
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  static func fitMixture(
    _ start: [[Double]], _ points: PointSet, _ iterations: Int, _ options: PassOptions
  ) throws -> Double {
    var mixture = try GaussianMixture(
      weights: start.map { $0[0] }, means: start.map { Point(x: $0[1], y: $0[2]) },
      covariances: start.map { Covariance2(xx: $0[3], xy: $0[4], yy: $0[5]) })
    let safeguard = Safeguard(for: points)
    var objective = 0.0
    for _ in 0..<iterations {
      guard let q = mixture.fastExpectation(over: points, options: options) else { break }
      objective = q.objective
      mixture = try mixture.maximization(over: points, from: q, safeguard: safeguard)
    }
    return objective
  }

  static func fitMeans(
    _ start: [[Double]], _ points: PointSet, _ iterations: Int, _ options: PassOptions
  ) throws -> Double {
    var means = try KMeans(validating: start.map { Point(x: $0[0], y: $0[1]) })
    let safeguard = Safeguard(for: points)
    var objective = 0.0
    for _ in 0..<iterations {
      guard let q = means.fastExpectation(over: points, options: options) else { break }
      objective = -q.objective
      means = try means.maximization(over: points, from: q, safeguard: safeguard)
    }
    return objective
  }

  /// Points as raw little-endian doubles, x and y in turn.
  static func readPoints(_ path: String) throws -> PointSet {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    return try data.withUnsafeBytes { bytes in
      let count = bytes.count / 16
      let values = bytes.bindMemory(to: Double.self)
      return try PointSet(
        validating: [Double](unsafeUninitializedCapacity: count) { xs, initialized in
          for n in 0..<count { xs[n] = values[2 * n] }
          initialized = count
        },
        [Double](unsafeUninitializedCapacity: count) { ys, initialized in
          for n in 0..<count { ys[n] = values[2 * n + 1] }
          initialized = count
        })
    }
  }

  /// K, then a line of numbers for each component.
  static func readStart(_ path: String) throws -> [[Double]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: " ").compactMap { Double($0) }
    }
  }

  static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
