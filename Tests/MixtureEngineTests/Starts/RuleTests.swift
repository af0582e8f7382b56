import MixtureEngine
import Testing

@Suite struct `What each rule promises` {
  let points = Sample.threeClouds.points

  private func means(_ rule: StartingRule, seed: UInt64, k: Int = 3) -> [Point] {
    rule.start(over: points, components: k, seed: seed).components.map(\.mean)
  }

  @Test func `random points are distinct data points, all of them for K equal to N`() {
    for seed in 0..<20 as Range<UInt64> {
      let chosen = Set(means(.randomPoints, seed: seed, k: points.count))
      #expect(chosen == Set(points.points))
    }
  }

  @Test func `a random box holds its means`() {
    let (lower, upper) = points.bounds
    for seed in 0..<50 as Range<UInt64> {
      for mean in means(.randomBox, seed: seed) {
        #expect((lower.x...upper.x).contains(mean.x))
        #expect((lower.y...upper.y).contains(mean.y))
      }
    }
  }

  @Test func `random responsibilities and partitions keep the grand mean`() {
    for rule in [StartingRule.randomResponsibilities, .randomPartition] {
      for seed in 0..<10 as Range<UInt64> {
        let start = rule.start(over: points, components: 3, seed: seed)
        let x = start.components.reduce(0) { $0 + $1.weight * $1.mean.x }
        let y = start.components.reduce(0) { $0 + $1.weight * $1.mean.y }
        #expect(Point(x: x, y: y).squaredDistance(to: points.mean) < 1e-20)
      }
    }
  }

  @Test func `the k-means rule ends where Lloyd's algorithm rests`() {
    for seed in 0..<10 as Range<UInt64> {
      let centres = means(.kMeans, seed: seed)
      var run = Run(of: KMeans(centres: centres), over: points)
      run.iterate()
      for (before, after) in zip(centres, run.model.shapes.map(\.centre)) {
        #expect(before.squaredDistance(to: after) < 1e-20)
      }
    }
  }

  @Test func `farthest first leaves no point farther from its mean than the means are apart`() {
    for seed in 0..<10 as Range<UInt64> {
      let chosen = means(.farthestFirst, seed: seed, k: 5)
      let clusters = KMeans(centres: chosen)
      let reach = points.points.map { clusters.nearest(to: $0).squaredDistance }.max() ?? 0
      for i in 1..<5 {
        for j in 0..<i { #expect(chosen[i].squaredDistance(to: chosen[j]) >= reach) }
      }
    }
  }

  @Test func `small EM starts higher than ten steps from random points do on average`() {
    let small = (0..<5 as Range<UInt64>).map {
      StartingRule.smallEM.start(over: points, components: 3, seed: $0)
        .expectation(over: points, observed: nil).objective
    }
    let single = (0..<20 as Range<UInt64>).map { seed in
      var run = Run(
        of: StartingRule.randomPoints.start(over: points, components: 3, seed: seed),
        over: points)
      run.run(limit: 10)
      return run.snapshot.objective
    }
    let smallMean = small.reduce(0, +) / 5
    let singleMean = single.reduce(0, +) / 20
    #expect(smallMean > singleMean)
  }

  @Test func `principal-axis slices hold equal numbers and lie in order along the axis`() {
    let line = PointSet(xs: (0..<12).map(Double.init), ys: (0..<12).map { 2 * Double($0) })
    let start = StartingRule.principalAxis.start(over: line, components: 3, seed: 0)
    let xs = start.components.map(\.mean.x)
    for (x, expected) in zip(xs, [1.5, 5.5, 9.5]) { #expect(abs(x - expected) < 1e-12) }
  }

  @Test func `stacked components never separate`() {
    var run = Run(
      of: StartingRule.stacked.start(over: points, components: 3, seed: 0), over: points)
    for _ in 0..<20 { run.iterate() }
    #expect(run.model.twins == [[0, 1, 2]])
    #expect(Set(run.model.shapes.map(\.centre)).count == 1)
  }

  @Test func `the outlier start collapses onto its point`() throws {
    let expected = Status.collapsed(Collapse(component: 0, reason: .singularCovariance))
    for sample in Sample.ordinary {
      for seed in 0..<5 as Range<UInt64> {
        let start = StartingRule.outlier.start(over: sample.points, components: 2, seed: seed)
        var run = Run(of: start, over: sample.points)
        let status = run.run()
        #expect(status == expected, "\(sample.name) seed \(seed)")
      }
    }
  }
}
