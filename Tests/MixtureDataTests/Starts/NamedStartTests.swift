import MixtureData
import MixtureEngine
import Testing

@Suite struct `Named starts` {
  private func finished(_ start: NamedStart) throws -> Run {
    let points = try #require(BuiltInDataSet.named(start.data)).load().points
    var run = Run(of: start.start(over: points), over: points)
    run.run()
    return run
  }

  @Test func `have names of their own and a sentence each`() {
    #expect(Set(NamedStart.all.map(\.name)).count == NamedStart.all.count)
    #expect(NamedStart.all.allSatisfy { $0.summary.hasSuffix(".") })
    #expect(NamedStart.named("two-pairs-4-stuck")?.rule.name == "principal-axis")
    for data in ["old-faithful", "iris", "penguins", "two-pairs", "overlapping"] {
      #expect(Set(NamedStart.on(data).map(\.character)).count == 4, "\(data)")
    }
  }

  @Test(arguments: NamedStart.all.map(\.name))
  func `show what they are named for`(name: String) throws {
    let start = try #require(NamedStart.named(name))
    let run = try finished(start)
    if start.character == .collapsing {
      guard case .collapsed = run.snapshot.status else {
        Issue.record("\(name) ends \(run.snapshot.status)")
        return
      }
      return
    }
    #expect(run.snapshot.status == .converged)
    let good = try #require(
      NamedStart.named("\(start.data)-\(start.components)-good"))
    let best = try finished(good).snapshot
    switch start.character {
    case .good, .collapsing: break
    case .slow:
      #expect(abs(run.snapshot.objective - best.objective) < 1e-3)
      #expect(run.snapshot.iteration > 3 * best.iteration)
    case .stuck: #expect(run.snapshot.objective < best.objective - 1)
    }
  }
}
