/// A picture made of braille dots, two columns and four rows of them in each cell.
///
/// **Who owns a cell.** A cell has eight dots but one style. All dots set in it are shown,
/// whoever set them. The cell belongs to the topmost layer that has a dot in it, and within that
/// layer to the owner who set most; of equals, to the one with the lowest number (`nil`, nobody,
/// comes first). Where owners lie over each other, it belongs to the one who was drawn last.
public struct BrailleCanvas: Sendable {
  /// The order of drawing: points lie over curves, marks over points.
  public enum Layer: UInt8, Hashable, Sendable, Comparable {
    /// Shading, axes, contours.
    case background = 1
    /// Lines and outlines.
    case curve
    /// The data.
    case points
    /// Marks that must be seen.
    case marks

    /// Orders layers from bottom to top.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whose a cell is that owners of one layer share.
  public enum Sharing: Hashable, Sendable {
    /// His who set most dots in it, whatever the order of drawing.
    case most
    /// His who was drawn last, as paint covers paint: a line over others is whole then, however many
    /// dots they have in its cells. Each owner is drawn in one go.
    case last
  }

  /// The canvas's size in cells.
  public let size: Size
  /// The canvas's size in dots.
  public var dots: Size { Size(width: size.width * 2, height: size.height * 4) }

  private var masks: [UInt8]
  private var layers: [UInt8]
  /// For each cell a row of counters, one for each owner seen so far; the first is nobody's.
  private var counts: [Int32]
  private var counters: Int
  /// Where owners cover each other: for each cell the dots that are not its owner's, and whose the
  /// last of them are, as a number of a counter.
  private var covered: [(dots: UInt8, counter: Int)]

  /// An empty canvas of a size in cells.
  ///
  /// - Parameters:
  ///   - size: The size in cells.
  ///   - owners: How many owners to make room for; more are welcome when they come.
  ///   - sharing: Whose a cell is that owners of one layer share.
  public init(size: Size, owners: Int = 4, sharing: Sharing = .most) {
    let cells = size.width * size.height
    self.size = size
    masks = Array(repeating: 0, count: cells)
    layers = Array(repeating: 0, count: cells)
    counters = max(0, owners) + 1
    counts = Array(repeating: 0, count: cells * counters)
    covered = sharing == .last ? Array(repeating: (0, 0), count: cells) : []
  }

  /// Sets the dot in column `x` and row `y` of the dots; outside the canvas nothing happens.
  ///
  /// - Parameters:
  ///   - x: The column, counted in dots.
  ///   - y: The row, counted in dots.
  ///   - owner: Whose dot it is, from zero on, such as the number of a component.
  ///   - layer: The layer of the dot; it covers the layers below.
  public mutating func set(_ x: Int, _ y: Int, owner: Int? = nil, layer: Layer = .points) {
    guard x >= 0, y >= 0, x < size.width * 2, y < size.height * 4 else { return }
    let cell = (y >> 2) * size.width + (x >> 1)
    let bit = Self.bit(x & 1, y & 3)
    defer { masks[cell] |= bit }
    guard layer.rawValue >= layers[cell] else { return }
    let counter = max(-1, owner ?? -1) + 1
    if counter >= counters { makeRoom(for: counter) }
    if !covered.isEmpty {
      if layer.rawValue > layers[cell] || counts[cell * counters + counter] == 0 {
        cover(cell)
      }
      covered[cell].dots &= ~bit
    }
    if layer.rawValue > layers[cell] {
      layers[cell] = layer.rawValue
      for index in cell * counters..<(cell + 1) * counters { counts[index] = 0 }
    }
    counts[cell * counters + counter] &+= 1
  }

  /// Sets the dot nearest to a place; outside the canvas nothing happens.
  public mutating func set(_ point: DotPoint, owner: Int? = nil, layer: Layer = .points) {
    guard point.isFinite, abs(point.x) < 1e9, abs(point.y) < 1e9 else { return }
    set(Int(point.x.rounded()), Int(point.y.rounded()), owner: owner, layer: layer)
  }

  /// The cell in column `x` of row `y`, or `nil` if no dot is set there.
  public subscript(x: Int, y: Int) -> BrailleCell? {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return nil }
    let cell = y * size.width + x
    guard masks[cell] != 0, let layer = Layer(rawValue: layers[cell]) else { return nil }
    let row = counts[cell * counters..<(cell + 1) * counters]
    var winner = row.startIndex
    var total = 0
    for index in row.indices {
      total += Int(row[index])
      if row[index] > row[winner] { winner = index }
    }
    let below = covered.isEmpty ? (dots: 0, counter: 0) : covered[cell]
    return BrailleCell(
      dots: masks[cell], layer: layer, owner: Self.owner(winner - row.startIndex), count: total,
      coveredDots: below.dots, coveredOwner: Self.owner(below.counter))
  }

  /// The owner whose counter has a number.
  private static func owner(_ counter: Int) -> Int? { counter == 0 ? nil : counter - 1 }

  /// Takes the cell from its owner, if it has one, whose dots stay.
  private mutating func cover(_ cell: Int) {
    let row = cell * counters..<(cell + 1) * counters
    guard masks[cell] != 0, let last = row.first(where: { counts[$0] > 0 }) else { return }
    covered[cell] = (masks[cell], last - row.lowerBound)
    for index in row { counts[index] = 0 }
  }

  /// The bit of Unicode's braille patterns for a dot of a cell.
  static func bit(_ column: Int, _ row: Int) -> UInt8 {
    row == 3 ? 0x40 << UInt8(column) : 1 << UInt8(row + 3 * column)
  }

  private mutating func makeRoom(for counter: Int) {
    let wider = max(counter + 1, counters * 2)
    var moved = [Int32](repeating: 0, count: masks.count * wider)
    for cell in masks.indices {
      for index in 0..<counters { moved[cell * wider + index] = counts[cell * counters + index] }
    }
    counts = moved
    counters = wider
  }
}

/// The contents of a cell of a braille canvas.
public struct BrailleCell: Hashable, Sendable {
  /// The dots that are set, as the low byte of Unicode's braille patterns.
  public let dots: UInt8
  /// The topmost layer that has a dot in the cell.
  public let layer: BrailleCanvas.Layer
  /// Whose cell it is; `nil` when it is nobody's.
  public let owner: Int?
  /// How many times a dot was set in the topmost layer: the density, for a layer of points.
  public let count: Int
  /// The dots that are not the owner's, where owners cover each other.
  let coveredDots: UInt8
  /// Whose those dots are.
  let coveredOwner: Int?

  /// The dots in the cell that are another's, where owners cover each other, as a cell of theirs;
  /// `nil` where all are the owner's.
  public var covered: BrailleCell? {
    guard coveredDots != 0 else { return nil }
    return BrailleCell(
      dots: coveredDots, layer: layer, owner: coveredOwner, count: coveredDots.nonzeroBitCount,
      coveredDots: 0, coveredOwner: nil)
  }

  /// The braille pattern of the dots.
  public var glyph: Character { Self.glyph(of: dots) }

  /// The braille pattern of some dots.
  ///
  /// - Parameter dots: The low byte of the pattern.
  public static func glyph(of dots: UInt8) -> Character {
    Unicode.Scalar(0x2800 + UInt32(dots)).map(Character.init) ?? " "
  }
}

extension Frame {
  /// Draws the cells of a canvas that have dots, clipped at the frame; the others stay as they
  /// are.
  ///
  /// - Parameters:
  ///   - canvas: The canvas.
  ///   - position: Where its upper left cell is in the frame.
  ///   - cell: Says how a cell of the canvas looks; `nil` leaves the frame's own.
  public mutating func draw(
    _ canvas: BrailleCanvas, at position: Position, as cell: (BrailleCell) -> Cell?
  ) {
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        guard let dots = canvas[x, y], let shown = cell(dots) else { continue }
        self[position.x + x, position.y + y] = shown
      }
    }
  }

  /// Draws the braille patterns of a canvas, each cell in the style of its owner.
  public mutating func draw(
    _ canvas: BrailleCanvas, at position: Position, style: (BrailleCell) -> Style = { _ in .plain }
  ) {
    draw(canvas, at: position) { dots in
      var cell = Cell(dots.glyph, style: style(dots))
      if let covered = dots.covered {
        cell.covered = CoveredDots(covered.dots, ink: style(covered).foreground)
      }
      return cell
    }
  }
}

/// A place on a braille canvas, counted in dots from the upper left one; may lie between dots.
public struct DotPoint: Hashable, Sendable {
  /// Dots to the right of the first column.
  public var x: Double
  /// Dots below the first row.
  public var y: Double

  /// The place `x` dots to the right and `y` dots down.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Says whether both coordinates are numbers; shapes through other places aren't drawn.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}
