import MixtureEngine
import TerminalCanvas

/// Many points: braille dots, and blocks of growing weight where dots no longer tell the density.
struct DotLayer {
  var points: PointSet
  var labels: [UInt8]?
  var viewport: Viewport

  /// From this many points in a cell on, all eight dots are likely set.
  private static let crowded = 24

  func draw(on frame: inout Frame, theme: Theme) {
    var canvas = BrailleCanvas(size: viewport.size, owners: 16)
    for n in 0..<points.count {
      canvas.set(
        viewport.dot(points.xs[n], points.ys[n]), owner: labels.map { Int($0[n]) },
        layer: .points)
    }
    let most = densest(in: canvas)
    frame.draw(canvas, at: .zero) { cell in
      let style = theme.style(cell.owner.map { .component($0) } ?? .unassigned)
      return Cell(Self.glyph(cell, most: most), style: style)
    }
  }

  private func densest(in canvas: BrailleCanvas) -> Int {
    var most = 0
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width { most = max(most, canvas[x, y]?.count ?? 0) }
    }
    return most
  }

  /// Dots below the crowd; above it, a share of the way to the densest cell on a logarithmic
  /// scale chooses the block.
  private static func glyph(_ cell: BrailleCell, most: Int) -> Character {
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
