import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

/// What the plot offers where points are on a line.
@Suite struct `The plot of points on a line` {
  private func coins() throws -> AppState {
    let data = try #require(BuiltInDataSet.named("coins")).load()
    return try AppState(
      data: data, recipe: RunRecipe(kind: .coins, components: 2),
      size: Size(width: 80, height: 24))
  }

  @Test(arguments: PlotOption.allCases)
  func `does what is chosen, or says why not`(option: PlotOption) async throws {
    let before = try coins()
    let after = await before.after("o \(option.rawValue)")
    guard option.refusalOnALine != nil else {
      #expect(after.notice == nil && after.plot.options != before.plot.options)
      return
    }
    #expect(after.plot.options == before.plot.options)
    let notice = try #require(after.notice)
    #expect(notice.text == option.refusalOnALine && notice.text.count <= 80)
    #expect(await before.after("o").shows("\(option.rawValue)  not here"))
  }

  @Test func `shows whose each part is`() async throws {
    let before = try await coins().after("1 e")
    let after = await before.after("o r")
    let regions = after.frame().text.split(separator: "\n").first { $0.contains("━━━") }
    let row = try #require(regions)
    #expect(row.contains("╂") && !before.frame().text.contains("━━━"))
  }

  @Test func `has no lengths to standardise for coins, and says so`() async throws {
    let before = try coins()
    for (key, words) in [("S", "goes by no lengths"), ("c", "no structure of covariances")] {
      let after = await before.after(key)
      #expect(after.recipe == before.recipe && after.notice?.text.contains(words) == true)
    }
    let spread = await before.after("I Down Enter")
    #expect(spread.recipe == before.recipe && spread.shows("begins without covariances"))
  }
}
