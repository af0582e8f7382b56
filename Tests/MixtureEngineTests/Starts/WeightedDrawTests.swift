import MixtureEngine
import Testing

/// Where rules draw points, weights are chances.
@Suite struct `Starts over points with weights` {
  /// Ten places in a row, one of which counts as much as the other nine together.
  private let points = PointSet(
    xs: (0..<10).map(Double.init), ys: (0..<10).map { Double($0 % 3) },
    weights: (0..<10).map { $0 == 6 ? 9 : 1 })

  private static let draws: [StartingRule] = [.randomPoints, .kMeansPlusPlus, .farthestFirst]

  @Test(arguments: draws)
  func `begin on a point as often as it counts`(rule: StartingRule) {
    let firsts = (0..<2000 as Range<UInt64>).map {
      rule.start(over: points, components: 3, seed: $0).components[0].mean
    }
    let heavy = firsts.count { $0 == points[6] }
    #expect(abs(heavy - 1000) < 100, "\(heavy) of 2000")
    #expect(Set(firsts).count == 10)
  }

  @Test func `draw no point twice`() {
    for seed in 0..<200 as Range<UInt64> {
      for k in [2, 9, 10] {
        let start = StartingRule.randomPoints.start(over: points, components: k, seed: seed)
        #expect(Set(start.components.map(\.mean)).count == k, "seed \(seed)")
      }
    }
  }

  @Test func `draw the second mean of k-means++ in proportion to w D²`() {
    // From the middle one of three places the others are equally far, one with four times the weight.
    let three = PointSet(xs: [-1, 0, 1], ys: [0, 0, 0], weights: [4, 1e12, 1])
    let seconds = (0..<2000 as Range<UInt64>).map {
      StartingRule.kMeansPlusPlus.start(over: three, components: 2, seed: $0).components[1].mean.x
    }
    let left = seconds.count { $0 == -1 }
    #expect(abs(left - 1600) < 90, "\(left) of 2000")
  }

  @Test func `share points out by weight, not by number`() {
    for rule in [StartingRule.randomPartition, .randomResponsibilities, .kMeans] {
      for seed in 0..<20 as Range<UInt64> {
        let start = rule.start(over: points, components: 2, seed: seed)
        // The heavy point is half of all.
        let weights = start.components.map(\.weight)
        #expect(agree(weights.reduce(0, +), 1, to: 1e-12))
        var x = 0.0
        for component in start.components { x += component.weight * component.mean.x }
        let isWhole = rule == .randomPartition && weights.contains { $0 < 0.06 }
        #expect(isWhole || agree(x, points.mean.x), "\(rule.name) seed \(seed)")
      }
    }
  }

  @Test func `without chance are what they are over the points repeated`() {
    for sample in Sample.ordinary {
      let whole = Weighted(sample.points, seed: 4)
      for k in 1...5 where whole.repeated.count % k == 0 {
        let a = StartingRule.principalAxis.start(over: whole.once, components: k, seed: 1)
        let b = StartingRule.principalAxis.start(over: whole.repeated, components: k, seed: 1)
        for (a, b) in zip(a.components, b.components) {
          #expect(agree(a.mean.x, b.mean.x) && agree(a.mean.y, b.mean.y), "\(sample.name) \(k)")
          #expect(agree(a.covariance.xx, b.covariance.xx))
        }
      }
      let stacked = StartingRule.stacked.start(over: whole.once, components: 2, seed: 1)
      #expect(stacked.components[0].mean == whole.once.mean)
    }
  }

  @Test func `cut slices of equal weight, through a heavy point if need be`() {
    let start = StartingRule.principalAxis.start(over: points, components: 2, seed: 1)
    // Half of the weight is 9: six points of one to the left, and a third of the heavy one.
    let xs = start.components.map(\.mean.x).sorted()
    #expect(agree(xs[0], 33.0 / 9))
    #expect(agree(xs[1], 60.0 / 9))
  }

  @Test func `begin anew on a point as often as it counts`() throws {
    let run = Run(
      of: StartingRule.principalAxis.start(over: points, components: 2, seed: 1), over: points)
    let places = try (0..<1000 as Range<UInt64>).map {
      try run.reseeding(component: 1, seed: $0).model.shapes[1].centre
    }
    let heavy = places.count { $0 == points[6] }
    #expect(abs(heavy - 500) < 70, "\(heavy) of 1000")
  }
}
