import Foundation

/// The seeds of tests with random input.
///
/// A seed is the argument of its test, so that a failure names it:
///
///     @Test(arguments: FuzzSeed.usual(7))
///     func `random bytes are survived`(seed: UInt64) { … }
public enum FuzzSeed {
  /// The usual seeds; in their place as many from the variable `EMSCOPE_FUZZ_SEED` on, if it is
  /// set, so that its number is the first seed of each test.
  public static func usual(_ seeds: UInt64...) -> [UInt64] {
    let environment = ProcessInfo.processInfo.environment
    guard let first = environment["EMSCOPE_FUZZ_SEED"].flatMap({ UInt64($0) }) else { return seeds }
    return seeds.indices.map { first &+ UInt64($0) }
  }
}
