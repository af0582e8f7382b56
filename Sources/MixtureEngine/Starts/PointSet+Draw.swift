extension PointSet {
  /// The number of one point at random, in proportion to the weights.
  ///
  /// - Precondition: There are points.
  func draw(_ generator: inout SeededGenerator) -> Int {
    weights.map { generator.index(inProportionTo: $0) } ?? generator.index(below: count)
  }
}

extension SeededGenerator {
  /// A position drawn in proportion to shares; one of share 0 is never drawn.
  ///
  /// - Precondition: Shares are not negative, and one of them is positive.
  mutating func index(inProportionTo shares: [Double]) -> Int {
    let threshold = unit() * shares.reduce(0, +)
    var sum = 0.0
    var chosen: Int?
    for n in shares.indices where shares[n] > 0 {
      sum += shares[n]
      chosen = n
      if sum > threshold { break }
    }
    guard let chosen else { preconditionFailure("a draw needs at least one outcome") }
    return chosen
  }
}
