import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

/// Whether a run is stuck or only slow, on the screen.
@Suite struct `Stuck or slow, on the screen` {
  /// Two long clusters, cut across by k-means.
  private static func parallel(width: Int, height: Int) throws -> AppState {
    let data = try #require(BuiltInDataSet.named("parallel")).load()
    return try AppState(
      data: data, recipe: RunRecipe(components: 2, rule: .kMeans),
      size: Size(width: width, height: height))
  }

  private static func rowOfStatus(_ state: AppState) -> String {
    state.row(state.screen.size.height - 2)
  }

  @Test(arguments: [60, 80, 100, 160, 200])
  func `a plateau is named while it lasts, with what comes next`(width: Int) async throws {
    var state = try Self.parallel(width: width, height: 24)
    var named = 0
    for _ in 0..<80 where state.run.snapshot.status == .running {
      await state.press("Space")
      let lasts = state.run.plateaus.last?.lasts ?? false
      let status = Self.rowOfStatus(state)
      guard state.run.snapshot.status == .running else { break }
      #expect(status.contains("plateau") == lasts, "\(status)")
      #expect(status.contains("next: E"))
      #expect(!status.contains("…"))
      named += lasts ? 1 : 0
    }
    #expect(named > 3)
    #expect(await state.after("G").row(22).contains("plateau") == false)
  }

  @Test func `a wide screen says how long gains have grown, and what that means`() async throws {
    var state = try Self.parallel(width: 200, height: 24)
    while !(state.run.plateaus.last?.lasts ?? false) { await state.press("Space") }
    let sentence =
      "gains have grown for 3 iterations: a plateau near a saddle, not the end; next: E"
    #expect(Self.rowOfStatus(state).contains(sentence))
    // Going back takes the sentence back.
    await state.press("Left")
    #expect(!Self.rowOfStatus(state).contains("plateau"))
  }

  @Test func `the end says where scikit-learn would have stopped, and how far from it`()
    async throws
  {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
      let state = try await Self.parallel(width: width, height: height).after("G")
      let stop = try #require(state.run.otherStops.first { $0.rule.name == "scikit-learn" })
      let sentence =
        "scikit-learn at \(stop.iteration ?? 0): \(stop.missing.significant(3)) nats short"
      #expect(stop.iteration == 7 && stop.missing > 20)
      #expect(Self.rowOfStatus(state).hasPrefix(width > 80 ? "converged: gained" : "converged; "))
      // What is worth trying keeps its place.
      #expect(Self.rowOfStatus(state).contains("x: another start"))
      #expect(Self.rowOfStatus(state).contains(sentence), "\(Self.rowOfStatus(state))")
      #expect(state.tracePane.stopSummary.contains("nats short at 7"))
    }
  }

  @Test func `a stop as good as the end is not mentioned`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 1))
    await state.press("G")
    #expect(!state.shows("scikit-learn"))
    await state.press("+ + m G")
    #expect(!state.shows("scikit-learn"))
  }

  @Test func `the chart of L has a mark with a name where each rule would have stopped`()
    async throws
  {
    let state = try await Self.parallel(width: 200, height: 60).after("G")
    let names = state.run.otherStops.filter { $0.iteration != nil }.map(\.rule.name)
    #expect(names.count > 1)
    let frame = state.frame()
    let trace = state.layout.trace
    let rows = trace.rows.map { y in String(frame.row(y).prefix(98).map(\.character)) }
    for name in names { #expect(rows.contains { $0.contains(name) }, "\(name)\n\(rows)") }
    let marks = rows.joined().filter { $0 == "◆" }.count
    #expect((1...names.count).contains(marks))
    // In the midst of the run only those rules are marked that have stopped by then.
    let early = try await Self.parallel(width: 200, height: 60).after("Space Space Space")
    #expect(early.run.otherStops.allSatisfy { $0.iteration == nil })
    let earlyRows = early.layout.trace.rows.map { y in String(early.row(y)) }
    #expect(!earlyRows.joined().contains("◆") && !early.shows("scikit-learn"))
  }
}
