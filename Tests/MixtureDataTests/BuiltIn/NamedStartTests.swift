import MixtureData
import MixtureEngine
import Testing

@Suite struct `Named starts` {
  private func finished(_ start: NamedStart, on data: DataSet) throws -> Run {
    var run = try start.recipe.run(over: data.points)
    run.run()
    return run
  }

  @Test func `have names of their own and a sentence each`() {
    let all = BuiltInDataSet.starts
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(all.allSatisfy { $0.summary.hasSuffix(".") })
    #expect(all.first { $0.name == "two-pairs-4-stuck" }?.rule.name == "principal-axis")
    for name in ["old-faithful", "iris", "penguins", "two-pairs", "overlapping"] {
      let starts = BuiltInDataSet.named(name)?.starts ?? []
      #expect(Set(starts.map(\.character)).count == 4, "\(name)")
    }
  }

  @Test(arguments: BuiltInDataSet.starts.map(\.name))
  func `show what they are named for`(name: String) throws {
    let home = try #require(
      BuiltInDataSet.all.first { $0.starts.contains { $0.name == name } })
    let data = try home.load()
    let start = try #require(data.starts.first { $0.name == name })
    let run = try finished(start, on: data)
    if start.character == .collapsing {
      guard case .collapsed = run.snapshot.status else {
        Issue.record("\(name) ends \(run.snapshot.status)")
        return
      }
      return
    }
    #expect(run.snapshot.status == .converged)
    let good = try #require(
      data.starts.first { $0.components == start.components && $0.character == .good })
    let best = try finished(good, on: data).snapshot
    switch start.character {
    case .good, .collapsing: break
    case .slow:
      #expect(abs(run.snapshot.objective - best.objective) < 1e-3)
      #expect(run.snapshot.iteration > 3 * best.iteration)
    case .stuck: #expect(run.snapshot.objective < best.objective - 1)
    }
  }
}
