/// The search for a renumbering of one model's components that makes it agree with another's.
///
/// It is a perfect matching in the graph of pairs that agree, found with augmenting paths
/// (Kuhn 1955), so ties and identical components cannot mislead it.
package struct ComponentMatching {
  private let agree: [[Bool]]
  private var partner: [Int?]

  /// - Parameter agrees: Whether component `a` of one may be component `b` of the other.
  private init(count: Int, agrees: (_ a: Int, _ b: Int) -> Bool) {
    agree = (0..<count).map { a in (0..<count).map { b in agrees(a, b) } }
    partner = [Int?](repeating: nil, count: count)
  }

  /// Whether all components can be paired one to one.
  static func exists(count: Int, agrees: (_ a: Int, _ b: Int) -> Bool) -> Bool {
    if let answer = plainAnswer(count, agrees) { return answer }
    var matching = ComponentMatching(count: count, agrees: agrees)
    return (0..<count).allSatisfy { a in
      var visited = [Bool](repeating: false, count: count)
      return matching.place(a, &visited)
    }
  }

  /// The answer where giving each component the first one left leads to it, as it nearly always does:
  /// without any memory.
  private static func plainAnswer(_ count: Int, _ agrees: (_ a: Int, _ b: Int) -> Bool) -> Bool? {
    guard count <= UInt64.bitWidth else { return nil }
    var taken: UInt64 = 0
    for a in 0..<count {
      let isFree = { (b: Int) in taken & (1 << UInt64(b)) == 0 }
      guard let b = (0..<count).first(where: { isFree($0) && agrees(a, $0) }) else {
        return (0..<count).contains { !isFree($0) && agrees(a, $0) } ? nil : false
      }
      taken |= 1 << UInt64(b)
    }
    return true
  }

  private mutating func place(_ a: Int, _ visited: inout [Bool]) -> Bool {
    for b in partner.indices where agree[a][b] && !visited[b] {
      visited[b] = true
      guard let other = partner[b] else {
        partner[b] = a
        return true
      }
      if place(other, &visited) {
        partner[b] = a
        return true
      }
    }
    return false
  }
}
