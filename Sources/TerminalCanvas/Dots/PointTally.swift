/// Points gathered by the cells of a plot: which dots they set, how many there are, and whose.
///
/// Gathering is one pass with a subtraction and a product for each coordinate, so that a million
/// points take a few milliseconds; what is drawn afterwards depends on the cells alone.
public struct PointTally: Sendable {
  /// The points on one cell.
  public struct Cell: Hashable, Sendable {
    /// The dots that are set, as the low byte of Unicode's braille patterns.
    public let dots: UInt8
    /// The owner who has most points here, the lowest of equals.
    public let owner: Int
    /// How many points there are, all owners' together.
    public let count: Int
    /// The first point of the cell, by its place in the arrays.
    public let first: Int

    /// The braille pattern of the dots.
    public var glyph: Character { BrailleCell.glyph(of: dots) }
  }

  /// The plot's size in cells.
  public let size: Size
  private let owners: Int
  private let grid: DotGrid
  private var dots: [UInt8]
  private var firsts: [Int32]
  private var counts: [Int32]

  /// The points (xs[n], ys[n]) that a view shows.
  ///
  /// - Parameters:
  ///   - xs: The first coordinates.
  ///   - ys: The second coordinates.
  ///   - labels: The owner of each point, below `owners`; without labels all belong to owner 0.
  ///   - owners: How many owners there are.
  ///   - viewport: The view.
  /// - Precondition: The arrays have equal length.
  /// - Complexity: O(*n*) for *n* points.
  public init(
    xs: [Double], ys: [Double], labels: [UInt8]? = nil, owners: Int = 1, in viewport: Viewport
  ) {
    precondition(xs.count == ys.count && labels?.count ?? xs.count == xs.count)
    size = viewport.size
    grid = DotGrid(viewport)
    self.owners = max(1, owners)
    let cells = size.width * size.height
    dots = Array(repeating: 0, count: cells)
    firsts = Array(repeating: -1, count: cells)
    counts = Array(repeating: 0, count: cells * self.owners)
    guard cells > 0 else { return }
    gather(xs, ys, labels, grid)
  }

  private mutating func gather(
    _ xs: [Double], _ ys: [Double], _ labels: [UInt8]?, _ grid: DotGrid
  ) {
    let (width, owners) = (size.width, owners)
    for n in xs.indices {
      guard let (x, y) = grid.dot(xs[n], ys[n]) else { continue }
      let cell = (y >> 2) * width + (x >> 1)
      if firsts[cell] < 0 { firsts[cell] = Int32(truncatingIfNeeded: n) }
      dots[cell] |= BrailleCanvas.bit(x & 1, y & 3)
      let owner = labels.map { min(Int($0[n]), owners - 1) } ?? 0
      counts[cell * owners + owner] &+= 1
    }
  }

  /// The numbers of the points on each cell, by `y * width + x`.
  ///
  /// - Parameters:
  ///   - xs: The coordinates that were gathered.
  ///   - ys: The other ones, as many.
  /// - Complexity: O(*n*).
  public func members(_ xs: [Double], _ ys: [Double]) -> [Int: [Int]] {
    var members: [Int: [Int]] = [:]
    for n in xs.indices {
      guard let (x, y) = grid.dot(xs[n], ys[n]) else { continue }
      members[(y >> 2) * size.width + (x >> 1), default: []].append(n)
    }
    return members
  }

  /// The points on the cell in column `x` of row `y`; `nil` where there are none, and outside.
  public subscript(x: Int, y: Int) -> Cell? {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return nil }
    let cell = y * size.width + x
    guard dots[cell] != 0 else { return nil }
    var best = 0
    var total = 0
    for owner in 0..<owners {
      let count = Int(counts[cell * owners + owner])
      total += count
      if count > Int(counts[cell * owners + best]) { best = owner }
    }
    return Cell(dots: dots[cell], owner: best, count: total, first: Int(firsts[cell]))
  }
}

/// The dots of a viewport, reached with a subtraction and a product for each coordinate.
struct DotGrid {
  private let columns: Double
  private let rows: Double
  private let left: Double
  private let top: Double
  private let perX: Double
  private let perY: Double

  init(_ viewport: Viewport) {
    (columns, rows) = (Double(viewport.size.width * 2), Double(viewport.size.height * 4))
    (left, top) = (viewport.x.lowerBound, viewport.y.upperBound)
    perX = max(1, columns - 1) / viewport.x.halfLength / 2
    perY = max(1, rows - 1) / viewport.y.halfLength / 2
  }

  /// The dot of a point, `nil` outside.
  @inline(__always)
  func dot(_ x: Double, _ y: Double) -> (x: Int, y: Int)? {
    let column = (x - left) * perX + 0.5
    let row = (top - y) * perY + 0.5
    guard column >= 0, row >= 0, column < columns, row < rows else { return nil }
    return (Int(column), Int(row))
  }
}
