import MixtureEngine
import Testing

@Suite struct `The missing-data view` {
  static let soft = Setting.all.filter { $0.kind.name != "k-means" }

  @Test(arguments: soft)
  func `has the expected log-likelihood between the bound and the entropy`(
    setting: Setting
  ) throws {
    let points = Sample.threeClouds.points
    for seed in 0..<4 as Range<UInt64> {
      var run = try setting.run(over: points, seed: seed)
      #expect(MissingData(of: run, components: nil)?.expected == nil)
      for _ in 0..<6 where run.halfStep() {
        let view = try #require(MissingData(of: run, components: nil))
        let posterior = try #require(run.snapshot.posteriorModel)
        let q = posterior.responsibilities(over: points, observed: nil)
        var sum = 0.0
        for n in 0..<points.count {
          for k in 0..<q.componentCount where q[n, k] > 0 {
            sum += q[n, k] * run.model.logJoint(of: points[n], label: k)
          }
        }
        #expect(abs(try #require(view.expected) - sum) < 1e-10 * abs(sum))
        #expect(view.incomplete == run.snapshot.objective)
        #expect(view.complete == nil)
      }
    }
  }

  @Test(arguments: soft)
  func `never has more with labels than without`(setting: Setting) throws {
    let points = Sample.threeClouds.points
    var generator = SeededGenerator(seed: 7)
    for seed in 0..<4 as Range<UInt64> {
      var run = try setting.run(over: points, seed: seed)
      run.iterate()
      for _ in 0..<20 {
        let labels = points.xs.map { _ in Int?.some(Int.random(in: 0..<3, using: &generator)) }
        guard let complete = MissingData(of: run, components: labels)?.complete else { continue }
        #expect(complete <= run.snapshot.objective)
      }
    }
  }

  @Test func `is one number where every label is told`() throws {
    let points = Sample.threeClouds.points
    let labels = (0..<100).map { n -> Int? in n < 40 ? 0 : n < 70 ? 1 : 2 }
    let observed = try ObservedLabels(validating: labels, pointCount: 100, componentCount: 3)
    let start = StartingRule.randomPoints.start(over: points, components: 3, seed: 0)
    var run = Run(of: start, over: points, observed: observed)
    run.iterate()
    let view = try #require(MissingData(of: run, components: labels))
    #expect(abs(try #require(view.complete) - view.incomplete) < 1e-10)
    #expect(abs(try #require(view.expected) - view.incomplete) < 1e-10)
  }

  @Test func `has no complete data where a label is missing or names no component`() throws {
    let points = Sample.threeClouds.points
    let start = StartingRule.randomPoints.start(over: points, components: 2, seed: 0)
    let run = Run(of: start, over: points)
    var labels = [Int?](repeating: 0, count: 100)
    #expect(MissingData(of: run, components: labels)?.complete != nil)
    labels[3] = 2
    #expect(MissingData(of: run, components: labels)?.complete == nil)
    labels[3] = nil
    #expect(MissingData(of: run, components: labels)?.complete == nil)
    let hard = Run(of: KMeans(centres: [Point(x: 0, y: 0)]), over: points)
    #expect(MissingData(of: hard, components: nil) == nil)
  }
}
