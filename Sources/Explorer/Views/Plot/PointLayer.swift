import MixtureEngine
import TerminalCanvas

/// The points, as marks or as dots.
struct PointLayer {
  /// The points by cells.
  let tally: PointTally
  private let points: PointSet
  private let viewport: Viewport
  private let inks: PointInks

  /// A layer of some points.
  ///
  /// - Parameters:
  ///   - labels: The component of each point, or `nil` before the first E-step.
  ///   - components: The number of components K.
  ///   - responsibilities: The responsibilities of a point, by its number.
  ///   - blends: Whether colours are mixed by them everywhere.
  init(
    points: PointSet, labels: [UInt8]? = nil, components: Int = 1,
    responsibilities: ((Int) -> [Double]?)? = nil, blends: Bool = false, viewport: Viewport
  ) {
    (self.points, self.viewport) = (points, viewport)
    tally = PointTally(
      xs: points.xs, ys: points.ys, labels: labels, owners: components, in: viewport)
    inks = PointInks(
      areLabelled: labels != nil, responsibilities: responsibilities, blends: blends)
  }

  func draw(on frame: inout Frame, as drawing: PlotOptions.Drawing, theme: Theme) {
    switch drawing {
    case .marks: drawMarks(on: &frame, theme: theme)
    case .dots: DotLayer(tally: tally, inks: inks).draw(on: &frame, theme: theme)
    }
  }

  /// The mark of a cell, by its first point; `nil` where there are no points.
  func mark(at position: Position, theme: Theme) -> Cell? {
    tally[position.x, position.y].map { cell in
      let ink = inks.ink(of: cell, [cell.first], theme: theme)
      return Cell(ink.mark, style: ink.style)
    }
  }

  /// From this many points on, a cell is told by one of its points alone.
  private static let many = 20_000

  private func drawMarks(on frame: inout Frame, theme: Theme) {
    let members = points.count < Self.many ? tally.members(points.xs, points.ys) : nil
    for y in 0..<tally.size.height {
      for x in 0..<tally.size.width {
        guard let cell = tally[x, y] else { continue }
        let numbers = members?[y * tally.size.width + x] ?? [cell.first]
        let ink = inks.ink(of: cell, numbers, theme: theme)
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
        frame[x, y] = Cell(
          Self.glyph(cell, most: most), style: inks.style(of: cell, theme: theme))
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
