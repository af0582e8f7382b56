import MixtureEngine
import TerminalCanvas

extension Path {
  /// What the iterations of a trace gained, at most so many of them evenly spaced: (iteration, gain);
  /// not a number where it is no more than rounding.
  ///
  /// - Parameter falls: Whether the objective of the trace falls, as J does.
  func gains(most: Int, falls: Bool) -> [Point] {
    guard points.count > 1 else { return [] }
    return Sparkline.sample(1..<points.count, width: most).map { number in
      let change = points[number].y - points[number - 1].y
      let gain = falls ? -change : change
      let isRounding = gain <= 1e-14 * abs(points[number].y)
      return Point(x: Double(number), y: isRounding ? .nan : gain)
    }
  }
}

extension ClosedRange<Double> {
  /// The powers of ten from the lowest bar of some gains to the highest: at least three, so that gains
  /// that differ little look so.
  static func decades(of gains: [Point]) -> ClosedRange {
    let known = gains.map(\.y.decades).filter(\.isFinite)
    guard let low = known.min(), let high = known.max() else { return 0...1 }
    return Swift.min(low, high - 3)...high
  }
}
