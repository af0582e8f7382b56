import MixtureEngine

/// Which optima are neighbours on a map of the basins, along how much of a border, and how large each
/// is.
struct MapNeighbours: Sendable {
  private var areas: [Int: Int] = [:]
  private var borders: [Int: [Int: Int]] = [:]

  /// - Parameter numbers: The number of each of the map's optima.
  init(on map: BasinMap, numbers: [Int]) {
    var above = [Int?](repeating: nil, count: map.columns)
    for row in 0..<map.rows {
      var left: Int?
      for column in 0..<map.columns {
        let cell = map.nearest(to: GridCell(column: column, row: row))
        let here = cell?.optimum.map { numbers[$0] }
        if let here { areas[here, default: 0] += 1 }
        meet(here, left)
        meet(here, above[column])
        (left, above[column]) = (here, here)
      }
    }
  }

  private mutating func meet(_ a: Int?, _ b: Int?) {
    guard let a, let b, a != b else { return }
    borders[a, default: [:]][b, default: 0] += 1
    borders[b, default: [:]][a, default: 0] += 1
  }

  /// Colours for all that are on the map, so that neighbours differ as far as the colours go.
  ///
  /// The largest choose first, each the colour of its own number unless that is a neighbour's, and
  /// the one with which it shares least of its border where all are taken (in the order of Welsh &
  /// Powell 1967).
  ///
  /// - Parameter count: How many colours there are, at least one.
  /// - Returns: For each number on the map the number of its colour.
  func colors(_ count: Int) -> [Int: Int] {
    var colors: [Int: Int] = [:]
    for (number, _) in areas.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      var shared = [Int](repeating: 0, count: count)
      for (other, length) in borders[number] ?? [:] {
        if let color = colors[other] { shared[color] += length }
      }
      let wishes = (0..<count).map { (number + $0) % count }
      colors[number] = wishes.min { shared[$0] < shared[$1] } ?? 0
    }
    return colors
  }
}
