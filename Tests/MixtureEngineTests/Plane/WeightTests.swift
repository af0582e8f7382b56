import MixtureEngine
import Testing

@Suite struct `Weights of points` {
  @Test func `weigh mean and covariance as repeated points do`() {
    for sample in Sample.ordinary {
      let data = Weighted(sample.points, seed: 3)
      let (a, b) = (data.once, data.repeated)
      #expect(a.totalWeight == Double(b.count))
      #expect(agree(a.mean.x, b.mean.x, to: 1e-12) && agree(a.mean.y, b.mean.y, to: 1e-12))
      #expect(agree(a.covariance.xx, b.covariance.xx, to: 1e-12))
      #expect(agree(a.covariance.xy, b.covariance.xy, to: 1e-12))
      #expect(agree(a.covariance.yy, b.covariance.yy, to: 1e-12))
      #expect(a.bounds == b.bounds)
    }
  }

  @Test func `make points differ that are otherwise equal`() {
    let points = Sample.threeClouds.points
    #expect(points.withFractions(seed: 1) != points)
    #expect(points.withFractions(seed: 1) != points.withFractions(seed: 2))
    let run = Run(of: KMeans(centres: [points[0]]), over: points)
    let weighted = Run(of: KMeans(centres: [points[0]]), over: points.withFractions(seed: 1))
    #expect(!run.isComparable(with: weighted))
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e101, 1e-101] as [Double])
  func `that cannot count are refused with the point`(weight: Double) {
    #expect {
      try PointSet(validating: [1, 2], [3, 4], weights: [1, weight])
    } throws: {
      "\($0)".hasPrefix("the weight of point 2 is \(weight), but weights are numbers from 1e-100")
    }
  }

  @Test func `belong to points, one each`() {
    #expect {
      try PointSet(validating: [1, 2], [3, 4], weights: [1])
    } throws: {
      "\($0)" == "there are 1 weights for 2 points; give one for each."
    }
    #expect {
      try PointSet(validating: [Point(x: 1, y: 2)], weights: [])
    } throws: {
      "\($0)" == "there are 0 weights for 1 points; give one for each."
    }
  }

  @Test func `so large that sums over points overflow are refused`() {
    #expect {
      try PointSet(validating: [0, 1e110], [0, 0], weights: [1e100, 1])
    } throws: {
      "\($0)".hasPrefix("so large weights of so large coordinates overflow")
    }
  }

  @Test func `go where their points go`() throws {
    var data = DataSet(
      name: "three",
      points: try PointSet(validating: [1, 2, 3], [4, 5, 6], weights: [0.5, 2, 7]),
      weightColumn: "w")
    data.add(Point(x: 9, y: 9))
    #expect(data.points.weights == [0.5, 2, 7, 1])
    data.remove(1)
    #expect(data.points.weights == [0.5, 7, 1] && data.points.xs == [1, 3, 9])
    #expect(data.points.totalWeight == 8.5)
    #expect(data.weightColumn == "w")
    data.remove(0)
    data.remove(0)
    #expect(data.points == PointSet(xs: [9], ys: [9]))
  }

  @Test(arguments: Setting.all)
  func `of any size leave no number that is none`(setting: Setting) throws {
    let points = Sample.threeClouds.points
    for seed in 0..<6 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let exponents = seed < 3 ? 200.0 : 20.0
      let weights = points.xs.map { _ in
        Double.pow(10, exponents * (generator.unit() - 0.5) * 0.99)
      }
      let heavy = PointSet(xs: points.xs, ys: points.ys, weights: weights)
      for rule in StartingRule.all {
        let start = rule.start(over: heavy, components: 3, seed: seed)
        let model = try setting.kind.model(
          from: start.with(structure: setting.structure), over: heavy)
        var run = Run(of: model, over: heavy)
        for _ in 0..<12 {
          #expect(!run.snapshot.objective.isNaN && !(run.snapshot.bound?.isNaN ?? false))
          let isSound = run.model.shapes.allSatisfy { $0.weight.isFinite && $0.centre.isFinite }
          #expect(isSound, "\(rule.name) seed \(seed)")
          run.halfStep()
        }
        _ = InformationCriteria(of: run.model, over: heavy)
      }
    }
  }
}
