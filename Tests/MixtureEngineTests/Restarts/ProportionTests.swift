import Testing

@testable import MixtureEngine

@Suite struct `A share of runs` {
  /// From SciPy: `scipy.stats.binomtest(count, trials).proportion_ci(method="wilson")`.
  @Test(arguments: [
    (9, 100, 0.048073, 0.162262), (0, 10, 0.0, 0.277533), (10, 10, 0.722467, 1.0),
    (1, 2, 0.094531, 0.905469), (82, 100, 0.733326, 0.882998),
  ])
  func `has Wilson's interval`(count: Int, trials: Int, low: Double, high: Double) {
    let interval = Proportion(count, of: trials).interval
    #expect(abs(interval.lowerBound - low) < 1e-6)
    #expect(abs(interval.upperBound - high) < 1e-6)
  }

  @Test func `covers its chance nineteen times in twenty`() {
    // The chance that the interval has the true share, over all counts by the binomial law.
    for (n, p) in [(20, 0.3), (100, 0.05), (100, 0.5), (400, 0.01)] {
      var probability = 1.0
      for _ in 0..<n { probability *= 1 - p }
      var covered = 0.0
      for count in 0...n {
        if Proportion(count, of: n).interval.contains(p) { covered += probability }
        probability *= Double(n - count) / Double(count + 1) * p / (1 - p)
      }
      #expect(covered > 0.9 && covered < 0.99, "n = \(n), p = \(p): \(covered)")
    }
  }

  @Test func `says how many trials are enough`() {
    #expect(Proportion.trialsForNineteenInTwenty(at: 0) == nil)
    #expect(Proportion.trialsForNineteenInTwenty(at: 1) == 1)
    #expect(Proportion.trialsForNineteenInTwenty(at: 0.5) == 5)
    for chance in [0.001, 0.02, 0.09, 0.3, 0.94] {
      let n = Proportion.trialsForNineteenInTwenty(at: chance) ?? 0
      func failure(_ n: Int) -> Double { (0..<n).reduce(1) { p, _ in p * (1 - chance) } }
      #expect(failure(n) <= 0.05 + 1e-12 && failure(n - 1) > 0.05)
    }
    #expect(Proportion(0, of: 0).interval == 0...1)
  }
}
