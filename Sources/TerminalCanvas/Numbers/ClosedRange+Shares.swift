/// Arithmetic of ranges in halves, so that even the widest range has a finite length.
extension ClosedRange<Double> {
  var halfLength: Double { upperBound / 2 - lowerBound / 2 }

  /// Says whether a thousand places between the ends are different numbers.
  var isResolvable: Bool {
    halfLength.isFinite && halfLength > 1000 * Swift.max(abs(lowerBound), abs(upperBound)).ulp
  }

  func share(of value: Double) -> Double {
    (value / 2 - lowerBound / 2) / halfLength
  }

  func value(at share: Double) -> Double {
    lowerBound + halfLength * share * 2
  }

  func scaled(by factor: Double, around center: Double) -> ClosedRange? {
    let lower = center - (center - lowerBound) * factor
    let upper = center + (upperBound - center) * factor
    guard lower.isFinite, upper.isFinite, lower <= upper else { return nil }
    return lower...upper
  }

  func shifted(by share: Double) -> ClosedRange? {
    let way = halfLength * share * 2
    guard (lowerBound + way).isFinite, (upperBound + way).isFinite else { return nil }
    return (lowerBound + way)...(upperBound + way)
  }
}
