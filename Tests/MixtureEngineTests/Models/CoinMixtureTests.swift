import Foundation
import MixtureEngine
import Testing

/// The example of Do & Batzoglou 2008, Nature Biotechnology 26:897–899, figure 1.
@Suite struct `Two coins` {
  private let points = PointSet(
    xs: [5, 9, 8, 4, 7], ys: [Double](repeating: 0, count: 5), dimension: 1)

  private func run() throws -> Run {
    let tossed = try points.heads(outOf: 10)
    let coins = try CoinMixture(validating: [0.6, 0.5], tosses: 10)
    var recipe = RunRecipe(kind: .coins, components: 2)
    recipe.given = GivenStart(exactly: coins, over: tossed)
    recipe.stopping = StoppingRule(tolerance: 0, iterationLimit: 10)
    return try recipe.run(over: tossed)
  }

  @Test func `have the published posterior, expected tosses and probabilities`() throws {
    var run = try run()
    let q = run.model.responsibilities(over: run.points, observed: nil)
    #expect((0..<5).map { q[$0, 0].fixed(2) } == ["0.45", "0.80", "0.73", "0.35", "0.65"])
    let heads = (0..<2).map { k in (0..<5).reduce(0) { $0 + q[$1, k] * run.points.xs[$1] } }
    let tails = (0..<2).map { k in
      (0..<5).reduce(0) { $0 + q[$1, k] * (10 - run.points.xs[$1]) }
    }
    #expect(heads.map { $0.fixed(1) } == ["21.3", "11.7"])
    #expect(tails.map { $0.fixed(1) } == ["8.6", "8.4"])
    run.iterate()
    #expect(probabilities(run) == ["0.71", "0.58"])
    run.run()
    #expect(run.snapshot.iteration == 10)
    #expect(probabilities(run) == ["0.80", "0.52"])
    #expect(run.model.shapes.allSatisfy { $0.weight == 0.5 })
  }

  /// The optimum, L there and the eigenvalues of EM's Jacobian there and at two equal coins, by mpmath with
  /// 50 digits: M mapped 2000 times from (.6, .5), central differences with a step of 1e-20.
  @Test func `have a certificate: the optimum's rate, and the saddle between equal coins`() throws {
    var run = try run()
    run.run()
    let maximum = try #require(Certificate(of: run))
    #expect(maximum.kind == .maximum && abs(maximum.rate - 0.40969066) < 1e-6)
    #expect(abs(maximum.logLikelihood + 31.570200235997) < 1e-9)
    let end = try #require(maximum.point as? CoinMixture).headProbabilities
    #expect(abs(end[0] - 0.796789066923) < 1e-7 && abs(end[1] - 0.519583120145) < 1e-7)
    #expect(maximum.meanDisplacements.count == 2)
    let equal = try CoinMixture(validating: [0.66, 0.66], tosses: 10)
    let saddle = try #require(Certificate(of: equal, over: run.points))
    #expect(saddle.kind == .saddle && abs(saddle.rate - 1.53297683) < 1e-6)
  }

  @Test func `have a certificate also where one of them always shows heads`() throws {
    let tossed = try PointSet(
      xs: [10, 10, 4, 5, 6], ys: [Double](repeating: 0, count: 5), dimension: 1
    ).heads(outOf: 10)
    let edge = try CoinMixture(validating: [1, 0.5], tosses: 10)
    let certificate = try #require(Certificate(of: edge, over: tossed))
    #expect(certificate.kind == .maximum && certificate.rate < 0.1)
  }

  private func probabilities(_ run: Run) -> [String] {
    ((run.model as? CoinMixture)?.headProbabilities ?? []).map { $0.fixed(2) }
  }

  @Test func `with known coins are their shares of heads`() throws {
    let tossed = try points.heads(outOf: 10)
    let observed = try ObservedLabels(
      validating: [1, 0, 0, 1, 0], pointCount: 5, componentCount: 2)
    let fit = try CoinMixture.fit(tossed, components: 2, starts: 1, observed: observed)
    #expect(fit.model.headProbabilities.map { $0.fixed(2) } == ["0.80", "0.45"])
  }

  @Test func `never fall, from any start`() throws {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let xs = (0..<30).map { _ in Double(generator.index(below: 13)) }
      let tossed = try PointSet(validating: xs).heads(outOf: 12)
      var run = try RunRecipe(kind: .coins, components: 3, seed: seed).run(over: tossed)
      var before = run.snapshot.objective
      for _ in 0..<30 where run.snapshot.status == .running {
        run.halfStep()
        #expect(run.snapshot.objective >= before - 1e-11, "seed \(seed)")
        if let bound = run.snapshot.bound {
          #expect(bound <= run.snapshot.objective + 1e-11, "seed \(seed)")
        }
        before = run.snapshot.objective
      }
    }
  }

  @Test func `that only ever show one side are certain`() throws {
    let tossed = try PointSet(validating: [0, 0, 10, 10]).heads(outOf: 10)
    let fit = try CoinMixture.fit(tossed, components: 2, starts: 4)
    #expect(fit.model.headProbabilities.sorted().map { $0.fixed(6) } == ["0.000000", "1.000000"])
    #expect(abs(fit.objective - 4 * .log(0.5)) < 1e-9)
  }
}

extension Double {
  /// The number with so many decimals, as a paper prints it.
  fileprivate func fixed(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}
