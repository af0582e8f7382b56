import TerminalCanvas

extension Double {
  /// A sum over the points in at most `width` columns: four decimals, fewer where the number is
  /// long, and an exponent where it has too many digits.
  func total(_ width: Int) -> String {
    for decimals in [4, 3, 2, 1, 0] {
      let text = fixed(decimals)
      if text.count <= width { return text }
    }
    return significant(max(1, width - 7))
  }

  /// A distance in at most `width` columns; a small one keeps its leading digits.
  func distance(_ width: Int) -> String {
    self == 0 ? "0" : abs(self) < 0.00005 ? significant(max(1, min(3, width - 7))) : total(width)
  }

  /// A parameter in at most `width` columns, with at least two leading digits.
  func entry(_ width: Int) -> String {
    self == 0 || abs(self) >= 0.01 ? total(width) : significant(max(1, min(4, width - 6)))
  }

  /// A change in at most `width` columns, with its sign; a small one keeps its leading digits.
  func change(_ width: Int) -> String {
    guard self != 0 else { return "0" }
    if abs(self) >= 0.00005 {
      for decimals in [4, 3, 2, 1, 0] where signed(decimals).count <= width {
        return signed(decimals)
      }
    }
    let text = significant(max(1, min(3, width - 7)))
    return self > 0 ? "+" + text : text
  }
}
