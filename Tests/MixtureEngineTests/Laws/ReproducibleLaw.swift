import MixtureEngine
import Testing

@Suite struct `Law: equal seeds give equal runs` {
  @Test(arguments: Setting.all)
  func `to the last bit`(setting: Setting) throws {
    for rule in StartingRule.all {
      var runs = try (0..<2).map { _ in
        try setting.run(over: Sample.faithfulThird.points, rule: rule, seed: 9)
      }
      for i in runs.indices { runs[i].run(limit: 4) }
      #expect(runs[0].history.map(\.objective) == runs[1].history.map(\.objective), "\(rule.name)")
      #expect(runs[0].model.shapes == runs[1].model.shapes, "\(rule.name)")
    }
  }

  @Test(arguments: Setting.all)
  func `stepping back and forth changes nothing`(setting: Setting) throws {
    var run = try setting.run(over: Sample.threeClouds.points, seed: 4)
    for _ in 0..<7 { run.halfStep() }
    let labels = run.posterior?.labels
    let objective = run.evaluation.objective
    run.rewind()
    #expect(run.posterior == nil)
    while run.cursor < 7, run.halfStep() {}
    #expect(run.posterior?.labels == labels)
    #expect(run.evaluation.objective == objective)
  }
}
