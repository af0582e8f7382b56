import MixtureEngine
import TerminalCanvas

/// The points, as marks or as dots.
struct PointLayer {
  var points: PointSet
  /// The component of each point, or `nil` before the first E-step.
  var labels: [UInt8]?
  /// The number of components K.
  var components = 1
  /// The responsibilities of a point by its number, where colours are to be blended by them.
  var responsibilities: ((Int) -> [Double]?)?
  var viewport: Viewport

  func draw(on frame: inout Frame, as drawing: PlotOptions.Drawing, theme: Theme) {
    let tally = PointTally(
      xs: points.xs, ys: points.ys, labels: labels, owners: components, in: viewport)
    let inks = PointInks(areLabelled: labels != nil, responsibilities: responsibilities)
    switch drawing {
    case .marks: MarkLayer(tally: tally, inks: inks).draw(on: &frame, theme: theme)
    case .dots: DotLayer(tally: tally, inks: inks).draw(on: &frame, theme: theme)
    }
  }
}

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

/// Many points: braille dots, and blocks of growing weight where dots no longer tell the density.
struct DotLayer {
  var tally: PointTally
  var inks: PointInks

  /// From this many points in a cell on, all eight dots are likely set.
  private static let crowded = 24

  func draw(on frame: inout Frame, theme: Theme) {
    let most = densest
    for y in 0..<tally.size.height {
      for x in 0..<tally.size.width {
        guard let cell = tally[x, y] else { continue }
        let ink = inks.ink(of: cell, theme: theme)
        frame[x, y] = Cell(
          ink.isUndecided ? ink.mark : Self.glyph(cell, most: most), style: ink.style)
      }
    }
  }

  private var densest: Int {
    var most = 0
    for y in 0..<tally.size.height {
      for x in 0..<tally.size.width { most = max(most, tally[x, y]?.count ?? 0) }
    }
    return most
  }

  /// Dots below the crowd; above it, a share of the way to the densest cell on a logarithmic
  /// scale chooses the block.
  private static func glyph(_ cell: PointTally.Cell, most: Int) -> Character {
    guard cell.count >= crowded, most > crowded else { return cell.glyph }
    let doublings = (cell.count / crowded).leadingOne
    let all = (most / crowded).leadingOne
    return all == 0 || doublings * 3 < all ? "⣿" : doublings * 3 < all * 2 ? "▓" : "█"
  }
}

extension Int {
  /// The position of the highest bit, ⌊log₂⌋; 0 for numbers below 2.
  fileprivate var leadingOne: Int { self < 2 ? 0 : Int.bitWidth - 1 - leadingZeroBitCount }
}
