import TerminalCanvas

/// Where the letters of a map's regions stand: in each region that has room for one, as far from its
/// border as can be.
struct RegionLabels {
  /// The regions' numbers and the cells of their labels, row by row; a number may have several
  /// regions.
  private(set) var places: [(region: Int, cell: Int)] = []
  private let width: Int

  /// Regions of fewer cells have no label.
  private static let leastCells = 6

  /// - Parameters:
  ///   - regions: The number of the region that each cell belongs to as a whole, row by row; `nil`
  ///     where there is none.
  ///   - size: The map's size in cells.
  init(_ regions: [Int?], size: Size) {
    width = size.width
    let depths = depths(regions)
    var seen = [Bool](repeating: false, count: regions.count)
    var found: [(region: Int, best: Int, count: Int)] = []
    for start in regions.indices where !seen[start] {
      guard let number = regions[start] else { continue }
      var (pending, best, count) = ([start], start, 0)
      seen[start] = true
      while let next = pending.popLast() {
        count += 1
        if (depths[next], -next) > (depths[best], -best) { best = next }
        forNeighbours(of: next, among: regions.count) { other in
          guard !seen[other], regions[other] == number else { return }
          seen[other] = true
          pending.append(other)
        }
      }
      found.append((number, best, count))
    }
    places = found.filter { $0.count >= Self.leastCells }.map { ($0.region, $0.best) }
  }

  /// How far each cell is from the nearest of another region, in steps to the side, up or down.
  private func depths(_ regions: [Int?]) -> [Int] {
    var depths = [Int](repeating: 0, count: regions.count)
    var edge = regions.indices.filter { index in
      var inside = 0
      forNeighbours(of: index, among: regions.count) {
        if regions[$0] == regions[index] { inside += 1 }
      }
      return inside < 4
    }
    var depth = 1
    for index in edge { depths[index] = depth }
    while !edge.isEmpty {
      depth += 1
      var inner: [Int] = []
      for index in edge {
        forNeighbours(of: index, among: regions.count) { other in
          guard depths[other] == 0 else { return }
          depths[other] = depth
          inner.append(other)
        }
      }
      edge = inner
    }
    return depths
  }

  private func forNeighbours(of index: Int, among count: Int, _ visit: (Int) -> Void) {
    let x = index % width
    if x > 0 { visit(index - 1) }
    if x + 1 < width { visit(index + 1) }
    if index >= width { visit(index - width) }
    if index + width < count { visit(index + width) }
  }
}
