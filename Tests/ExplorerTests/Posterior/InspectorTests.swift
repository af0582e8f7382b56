import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The inspected point` {
  /// The rows of the table of Bayes' rule, as words.
  private func table(_ state: AppState) -> [[Substring]] {
    let below = state.frame().text.split(separator: "\n").drop { !$0.contains("p(k|x") }
    return below.compactMap { row in
      guard let match = row.firstMatch(of: /[●▲■] [123] +0\.\d+ .*$/) else { return nil }
      let words = match.0.split(separator: " ")
      return words.count == 7 ? words : nil
    }
  }

  /// The point that the view is about, by its number on the screen.
  private func point(_ state: AppState) throws -> Point {
    let number = try #require(state.numbers(/point (\d+) of/).first)
    return state.data.points[Int(number) - 1]
  }

  @Test func `is so far from a line as its residual has deviations`() async throws {
    var state = try await AppState.labelledClouds(screen: Size(width: 150, height: 44))
      .after("M End Enter Space Space Space 3")
    for _ in 0..<12 {
      let (point, rows) = (try point(state), table(state))
      #expect(rows.count == 3)
      for (shape, row) in zip(state.run.model.shapes, rows) {
        guard case .line(let intercept, let slope, let deviation) = shape.outline else {
          Issue.record("the model is a mixture of lines")
          return
        }
        let expected = abs(point.y - intercept - slope * point.x) / deviation
        let shown = try #require(row.last.flatMap { Double($0) })
        #expect(abs(shown - expected) <= 0.006 * max(expected, 0.001), "\(row)")
      }
      await state.press("Tab")
    }
  }

  @Test func `is so far from a Gaussian as Mahalanobis says`() async throws {
    var state = try await AppState.labelledClouds(screen: Size(width: 150, height: 44))
      .after("Space Space Space 3")
    for _ in 0..<12 {
      let (point, rows) = (try point(state), table(state))
      #expect(rows.count == 3)
      for (shape, row) in zip(state.run.model.shapes, rows) {
        guard case .ellipse(let s) = shape.outline else { return }
        let (dx, dy) = (point.x - shape.centre.x, point.y - shape.centre.y)
        let squared =
          (s.yy * dx * dx - 2 * s.xy * dx * dy + s.xx * dy * dy) / (s.xx * s.yy - s.xy * s.xy)
        let shown = try #require(row.last.flatMap { Double($0) })
        #expect(abs(shown - squared.squareRoot()) <= 0.006 * max(squared.squareRoot(), 0.001))
      }
      await state.press("Tab")
    }
  }

  @Test(arguments: [
    (0.5, "undecided between 1 and 2"), (0.599, "undecided between 1 and 2"),
    (0.7, "undecided between 1 and 2"), (0.799, "undecided between 1 and 2"),
    (0.899, "undecided between 1 and 2"), (0.9, "probably from 1"), (0.989, "probably from 1"),
    (0.991, "almost certainly from 1"), (1, "almost certainly from 1"),
  ])
  func `is undecided below nine parts in ten, and almost certain from 99 in a hundred on`(
    q: Double, verdict: String
  ) {
    let pane = PosteriorPane(
      number: 0, count: 1,
      terms: BayesTerms(of: Point(x: 3, y: 2), under: PlotPane.smallMixture),
      responsibilities: [q, 1 - q], isCurrent: true, criterion: .logLikelihood,
      theme: Theme(colors: .none))
    #expect(pane.frame(size: Size(width: 38, height: 20)).text.contains(verdict))
  }

  @Test(arguments: [
    (0.5, true), (0.599, true), (0.601, true), (0.899, true), (0.901, false), (0.95, false),
  ])
  func `is hollow on the plot below nine parts in ten`(q: Double, isUndecided: Bool) {
    var pane = PlotPane.small()
    pane.responsibilities = { _ in [1 - q, q] }
    let text = pane.frame(size: Size(width: 36, height: 13)).text
    let isTied = q == 0.5
    #expect(text.contains("◌") == isTied)
    #expect(text.contains(/[○△]/) == (isUndecided && !isTied))
    #expect(text.contains(/[●▲]/) == !isUndecided)
  }
}
