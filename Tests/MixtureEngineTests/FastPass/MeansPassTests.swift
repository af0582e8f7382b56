@_spi(Benchmarks) import MixtureEngine
import Testing

@Suite struct MeansPassTests {
  static func centres(_ k: Int, of sample: Sample, seed: UInt64) -> KMeans {
    var generator = SeededGenerator(seed: seed)
    return KMeans(
      centres: (0..<k).map { _ in
        sample.points[Int.random(in: 0..<sample.points.count, using: &generator)]
      })
  }

  @Test(arguments: [2, 8, 9, 127, 129, 2049, 10_000])
  func `labels are the reference's and sums agree, for any number of points`(count: Int) throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let sample = GaussianPassTests.cloud(count, seed: seed)
      for k in [1, 2, 3, 5, 8, 12, 255] {
        try expectAgreement(Self.centres(k, of: sample, seed: seed), over: sample.points)
      }
    }
  }

  @Test(arguments: Sample.extreme + Sample.degenerate)
  func `extreme and degenerate data give the reference's clusters`(sample: Sample) throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      for k in 1...4 {
        try expectAgreement(Self.centres(k, of: sample, seed: seed), over: sample.points)
      }
    }
  }

  @Test func `a tie goes to the lowest centre`() throws {
    let points = PointSet(xs: [0, 1, -1, 0, 5], ys: [0, 0, 0, 3, 5])
    let means = KMeans(
      centres: [Point(x: 9, y: 9), Point(x: -2, y: 0), Point(x: 2, y: 0), Point(x: -2, y: 0)])
    for set in PassOptions.InstructionSet.allCases where set.isSupported {
      let fast = try #require(
        means.fastExpectation(over: points, options: PassOptions(instructionSet: set)))
      #expect(fast.labels == [1, 2, 1, 1, 0])
    }
  }

  @Test(arguments: [2, 3, 5, 9])
  func `every number of threads gives the same bits and every instruction set the same labels`(
    k: Int
  ) throws {
    let sample = GaussianPassTests.cloud(100_003, seed: 4)
    let means = Self.centres(k, of: sample, seed: 4)
    let labels = try #require(means.fastExpectation(over: sample.points)).labels
    for set in PassOptions.InstructionSet.allCases where set.isSupported {
      let passes = try [1, 2, 0].map { threads in
        try #require(
          means.fastExpectation(
            over: sample.points, options: PassOptions(instructionSet: set, threads: threads)))
      }
      for pass in passes {
        #expect(pass.labels == labels)
        #expect(pass.objective == passes[0].objective)
        #expect(pass.sums == passes[0].sums)
      }
    }
  }

  @Test func `an empty cluster has sums of exactly zero, a lone point its own place`() throws {
    let sample = GaussianPassTests.cloud(2000, seed: 9)
    let far = Point(x: 1000, y: -1000)
    let points = PointSet(xs: sample.points.xs + [far.x], ys: sample.points.ys + [far.y])
    for k in 2...9 {
      var centres = Self.centres(k - 1, of: sample, seed: 9).centres
      centres.insert(Point(x: 990, y: -990), at: k / 2)
      centres.append(Point(x: -1e6, y: 1e6))
      let means = KMeans(centres: centres)
      for set in PassOptions.InstructionSet.allCases where set.isSupported {
        let statistics = try #require(
          means.fastExpectation(over: points, options: PassOptions(instructionSet: set))?.sums)
        #expect(statistics[k].mass == 0 && statistics[k].sumX == 0 && statistics[k].sumY == 0)
        #expect(statistics[k / 2].mass == 1)
        #expect(statistics[k / 2].mean.squaredDistance(to: far).squareRoot() < 1e-9)
      }
    }
  }
}

private func pooledTrace(_ sums: [ComponentStatistics]) -> Double {
  sums.reduce(0) { $0 + $1.second.trace }
}

/// Compares the fast pass, with every instruction set, to the plain step, with and without weights.
private func expectAgreement(_ means: KMeans, over points: PointSet) throws {
  for points in [points, points.withFractions(seed: 7)] {
    try expectAgreement(of: means, over: points)
  }
}

private func expectAgreement(of means: KMeans, over points: PointSet) throws {
  let reference = means.referenceExpectation(over: points, observed: nil)
  let (lower, upper) = points.bounds
  let width = max(upper.x - lower.x, upper.y - lower.y)
  for set in PassOptions.InstructionSet.allCases where set.isSupported {
    let fast = try #require(
      means.fastExpectation(over: points, options: PassOptions(instructionSet: set)))
    #expect(fast.labels == reference.labels)
    #expect(abs(fast.objective - reference.objective) <= 1e-12 * abs(reference.objective))
    let (sums, expected) = (try #require(fast.sums), try #require(reference.sums))
    for (a, b) in zip(sums, expected) {
      #expect(a.mass == b.mass)
      #expect(abs(a.sumX - b.sumX) <= 1e-12 * b.mass * width)
      #expect(abs(a.sumY - b.sumY) <= 1e-12 * b.mass * width)
      #expect(a.second.trace == 0 || b.mass > 0)
    }
    let (trace, distortion) = (pooledTrace(sums), pooledTrace(expected))
    #expect(abs(trace - distortion) <= 1e-12 * distortion)
  }
}
