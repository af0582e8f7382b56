@_spi(Benchmarks) import MixtureEngine
import RealModule
import Testing

@Suite struct `The fused pass of lines` {
  /// Points along two lines that cross, with noise of a share of their range.
  private static func crossing(_ count: Int, noise: Double, seed: UInt64) -> PointSet {
    var generator = SeededGenerator(seed: seed)
    return PointSet(
      (0..<count).map { n in
        let x = 6 * generator.unit()
        let y = n.isMultiple(of: 2) ? 1 + 2 * x : 8 - x
        return Point(x: x, y: y + 10 * noise * generator.normal())
      })
  }

  private static func model(_ k: Int, over points: PointSet, seed: UInt64) -> LineMixture {
    let start = StartingRule.randomPoints.start(over: points, components: k, seed: seed)
    return LineMixture(from: start, over: points, observed: nil)
  }

  @Test(arguments: [1, 2, 3, 8])
  func `gives the reference's sums with every instruction set`(k: Int) throws {
    let crossings = [7, 129, 2049].map { Self.crossing($0, noise: 0.02, seed: 4) }
    let samples = (Sample.ordinary + Sample.extreme).map(\.points) + crossings
    for points in samples where points.count >= k {
      for seed in 0..<5 as Range<UInt64> {
        var model = Self.model(k, over: points, seed: seed)
        for _ in 0..<3 {
          try expectAgreement(model, over: points)
          guard let next = try? model.iterated(over: points, fast: true) else { break }
          model = next
        }
      }
    }
  }

  @Test func `ends where the reference does after fifty iterations`() throws {
    for points in (Sample.ordinary + Sample.extreme).map(\.points)
      + [Self.crossing(300, noise: 0.02, seed: 5)]
    {
      for seed in 0..<5 as Range<UInt64> {
        let ends = fiftyIterations(from: Self.model(2, over: points, seed: seed)) {
          try $0.iterated(over: points, fast: $1)
        }
        guard let (fast, reference) = ends else { continue }
        let spread = points.covariance
        let size = max(spread.yy.squareRoot(), abs(points.mean.y))
        for (a, b) in zip(fast.lines, reference.lines) {
          #expect(abs(a.weight - b.weight) < 1e-10, "seed \(seed)")
          #expect(abs(a.height(at: b.centre.x) - b.centre.y) < 1e-10 * size, "seed \(seed)")
          #expect(
            abs(a.slope - b.slope) < 1e-10 * (spread.yy / spread.xx).squareRoot(), "seed \(seed)")
          #expect(abs(a.deviation / b.deviation - 1) < 1e-9, "seed \(seed)")
        }
      }
    }
  }

  @Test func `finds a deviation of a millionth of the range to all digits`() throws {
    // Residuals ±2⁻¹³ that are at right angles to 1 and x, and coordinates that are exact.
    let signs = [1.0, -1, -1, 1]
    let (count, noise) = (100, 0x1p-13)
    for offset in [0.0, 1024] {
      let points = PointSet(
        (0..<count).map {
          Point(x: Double($0) + offset, y: 2 * Double($0) + noise * signs[$0 % 4] - offset)
        })
      var model = Self.model(1, over: points, seed: 1)
      var reference = model
      for _ in 0..<4 {
        model = try model.iterated(over: points, fast: true)
        reference = try reference.iterated(over: points, fast: false)
      }
      #expect(abs(model.lines[0].deviation / noise - 1) < 1e-9)
      #expect(abs(reference.lines[0].deviation / noise - 1) < 1e-9)
      #expect(abs(model.lines[0].slope - 2) < 1e-14)
    }
  }

  @Test(arguments: [1e-4, 1e-6])
  func `keeps F at L for thin lines`(noise: Double) throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      let points = Self.crossing(200, noise: noise, seed: seed)
      var model = LineMixture(lines: [
        LineMixture.Line(weight: 0.5, centre: Point(x: 3, y: 7), slope: 2, deviation: 20 * noise),
        LineMixture.Line(weight: 0.5, centre: Point(x: 3, y: 5), slope: -1, deviation: 20 * noise),
      ])
      for _ in 0..<6 {
        for fast in [true, false] {
          let q =
            fast
            ? try #require(model.fastExpectation(over: points))
            : model.referenceExpectation(over: points, observed: nil)
          let bound = model.lowerBound(over: points, under: q)
          #expect(abs(bound - q.objective) <= 1e-12 * abs(q.objective), "seed \(seed)")
        }
        model = try model.iterated(over: points, fast: true)
      }
      for line in model.lines { #expect(abs(line.deviation / (10 * noise) - 1) < 0.3) }
    }
  }

  @Test func `a line of weight zero, a far point and one x for all`() throws {
    var points = Self.crossing(90, noise: 0.02, seed: 6)
    var lines = Self.model(2, over: points, seed: 2).lines
    lines.append(
      LineMixture.Line(weight: 0, centre: Point(x: 0, y: 0), slope: 0, deviation: 1))
    try expectAgreement(LineMixture(lines: lines), over: points)
    points = PointSet(points.points + [Point(x: 1e6, y: -1e9)])
    try expectAgreement(LineMixture(lines: lines), over: points)
    points = PointSet(points.points.map { Point(x: 2, y: $0.y) })
    try expectAgreement(LineMixture(lines: lines), over: points)
  }

  @Test func `has the same bits for any number of threads`() throws {
    let points = Self.crossing(50_001, noise: 0.02, seed: 7)
    let model = Self.model(4, over: points, seed: 3)
    for set in PassOptions.InstructionSet.allCases where set.isSupported {
      func pass(_ threads: Int) -> MixtureEngine.Expectation? {
        model.fastExpectation(
          over: points, options: PassOptions(instructionSet: set, threads: threads))
      }
      let one = try #require(pass(1))
      for threads in [2, 3, 0] {
        let many = try #require(pass(threads))
        #expect(one.objective == many.objective && one.sums == many.sums)
        #expect(one.labels == many.labels)
      }
    }
  }
}

extension LineMixture {
  fileprivate func iterated(over points: PointSet, fast: Bool) throws -> LineMixture {
    let q =
      fast
      ? try #require(fastExpectation(over: points))
      : referenceExpectation(over: points, observed: nil)
    return try maximization(over: points, from: q, safeguard: Safeguard(for: points))
  }
}

/// Compares the pass, with every instruction set, to the plain steps, with and without weights.
private func expectAgreement(_ model: LineMixture, over points: PointSet) throws {
  for points in [points, points.withFractions(seed: 7)] {
    try expectAgreement(of: model, over: points)
  }
}

private func expectAgreement(of model: LineMixture, over points: PointSet) throws {
  let reference = model.referenceExpectation(over: points, observed: nil)
  let count = points.totalWeight
  for set in PassOptions.InstructionSet.allCases where set.isSupported {
    let fast = try #require(
      model.fastExpectation(over: points, options: PassOptions(instructionSet: set)))
    #expect(
      abs(fast.objective - reference.objective) <= 1e-12 * max(abs(reference.objective), count),
      "\(set)")
    #expect(abs(fast.entropy - reference.entropy) <= 1e-11 * count, "\(set)")
    for (a, b) in zip(try #require(fast.sums), try #require(reference.sums)) {
      #expect(abs(a.mass - b.mass) <= 1e-11 * count, "\(set)")
      let (x, h) = (b.second.xx.squareRoot(), b.second.yy.squareRoot())
      let root = b.mass.squareRoot()
      #expect(abs(a.sumX - b.sumX) <= 1e-11 * x * root, "\(set)")
      #expect(abs(a.sumY - b.sumY) <= 1e-11 * h * root, "\(set)")
      #expect(abs(a.second.xx - b.second.xx) <= 1e-11 * x * x, "\(set)")
      #expect(abs(a.second.xy - b.second.xy) <= 1e-11 * x * h, "\(set)")
      #expect(abs(a.second.yy - b.second.yy) <= 1e-11 * h * h, "\(set)")
    }
    for n in fast.labels.indices where fast.labels[n] != reference.labels[n] {
      let margin =
        model.logJoint(of: points[n], label: Int(fast.labels[n]))
        - model.logJoint(of: points[n], label: Int(reference.labels[n]))
      #expect(abs(margin) < 1e-10, "only a tie may fall differently")
    }
  }
}
