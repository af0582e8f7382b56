import RealModule

// The standard library's own draws may change between its releases; these may not.
extension RandomNumberGenerator {
  /// A number drawn uniformly from [0, 1), from the upper 53 bits.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number drawn uniformly from 0 ..< `bound`, without bias (Lemire 2019).
  ///
  /// - Precondition: `bound` is positive.
  public mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "a draw needs at least one outcome")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold {
        product = next().multipliedFullWidth(by: range)
      }
    }
    return Int(product.high)
  }

  /// A standard normal number, by the Box–Muller transform.
  public mutating func normal() -> Double {
    let radius = (-2 * Double.log(1 - unit())).squareRoot()
    return radius * .cos(2 * .pi * unit())
  }
}
