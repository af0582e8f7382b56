import MixtureEngine

/// Colours for the optima on a map, so that neighbours differ as far as the colours go.
///
/// The largest choose first, each the colour of its own number unless that is a neighbour's, and the
/// one with which it shares least of its border where all are taken (Welsh & Powell 1967).
struct MapColors {
  /// The number of the colour of each number that is on the map.
  private(set) var colors: [Int: Int] = [:]

  /// - Parameters:
  ///   - numbers: The number of each of the map's optima.
  ///   - count: How many colours there are, at least one.
  init(of map: BasinMap, numbers: [Int], count: Int) {
    func number(_ column: Int, _ row: Int) -> Int? {
      map.nearest(to: GridCell(column: column, row: row))?.optimum.map { numbers[$0] }
    }
    var borders: [Int: [Int: Int]] = [:]
    var areas: [Int: Int] = [:]
    func meet(_ a: Int, _ b: Int?) {
      guard let b, a != b else { return }
      borders[a, default: [:]][b, default: 0] += 1
      borders[b, default: [:]][a, default: 0] += 1
    }
    for row in 0..<map.rows {
      for column in 0..<map.columns {
        guard let here = number(column, row) else { continue }
        areas[here, default: 0] += 1
        if column + 1 < map.columns { meet(here, number(column + 1, row)) }
        if row + 1 < map.rows { meet(here, number(column, row + 1)) }
      }
    }
    for (number, _) in areas.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      var shared = [Int](repeating: 0, count: count)
      for (other, length) in borders[number] ?? [:] {
        if let color = colors[other] { shared[color] += length }
      }
      let wishes = (0..<count).map { (number + $0) % count }
      colors[number] = wishes.min { shared[$0] < shared[$1] } ?? 0
    }
  }
}
