import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `On the map of the basins` {
  /// How the region of an optimum looks: its cells in a block that has every kind of place.
  private func region(_ optimum: Int, after iterations: Int, _ theme: Theme) -> [Cell] {
    let glyph = BasinGlyph(iterations: 1...100, theme: theme)
    return (0..<6).flatMap { column in
      (0..<3).map { row in
        glyph.cell(
          BasinMap.Cell(optimum: optimum, iterations: iterations),
          at: GridCell(column: column, row: row))
      }
    }
  }

  @Test(arguments: ColorDepth.allCases, Theme.Scheme.allCases)
  func `every optimum differs from every other, also where they are more than the colours`(
    colors: ColorDepth, scheme: Theme.Scheme
  ) {
    let theme = Theme(colors: colors, scheme: scheme)
    for iterations in [1, 20, 100] {
      let regions = (0..<36).map { region($0, after: iterations, theme) }
      #expect(Set(regions).count == regions.count, "after \(iterations)")
    }
  }

  @Test func `an optimum's colour is no component's`() {
    for scheme in Theme.Scheme.allCases {
      let theme = Theme(colors: .palette256, scheme: scheme)
      #expect(Set(theme.optima).isDisjoint(with: theme.components), "\(scheme)")
    }
  }
}
