import MixtureData
import MixtureEngine
import TestSupport
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

  /// What the numbers of a sentence must be, in their order.
  private func numbers(of name: String, _ run: Run, on data: DataSet) async throws -> [Double] {
    let iterations = Double(run.snapshot.iteration)
    func below(_ other: String) throws -> Double {
      let start = try #require(data.starts.first { $0.name == other })
      return try finished(start, on: data).snapshot.objective - run.snapshot.objective
    }
    func known(_ seed: UInt64) throws -> Run {
      var run = try RunRecipe(components: 3, seed: seed).run(over: data.points)
      run.run()
      return run
    }
    /// The ys of the points that the component has which collapsed.
    func tied() -> [Double] {
      guard case .collapsed(let collapse) = run.snapshot.status else { return [] }
      let q = run.model.responsibilities(over: data.points, observed: nil)
      return Set(
        (0..<data.points.count).filter { q[$0, collapse.component] > 0.5 }
          .map { data.points[$0].y }
      ).sorted()
    }
    switch name {
    case "old-faithful-2-good", "iris-3-good", "penguins-3-good": return [iterations]
    case "old-faithful-3-stuck": return [try below("old-faithful-3-good")]
    case "old-faithful-3-good":
      let restarts = await RestartPlan(RunRecipe(components: 3), over: data.points, count: 200)
        .run()
      let best = restarts.optima.all[0]
      #expect(abs(best.objective - run.snapshot.objective) < 1e-3)
      #expect(restarts.share(of: best) < 0.1 && restarts.share(of: best) > 0)
      return [1, 10]
    case "iris-3-stuck": return [try below("iris-3-good")]
    case "penguins-3-stuck": return [try below("penguins-3-good")]
    case "iris-3-collapsing": return tied()
    case "penguins-3-collapsing": return [iterations] + tied()
    case "overlapping-3-good":
      let better = try known(944).snapshot
      #expect(better.objective > run.snapshot.objective)
      return [better.objective, 944]
    case "overlapping-3-stuck":
      return [try known(944).snapshot.objective - run.snapshot.objective]
    default: return []
    }
  }

  @Test(arguments: BuiltInDataSet.starts.map(\.name))
  func `say numbers that are true of their runs`(name: String) async throws {
    let home = try #require(
      BuiltInDataSet.all.first { $0.starts.contains { $0.name == name } })
    let data = try home.load()
    let start = try #require(data.starts.first { $0.name == name })
    let said = SaidNumber.all(in: start.summary.replacing("= -", with: "-"))
    let computed = try await numbers(of: name, finished(start, on: data), on: data)
    #expect(said.count == computed.count, "\(start.summary) \(computed)")
    for (said, value) in zip(said, computed) {
      #expect(said.isRounded(value), "\(start.summary) \(value)")
    }
  }
}
