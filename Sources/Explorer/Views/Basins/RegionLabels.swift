import TerminalCanvas

/// Where the letters of a map's regions stand: in each region that has room for one, as far from its
/// border as can be.
struct RegionLabels {
  /// The regions' numbers and the cells of their labels; a number may have several regions.
  private(set) var places: [(region: Int, cell: Position)] = []

  /// Regions of fewer cells have no label, unless their number has no larger one.
  private static let leastCells = 6

  /// - Parameters:
  ///   - size: The map's size in cells.
  ///   - region: The number of the region that a cell belongs to as a whole, `nil` where there is
  ///     none.
  init(size: Size, region: (Position) -> Int?) {
    let cells = Rect(size).cells.map { (cell: $0, region: region($0)) }
    let depths = Self.depths(cells.map(\.region), width: size.width, height: size.height)
    var seen = [Bool](repeating: false, count: cells.count)
    var found: [(region: Int, best: Int, count: Int)] = []
    for start in cells.indices where !seen[start] {
      guard let number = cells[start].region else { continue }
      var (pending, best, count) = ([start], start, 0)
      seen[start] = true
      while let next = pending.popLast() {
        count += 1
        if (depths[next], -next) > (depths[best], -best) { best = next }
        for other in Self.neighbours(of: next, width: size.width, height: size.height)
        where !seen[other] && cells[other].region == number {
          seen[other] = true
          pending.append(other)
        }
      }
      found.append((number, best, count))
    }
    let largest = Dictionary(found.map { ($0.region, $0.count) }, uniquingKeysWith: max)
    places = found.filter { $0.count >= Self.leastCells || $0.count == largest[$0.region] }
      .map { ($0.region, cells[$0.best].cell) }
  }

  /// How far each cell is from the nearest of another region, in steps to the side, up or down.
  private static func depths(_ regions: [Int?], width: Int, height: Int) -> [Int] {
    var depths = [Int](repeating: 0, count: regions.count)
    var edge = regions.indices.filter { index in
      let (x, y) = (index % width, index / width)
      return x == 0 || y == 0 || x == width - 1 || y == height - 1
        || neighbours(of: index, width: width, height: height).contains {
          regions[$0] != regions[index]
        }
    }
    var depth = 1
    for index in edge { depths[index] = depth }
    while !edge.isEmpty {
      depth += 1
      edge = edge.flatMap { neighbours(of: $0, width: width, height: height) }.filter {
        guard depths[$0] == 0 else { return false }
        depths[$0] = depth
        return true
      }
    }
    return depths
  }

  private static func neighbours(of index: Int, width: Int, height: Int) -> [Int] {
    let (x, y) = (index % width, index / width)
    var all: [Int] = []
    if x > 0 { all.append(index - 1) }
    if x + 1 < width { all.append(index + 1) }
    if y > 0 { all.append(index - width) }
    if y + 1 < height { all.append(index + width) }
    return all
  }
}
