import MixtureEngine
import TerminalCanvas

/// How a cell of the basin map looks: colour and letter say the optimum, shade the iterations.
///
/// An optimum with a colour of its own has blocks from light to full, which say how long the run
/// takes, and a letter here and there, so that regions can be told apart without their colours. Where
/// there are more optima than colours, or none, every cell is the letter of its optimum: small for
/// short runs, capital for long ones.
struct BasinGlyph {
  /// The least and the greatest number of iterations on the map.
  var iterations: ClosedRange<Int>
  var theme: Theme

  private static let shades = Array("░▒▓█")

  /// The cell of the screen for a cell of the map.
  func cell(_ cell: BasinMap.Cell, at place: GridCell) -> Cell {
    guard let optimum = cell.optimum else { return Cell("×", style: theme.style(.alert)) }
    let shade = shade(cell.iterations)
    var style = theme.style(OptimumLook.role(optimum))
    let letter = OptimumLook.letter(optimum)
    if optimum < theme.optima.count {
      let isLabelled = place.column % 6 == 3 && place.row % 3 == 1
      return Cell(isLabelled ? letter : Self.shades[shade], style: style)
    }
    style.dim = shade == 0
    style.bold = shade == 3
    return Cell(shade < 2 ? Character(letter.lowercased()) : letter, style: style)
  }

  /// From 0 for the shortest runs to 3 for the longest, in equal ratios.
  private func shade(_ count: Int) -> Int {
    let low = Double(max(1, iterations.lowerBound))
    let ratio = Double(max(1, iterations.upperBound)) / low
    let half = ratio.squareRoot()
    let quarter = half.squareRoot()
    return [quarter, half, half * quarter].filter { Double(count) > low * $0 }.count
  }

  /// What the shades mean, in one line.
  var legend: String {
    let range = "\(iterations.lowerBound) to \(iterations.upperBound) iterations"
    return theme.optima.isEmpty ? "a few, A many: \(range)" : "░▒▓█ \(range)"
  }
}
