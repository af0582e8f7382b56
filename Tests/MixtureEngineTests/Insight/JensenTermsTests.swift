import MixtureEngine
import RealModule
import Testing

@Suite struct `Jensen's inequality at a point` {
  /// Runs of every soft model after some half-steps: with and without weights and known labels.
  private func eachState(
    of setting: Setting, _ check: (Run, Responsibilities, String) throws -> Void
  ) throws {
    for (number, sample) in Sample.ordinary.enumerated() {
      for seed in 0..<3 as Range<UInt64> {
        let points = seed == 1 ? sample.points.withFractions(seed: seed) : sample.points
        let observed =
          seed == 2
          ? ObservedLabels((0..<points.count).map { $0 % 5 == 0 ? UInt8($0 % 3) : nil }) : nil
        let start = StartingRule.randomPoints.start(over: points, components: 3, seed: seed)
        let model = try setting.kind.model(
          from: start.with(structure: setting.structure), over: points, observed: observed)
        var run = Run(of: model, over: points, observed: observed)
        for step in 0..<(number == 0 ? 7 : 4) {
          guard run.halfStep(), let q = run.posterior?.responsibilities(over: points) else { break }
          try check(run, q, "\(sample.name) seed \(seed) half-step \(step)")
        }
      }
    }
  }

  private static let soft = Setting.all.filter { $0.kind.name != "k-means" }

  @Test(arguments: soft)
  func `has a gap of at least 0, and all gaps together are L − F`(setting: Setting) throws {
    try eachState(of: setting) { run, q, place in
      let gaps = JensenTerms.gaps(
        of: q, under: run.model, over: run.points, observed: run.observed)
      #expect(gaps.count == run.points.count && gaps.allSatisfy { $0 >= 0 }, "\(place)")
      let sum = gaps.indices.reduce(0) { $0 + run.points.weight(of: $1) * gaps[$1] }
      let tolerance = 1e-11 * max(1, abs(run.snapshot.objective))
      let gap = try #require(run.snapshot.gap)
      #expect(abs(sum - gap) <= tolerance, "\(place)")
      let divergence = run.model.divergence(of: q, over: run.points, observed: run.observed)
      #expect(abs(sum - divergence) <= tolerance, "\(place)")
    }
  }

  @Test(arguments: soft)
  func `has sides that are the point's shares of L and F, and no r but p(x) after E`(
    setting: Setting
  ) throws {
    try eachState(of: setting) { run, q, place in
      var (above, below) = (0.0, 0.0)
      for n in 0..<run.points.count {
        let terms = try #require(
          JensenTerms(of: run.points[n], under: run.model, q: q.row(n), known: run.observed?[n]))
        #expect(abs(terms.logOfMean - terms.meanOfLogs - terms.gap) <= 1e-10, "\(place) point \(n)")
        above += run.points.weight(of: n) * terms.logOfMean
        below += run.points.weight(of: n) * terms.meanOfLogs
        guard run.snapshot.next == .maximization else { continue }
        #expect(terms.gap <= 1e-12, "\(place) point \(n)")
        for case let logRatio? in terms.rows.map(\.logRatio) {
          #expect(abs(logRatio - terms.logOfMean) <= 1e-10, "\(place) point \(n)")
        }
      }
      let tolerance = 1e-11 * max(1, abs(run.snapshot.objective))
      #expect(abs(above - run.snapshot.objective) <= tolerance, "\(place)")
      let bound = try #require(run.snapshot.bound)
      #expect(abs(below - bound) <= tolerance, "\(place)")
    }
  }

  @Test(arguments: soft)
  func `has a lower F for every q but the posterior, by its divergence`(setting: Setting) throws {
    try eachState(of: setting) { run, q, place in
      guard run.snapshot.next == .maximization else { return }
      var generator = SeededGenerator(seed: UInt64(run.cursor))
      for n in stride(from: 0, to: run.points.count, by: 9) where run.observed?[n] == nil {
        let terms = try #require(JensenTerms(of: run.points[n], under: run.model, q: q.row(n)))
        let (k, share) = (generator.index(below: 3), generator.unit())
        let pulled = terms.pulling(k, to: share)
        #expect(pulled.logOfMean == terms.logOfMean)
        #expect(pulled.rows[k].responsibility == share)
        #expect(abs(pulled.rows.reduce(-1) { $0 + $1.responsibility }) < 1e-14)
        guard pulled.meanOfLogs.isFinite, abs(share - q[n, k]) > 1e-3 else { continue }
        #expect(pulled.meanOfLogs < terms.meanOfLogs, "\(place) point \(n)")
        var other = q
        for row in pulled.rows { other[n, row.component] = row.responsibility }
        let fall =
          run.model.lowerBound(over: run.points, under: q)
          - run.model.lowerBound(over: run.points, under: other)
        let expected = run.points.weight(of: n) * (terms.meanOfLogs - pulled.meanOfLogs)
        #expect(abs(fall - expected) <= 1e-11 * abs(run.snapshot.objective), "\(place) point \(n)")
        #expect(abs(pulled.gap - terms.meanOfLogs + pulled.meanOfLogs) <= 1e-9)
      }
    }
  }

  /// Checked with numpy from the start's means: data covariance with the divisor N, weights ½, one
  /// E- and one M-step, then the sums of the definition, written without logs of sums.
  @Test func `is at the point of the lecture's drawing as computed elsewhere`() throws {
    var run = try RunRecipe(components: 2).run(over: .oldFaithful)
    run.iterate()
    let q = try #require(run.posterior?.responsibilities(over: run.points))
    let gaps = JensenTerms.gaps(of: q, under: run.model, over: run.points)
    #expect(gaps.indices.max { gaps[$0] < gaps[$1] } == 264)
    let terms = try #require(
      JensenTerms(of: run.points[264], under: run.model, q: q.row(264)))
    #expect(abs(terms.logOfMean + 6.5161) < 5e-5)
    #expect(abs(terms.meanOfLogs + 7.0312) < 5e-5)
    #expect(abs(terms.gap - 0.5151) < 5e-5)
    #expect(abs(gaps.reduce(0, +) - 15.6806) < 5e-5)
    #expect(zip(terms.rows, [0.719, 0.281]).allSatisfy { abs($0.responsibility - $1) < 5e-4 })
    #expect(
      zip(terms.rows, [0.00202, 0.00011]).allSatisfy { abs(.exp($0.logRatio ?? 0) - $1) < 5e-6 })
  }

  @Test func `needs no density that can be written down`() throws {
    for sample in Sample.extreme {
      let model = StartingRule.randomPoints.start(
        over: sample.points, components: 2, seed: 1)
      for n in 0..<20 {
        let terms = try #require(JensenTerms(of: sample.points[n], under: model, q: [0.25, 0.75]))
        #expect(terms.logOfMean.isFinite && terms.meanOfLogs.isFinite && terms.gap >= 0)
      }
    }
    let components = [0.0, 9].compactMap {
      GaussianComponent(weight: 0.5, mean: Point(x: $0, y: 0), covariance: .isotropic(1))
    }
    let model = GaussianMixture(components: components)
    let far = try #require(
      JensenTerms(of: Point(x: 1e4, y: -1e4), under: model, q: [0.5, 0.5]))
    #expect(far.logOfMean < -9e7 && far.gap > 4e4 && far.gap.isFinite)
  }

  @Test func `of a known label has one r and no gap, and no other q`() throws {
    let points = Sample.threeClouds.points
    let model = StartingRule.randomPoints.start(over: points, components: 3, seed: 4)
    let terms = try #require(JensenTerms(of: points[3], under: model, q: [0, 1, 0], known: 1))
    #expect(terms.gap == 0 && terms.logOfMean == model.logJoint(of: points[3], label: 1))
    #expect(terms.rows.map { $0.logRatio == nil } == [true, false, true])
    #expect(terms.pulling(0, to: 0.5).gap == .infinity)
  }

  @Test func `has no gap where no component can have made the point`() throws {
    let points = Sample.threeClouds.points
    let components = [0.0, 1].compactMap {
      GaussianComponent(weight: $0, mean: points[7], covariance: .isotropic(1))
    }
    let model = GaussianMixture(components: components)
    let terms = try #require(JensenTerms(of: points[3], under: model, q: [1, 0], known: 0))
    #expect(terms.logOfMean == -.infinity && terms.gap == 0)
  }

  @Test func `is none of the hard limit`() {
    let points = Sample.threeClouds.points
    let model = KMeans(centres: [points[0], points[1]])
    #expect(JensenTerms(of: points[0], under: model, q: [1, 0]) == nil)
    #expect(
      JensenTerms.gaps(
        of: model.responsibilities(over: points, observed: nil), under: model, over: points
      ).isEmpty)
  }
}
