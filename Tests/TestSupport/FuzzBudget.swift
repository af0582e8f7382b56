import Foundation

/// How long the tests with random input go on.
public enum FuzzBudget {
  /// As many rounds as usual, or that many times the variable `EMSCOPE_FUZZ`.
  public static func rounds(_ usual: Int) -> Int {
    usual * max(1, ProcessInfo.processInfo.environment["EMSCOPE_FUZZ"].flatMap(Int.init) ?? 1)
  }
}
