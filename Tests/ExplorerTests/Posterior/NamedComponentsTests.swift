import MixtureEngine
import RealModule
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `A point's verdict` {
  /// The present q of one point in a pane, as text.
  private func lines(_ q: [Double], height: Int) -> [Substring] {
    PosteriorBars(
      responsibilities: q, isCurrent: true, criterion: .logLikelihood, theme: Theme(colors: .none)
    ).frame(size: Size(width: 38, height: height)).text.split(separator: "\n")
      .filter { $0.contains { $0 != " " } }
  }

  /// The components that a verdict names.
  private func named(_ verdict: Substring) -> [Character] {
    guard !verdict.contains("among") else { return [] }
    let words = verdict.split { $0 == " " || $0 == "," }
    return words.filter { $0.count == 1 }.compactMap(\.first)
  }

  @Test(arguments: FuzzSeed.usual(4))
  func `names components that have bars, and of near ties all`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let count = 2 + generator.index(below: 11)
      let power = 1 + 8 * generator.unit()
      var q = (0..<count).map { _ in Double.pow(generator.unit(), power) }
      let total = q.reduce(0, +)
      q = q.map { $0 / total }
      let height = 4 + generator.index(below: 12)
      let lines = lines(q, height: height)
      let verdict = lines.last ?? ""
      let bars = lines.dropFirst().dropLast().compactMap { $0.dropFirst(2).first }
      #expect(Set(named(verdict)).isSubset(of: bars), "\(lines) \(q)")
      let best = q.max() ?? 0
      #expect(verdict.hasPrefix("undecided") == (best < Uncertainty.certainty), "\(verdict) \(q)")
      guard verdict.hasPrefix("undecided between") else { continue }
      let names = named(verdict)
      let shares = q.indices.filter { names.contains(Marks.name($0)) }.map { q[$0] }
      #expect(shares.reduce(0, +) >= Uncertainty.certainty - 1e-6)
      #expect(
        (shares.min() ?? 0)
          >= (q.indices.filter { !names.contains(Marks.name($0)) }
            .map { q[$0] }.max() ?? 0))
    }
  }

  @Test func `of three near ties names three`() {
    #expect(lines([0.34, 0.33, 0.33], height: 8).last?.contains("between 1, 2 and 3") == true)
  }

  @Test func `of a line speaks of y where x is given`() async throws {
    var state = try AppState.clouds(RunRecipe(kind: .lines, components: 3, rule: .kMeans))
    await state.press("e 3")
    #expect(state.shows("p(y|x,k)") && state.shows("|x,y) = π p / Σ"))
    #expect(!state.shows("p(x|k)"))
  }

  @Test(arguments: [1, 1e3, 1e6, 1e9, -1e9])
  func `stands below a place that is never cut, and has its digits`(scale: Double) throws {
    for offset in [0.0, 0.1234567, 0.5] {
      let point = Point(x: scale + offset, y: 3 * scale - offset)
      let pane = PosteriorPane(
        number: 123_455, count: 1_000_000,
        terms: BayesTerms(of: point, under: PlotPane.smallMixture), responsibilities: nil,
        isCurrent: true, criterion: .logLikelihood, theme: Theme(colors: .none))
      let text = pane.frame(size: Size(width: 38, height: 12)).text
      let place = try #require(text.firstMatch(of: /x = \((\S+), (\S+)\)/))
      let (x, y) = (try #require(Double(place.1)), try #require(Double(place.2)))
      #expect(abs(x - point.x) <= 1e-4 * abs(point.x) && abs(y - point.y) <= 1e-4 * abs(point.y))
    }
  }
}
