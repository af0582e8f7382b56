/// Points that a fit sees, and points that are held out: neither E nor M sees them.
///
/// A split knows nothing of starts: it is drawn with a seed of its own, so that another start is
/// judged by the same points.
public struct PointSplit: Hashable, Sendable {
  /// The numbers of the points that are held out, counted from 0, ascending.
  public let heldOut: [Int]
  /// How many points there are.
  private let count: Int

  /// The numbers of the points that a fit sees, ascending; they are worked out whenever they are asked
  /// for.
  public var seen: [Int] {
    var next = heldOut.makeIterator()
    var apart = next.next()
    return (0..<count).filter { n in
      guard n == apart else { return true }
      apart = next.next()
      return false
    }
  }

  /// The seed that splits are drawn with; starts have small numbers of their own.
  private static let seed: UInt64 = 0x686F_6C64_206F_7574

  /// Holds out a share of some points, drawn at random.
  ///
  /// Of N points max(1, round(N · share)) are held out, and one at least is left. Points count as
  /// points here, whatever they weigh.
  ///
  /// - Parameters:
  ///   - share: How many of the points are held out, between 0 and 1.
  ///   - count: N.
  /// - Throws: ``InvalidInput`` for a share that is no share, and for fewer than two points.
  public init(holdingOut share: Double, of count: Int) throws(InvalidInput) {
    guard share > 0, share < 1 else {
      throw InvalidInput("\(share) of the points cannot be held out; give a share between 0 and 1.")
    }
    guard count > 1 else {
      throw InvalidInput("a point that is held out leaves no other; give at least two points.")
    }
    let wanted = Int((Double(count) * share).rounded())
    let heldOut = Self.shuffled(count).prefix(min(max(1, wanted), count - 1))
    self.init(heldOut: heldOut, of: count)
  }

  private init(heldOut: some Sequence<Int>, of count: Int) {
    self.heldOut = heldOut.sorted()
    self.count = count
  }

  /// Splits of some points in which each is held out once, in folds of equal size to one point.
  ///
  /// - Parameters:
  ///   - folds: How many splits, at least 2 and at most N.
  ///   - count: N.
  /// - Throws: ``InvalidInput`` for any other number of folds.
  public static func folds(_ folds: Int, of count: Int) throws(InvalidInput) -> [PointSplit] {
    try admit(folds: folds, of: count)
    let order = shuffled(count)
    return (0..<folds).map { fold in
      PointSplit(
        heldOut: stride(from: fold, to: count, by: folds).lazy.map { order[$0] }, of: count)
    }
  }

  /// Throws ``InvalidInput`` where so many points cannot make so many folds.
  static func admit(folds: Int, of count: Int) throws(InvalidInput) {
    guard folds >= 2, folds <= count else {
      throw InvalidInput(
        count < 2
          ? "\(count) points have no folds; give at least two points."
          : "\(count) points cannot make \(folds) folds; ask for 2 to \(count).")
    }
  }

  /// The numbers 0 ..< `count` in a random order (Fisher & Yates 1938).
  private static func shuffled(_ count: Int) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    var order = Array(0..<count)
    for n in order.indices.dropLast() {
      order.swapAt(n, n + generator.index(below: count - n))
    }
    return order
  }
}

extension LatentLabelModel {
  /// What the model is worth on points that it need not have seen: L per point in nats, or −J per
  /// point in the hard limit, each point counting as often as its weight says.
  ///
  /// - Parameter points: The points, at least one.
  package func objectivePerPoint(over points: PointSet) -> Double {
    expectation(over: points, observed: nil).objective / points.totalWeight
  }
}
