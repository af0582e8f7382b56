import TerminalCanvas

/// How many points of each component fall on each cell.
struct CellTally {
  private let size: Size
  private let owners: Int
  private var counts: [Int32]

  /// No points yet, for owners 0 ..< `owners`.
  init(size: Size, owners: Int) {
    self.size = size
    self.owners = owners
    counts = [Int32](repeating: 0, count: size.width * size.height * owners)
  }

  /// Counts a point.
  mutating func add(_ cell: Position, owner: Int) {
    guard cell.x < size.width, cell.y < size.height, cell.x >= 0, cell.y >= 0 else { return }
    counts[(cell.y * size.width + cell.x) * owners + owner] += 1
  }

  /// The owner with most points in a cell, the lowest of equals, and all points in it.
  func winner(_ x: Int, _ y: Int) -> (owner: Int, count: Int)? {
    let start = (y * size.width + x) * owners
    var best = 0
    var total = 0
    for owner in 0..<owners {
      total += Int(counts[start + owner])
      if counts[start + owner] > counts[start + best] { best = owner }
    }
    return total > 0 ? (best, total) : nil
  }
}
