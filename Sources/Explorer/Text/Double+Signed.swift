import TerminalCanvas

extension Double {
  /// The number with a fixed count of decimals and a sign in front, also when it is positive.
  func signed(_ decimals: Int) -> String {
    let text = fixed(decimals)
    return text.hasPrefix("-") || isNaN ? text : "+" + text
  }
}
