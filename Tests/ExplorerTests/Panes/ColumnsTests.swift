import MixtureData
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// No two numbers of a table touch, however long they are.
@Suite struct `Columns of numbers` {
  /// Data in other units: the factor, and how far it is moved.
  static let units: [(Double, Double)] = [
    (1, 0), (1, -1e4), (1e-9, 0), (1e-9, -1e-3), (1e5, -1e7), (1e12, 0), (1e-60, 0), (1e60, -1e62),
    (123_456.789, -98_765_432.1), (1e-120, 0), (1e120, 0),
  ]

  private func words(_ state: AppState, columns: Range<Int>, _ line: Regex<Substring>)
    -> [[Substring]]
  {
    state.frame().part(columns: columns, rows: 1..<state.screen.size.height).text.split(
      separator: "\n"
    )
    .filter { $0.contains(line) }
    // A number that is cut says nothing, so it doesn't count.
    .map { $0.split(separator: " ").filter { !$0.contains("…") } }
  }

  @Test(arguments: units)
  func `stay apart in the parameters and the arithmetic of the M-step`(
    scale: Double, offset: Double
  ) async throws {
    let state = try await AppState.clouds(times: scale, plus: offset).after("Space")
    let table = words(state, columns: 42..<80, /[●▲■] [123]/)
    #expect(table.count == 3)
    for row in table { #expect(row.count == 6, "\(row)") }
    let update = await state.after("4")
    for row in words(update, columns: 42..<80, /^ +[μΣ][xy]/) { #expect(row.count == 5, "\(row)") }
    for row in words(update, columns: 42..<80, /^[●▲■]/) { #expect(row.count == 7, "\(row)") }
    #expect(words(update, columns: 42..<80, /^[●▲■]/).count == 3)
  }

  @Test(arguments: units)
  func `stay apart in the parameters of a wide screen`(scale: Double, offset: Double) async throws {
    for width in [160, 220] {
      let state = try await AppState.clouds(
        times: scale, plus: offset, screen: Size(width: width, height: 50)
      ).after("Space")
      let left = width - max(68, width * 2 / 5) + 1
      let rows = words(state, columns: left..<width, /^[●▲■] [123]/)
      #expect(rows.count == 3)
      for row in rows { #expect(row.count == 10, "\(row)") }
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `stay apart in any state of hard data, too`(seed: UInt64) async throws {
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    for rule in [StartingRule.outlier, .randomPoints] {
      var state = try AppState(
        data: data, recipe: RunRecipe(components: 3, rule: rule, seed: seed),
        size: Size(width: 200, height: 60))
      for keys in ["Space Space Space", "G Escape"] {
        await state.press(keys)
        for row in words(state, columns: 121..<200, /^[●▲■] [123]/) {
          #expect(row.count == 10, "\(row)")
        }
      }
    }
  }

  @Test(arguments: units)
  func `stay apart in the ledger and among the numbers`(scale: Double, offset: Double) async throws
  {
    let state = try await AppState.clouds(times: scale, plus: offset).after("2 Space Space e")
    let rows = words(state, columns: 0..<80, /^[EM] \d/)
    #expect(rows.count == 3)
    for row in rows { #expect(row.count == 8, "\(row)") }
  }

  @Test(arguments: units, [38, 66])
  func `stay apart in Bayes' rule, its sum too`(unit: (Double, Double), width: Int) {
    let (scale, offset) = unit
    let mixture = GaussianMixture(
      components: [(1.0, 1.0), (6.0, 3.0)].compactMap {
        GaussianComponent(
          weight: 0.5, mean: Point(x: scale * $0.0 + offset, y: scale * $0.1),
          covariance: (scale * scale) * Covariance2(xx: 0.8, xy: 0.1, yy: 0.3))
      })
    for x in [1, 3.5, 12, 25, 33, 60, 400, 1e5] {
      let pane = PosteriorPane(
        number: 0, count: 1,
        terms: BayesTerms(of: Point(x: scale * x + offset, y: scale), under: mixture),
        responsibilities: nil, isCurrent: true, criterion: .logLikelihood,
        theme: Theme(colors: .none))
      let rows = pane.frame(size: Size(width: width, height: 14)).sketch.split(separator: "\n")
      for row in rows where row.hasPrefix("●") || row.hasPrefix("▲") {
        #expect(row.split(separator: " ").count == 7, "\(x): \(row)")
      }
      let sum = rows.first { $0.contains(/^ +Σ/) }
      #expect(sum?.split(separator: " ").count == 3, "\(x): \(sum ?? "")")
    }
  }
}
