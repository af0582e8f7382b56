import MixtureEngine
import TerminalCanvas

/// Few points: one mark in each cell, larger where several points fall on it.
struct MarkLayer {
  var tally: PointTally
  var inks: PointInks

  func draw(on frame: inout Frame, theme: Theme) {
    for y in 0..<tally.size.height {
      for x in 0..<tally.size.width {
        guard let cell = tally[x, y] else { continue }
        let ink = inks.ink(of: cell, theme: theme)
        frame[x, y] = Cell(ink.mark, style: ink.style.crowded(by: cell.count))
      }
    }
  }
}

extension Style {
  /// The style of a mark that stands for so many points, heavier from ten and from a hundred on.
  fileprivate func crowded(by count: Int) -> Style {
    var heavier = self
    heavier.bold = bold || count >= 10
    heavier.reverse = reverse || count >= 100
    return heavier
  }
}
