@_spi(Benchmarks) import MixtureEngine
import Testing

@Suite struct `The fused E-step of every model that has one` {
  static let settings = Setting.all.filter { setting in
    let start = StartingRule.randomPoints.start(
      over: Sample.threeClouds.points, components: 3, seed: 0)
    let model = try? setting.kind.model(
      from: start.with(structure: setting.structure), over: Sample.threeClouds.points)
    return model is any FusedModel
  }

  @Test func `is there for Gaussians, noise, lines, the dial and k-means`() {
    #expect(Set(Self.settings.map(\.kind.name)) == ["em", "noise", "lines", "dial", "k-means"])
  }

  @Test(arguments: settings)
  func `is the plain one, with and without known labels and weights`(setting: Setting) throws {
    for sample in Sample.ordinary + Sample.extreme where sample.points.count >= 6 {
      for seed in 0..<8 as Range<UInt64> {
        let points = seed < 4 ? sample.points : sample.points.withFractions(seed: seed)
        let run = try? setting.run(over: points, seed: seed)
        guard var run else { continue }
        for step in 0..<4 {
          let model = try #require(run.model as? any FusedModel)
          for observed in [nil] + labels(over: points, seed: seed) {
            let claim: Comment = "\(setting), \(sample), seed \(seed), step \(step)"
            try expectAgreement(model, over: points, observed: observed, claim)
          }
          run.iterate()
        }
      }
    }
  }

  @Test(arguments: settings)
  func `of points with weights is as of the repeated points`(setting: Setting) throws {
    for seed in 0..<8 as Range<UInt64> {
      let weighted = Weighted(Sample.threeClouds.points, seed: seed)
      let model = try #require(
        setting.run(over: weighted.once, seed: seed).model as? any FusedModel)
      let options = PassOptions(isDense: true)
      let once = try #require(model.fastExpectation(over: weighted.once, options: options))
      let repeated = try #require(
        model.fastExpectation(over: weighted.repeated, options: options))
      let claim: Comment = "\(setting), seed \(seed)"
      #expect(agree(once.objective, repeated.objective, to: 1e-12), claim)
      #expect(agree(once.entropy, repeated.entropy, to: 1e-11), claim)
      #expect(weighted.repeated(once.labels) == repeated.labels, claim)
      for (a, b) in zip(try #require(once.sums), try #require(repeated.sums)) {
        #expect(agree(a.mass, b.mass, to: 1e-11), claim)
      }
    }
  }

  @Test func `leaves a point outside the noise's box to the reference`() throws {
    let points = Sample.threeClouds.points
    let start = StartingRule.randomPoints.start(over: points, components: 2, seed: 0)
    let noisy = NoisyMixture(gaussians: start, noiseWeight: 0.1, over: points)
    let wider = PointSet(xs: points.xs + [1e3], ys: points.ys + [1e3])
    #expect(noisy.fastExpectation(over: points) != nil)
    #expect(noisy.fastExpectation(over: wider) == nil)
    let expectation = noisy.expectation(over: wider, observed: nil)
    #expect(expectation.objective.isFinite)
    #expect(expectation.labels.last != UInt8(noisy.noiseLabel))
  }

  /// Every fifth label known, and all of them.
  private func labels(over points: PointSet, seed: UInt64) -> [ObservedLabels?] {
    var generator = SeededGenerator(seed: seed)
    let all = (0..<points.count).map { _ in UInt8.random(in: 0..<3, using: &generator) }
    return [
      ObservedLabels(all.enumerated().map { $0 % 5 == 0 ? $1 : nil }), ObservedLabels(all),
    ]
  }

  private func expectAgreement(
    _ model: some FusedModel, over points: PointSet, observed: ObservedLabels?, _ claim: Comment
  ) throws {
    let reference = model.referenceExpectation(over: points, observed: observed)
    let fast = model.expectation(over: points, observed: observed)
    let count = points.totalWeight
    #expect(
      abs(fast.objective - reference.objective) <= 1e-12 * max(abs(reference.objective), count),
      claim)
    #expect(abs(fast.entropy - reference.entropy) <= 1e-11 * count, claim)
    var (total, expected) = (0.0, 0.0)
    for (k, (a, b)) in zip(try #require(fast.sums), try #require(reference.sums)).enumerated() {
      #expect(abs(a.mass - b.mass) <= 1e-11 * count, claim)
      let isNoise = model is NoisyMixture && k == model.componentCount - 1
      guard !isNoise else { continue }
      let reach = (b.second.trace * b.mass).squareRoot()
      #expect(abs(a.sumX - b.sumX) <= 1e-11 * reach, claim)
      #expect(abs(a.sumY - b.sumY) <= 1e-11 * reach, claim)
      total += a.second.trace
      expected += b.second.trace
    }
    #expect(abs(total - expected) <= 1e-11 * expected, claim)
    for n in fast.labels.indices where fast.labels[n] != reference.labels[n] {
      #expect(observed?[n] == nil, claim)
      let margin =
        model.logJoint(of: points[n], label: Int(fast.labels[n]))
        - model.logJoint(of: points[n], label: Int(reference.labels[n]))
      #expect(abs(margin) < 1e-10, claim)
    }
  }
}
