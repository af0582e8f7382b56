import TerminalCanvas

extension Double {
  /// A sum over the points in at most `width` columns.
  ///
  /// Four decimals, fewer where the number is long, and an exponent where it has too many digits.
  func total(_ width: Int) -> String {
    for decimals in [4, 3, 2, 1, 0] {
      let text = fixed(decimals)
      if text.count <= width { return text }
    }
    return digits(6, in: width)
  }

  /// A distance in at most `width` columns; a small one keeps its leading digits.
  func distance(_ width: Int) -> String {
    self == 0 ? "0" : abs(self) < 0.00005 ? digits(3, in: width) : total(width)
  }

  /// A parameter in at most `width` columns; a small one keeps its leading digits.
  func entry(_ width: Int) -> String {
    self == 0 || abs(self) >= 0.01 ? total(width) : digits(4, in: width)
  }

  /// A soft count in at most `width` columns: one decimal, none where it is a whole number.
  func count(_ width: Int) -> String {
    fixed(abs(self - rounded()) < 1e-9 ? 0 : 1, in: width)
  }

  /// A number with so many decimals where that fits into `width` columns, else a parameter.
  func fixed(_ decimals: Int, in width: Int) -> String {
    let text = fixed(decimals)
    return text.count <= width ? text : entry(width)
  }

  /// A change in at most `width` columns, with its sign; a small one keeps its leading digits.
  func change(_ width: Int) -> String {
    guard self != 0 else { return "0" }
    let sign = self < 0 ? "-" : "+"
    return sign + abs(self).distance(width - 1)
  }

  /// As many significant digits as there is room for, at most `most`.
  private func digits(_ most: Int, in width: Int) -> String {
    for count in stride(from: most, to: 1, by: -1) {
      let text = significant(count)
      if text.count <= width { return text }
    }
    let text = significant(1)
    return text.count <= width || abs(self) < 1 ? text : oneDigit
  }

  /// A large number as one digit and an exponent, such as `6e5`.
  private var oneDigit: String {
    var (digit, exponent) = (abs(self), 0)
    while digit >= 9.5, digit.isFinite { (digit, exponent) = (digit / 10, exponent + 1) }
    return (self < 0 ? "-" : "") + "\(digit.fixed(0))e\(exponent)"
  }
}
