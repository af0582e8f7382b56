import MixtureEngine
import Testing

@Suite struct `What the views show` {
  private func run(_ setting: Setting, steps: Int) throws -> Run {
    var run = try setting.run(over: Sample.threeClouds.points, seed: 2)
    for _ in 0..<steps { run.halfStep() }
    return run
  }

  @Test(arguments: Setting.all.filter { $0.kind.name != "k-means" })
  func `Bayes' terms multiply and divide to the responsibilities`(setting: Setting) throws {
    let run = try run(setting, steps: 4)
    for n in [0, 17, 63] {
      let terms = BayesTerms(of: run.points[n], under: run.model)
      let evidence = terms.rows.reduce(0) { $0 + $1.joint }
      for row in terms.rows {
        #expect(abs(row.responsibility - row.joint / evidence) < 1e-12)
        if let density = row.density {
          #expect(abs(row.prior * density - row.joint) < 1e-12 * row.joint)
        }
      }
    }
  }

  @Test func `in the hard limit Bayes' terms are distances`() throws {
    let run = try run(Setting(kind: .kMeans, structure: .full), steps: 4)
    let terms = BayesTerms(of: run.points[5], under: run.model)
    let nearest = try #require(terms.rows.min { ($0.distance ?? 0) < ($1.distance ?? 0) })
    #expect(nearest.responsibility == 1)
    #expect(terms.rows.allSatisfy { $0.density == nil })
    #expect(abs(terms.logEvidence + nearest.distance! * nearest.distance!) < 1e-12)
  }

  @Test func `stacked components are undecided everywhere, hard clusters nowhere`() {
    let points = Sample.threeClouds.points
    let stacked = Uncertainty(
      of: StartingRule.stacked.start(over: points, components: 2, seed: 0), over: points)
    #expect(stacked.undecidedCount() == points.count)
    #expect(stacked.mostUncertain == 0)
    let hard = Uncertainty(of: KMeans(centres: [points[0], points[1]]), over: points)
    #expect(hard.undecidedCount() == 0)
  }

  @Test func `the most uncertain point has the least greatest responsibility`() throws {
    let run = try run(Setting.all[0], steps: 4)
    let uncertainty = Uncertainty(of: run.model, over: run.points)
    let n = try #require(uncertainty.mostUncertain)
    let greatest = (0..<run.points.count).map {
      run.model.responsibilities(for: run.points[$0]).max() ?? 0
    }
    #expect(abs((greatest.min() ?? 0) - greatest[n]) < 1e-12)
  }
}
