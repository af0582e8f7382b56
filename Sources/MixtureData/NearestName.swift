/// The known name that is most like a mistyped one.
///
/// - Returns: `nil` unless at most a third of the letters (and at least one) have to change.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let typed = Array(name.lowercased())
  guard typed.count <= 100 else { return nil }
  let nearest = known.map { (name: $0, distance: editDistance(typed, Array($0))) }
    .min { $0.distance < $1.distance }
  guard let nearest, nearest.distance <= max(1, min(typed.count, nearest.name.count) / 3) else {
    return nil
  }
  return nearest.name
}

/// The number of letters to insert, remove, exchange or swap with their neighbour (optimal string
/// alignment).
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var distance = min(
        previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, beforePrevious[j - 1] + 1)
      }
      row.append(distance)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[b.count]
}
