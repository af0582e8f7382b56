import MixtureEngine
import Testing

@Suite struct `The M-step's arithmetic` {
  @Test(arguments: Setting.all)
  func `divides weighted sums by masses, which add up to the points`(_ setting: Setting) throws {
    let points = Sample.threeClouds.points
    var run = try setting.run(over: points, seed: 3)
    run.halfStep()
    let step = try run.maximizationStep()
    let updates = step.updates
    #expect(updates.count == run.model.componentCount)
    #expect(abs(updates.reduce(0) { $0 + $1.mass } - Double(points.count)) < 1e-9)
    run.halfStep()
    #expect(updates.map(\.after) == run.model.shapes)
    for update in updates where update.mass > 0 && update.after.outline != .everywhere {
      guard let sum = update.weightedSum else { continue }
      let mean = Point(x: sum.x / update.mass, y: sum.y / update.mass)
      #expect(mean.squaredDistance(to: update.after.centre) < 1e-18)
    }
  }
}
