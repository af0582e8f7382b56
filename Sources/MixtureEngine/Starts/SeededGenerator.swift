import RealModule

/// The random numbers of the program: xoshiro256\*\*, seeded by SplitMix64.
///
/// Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47:36 (2021).
/// Equal seeds give equal sequences on every machine.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// A generator whose whole sequence is determined by `seed`.
  public init(seed: UInt64) {
    var state = seed
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    s0 = next()
    s1 = next()
    s2 = next()
    s3 = next()
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let product = s1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }
}

// The standard library's own draws may change between its releases; these may not.
extension SeededGenerator {
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
