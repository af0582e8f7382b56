/// Numbers as text for tables and labels, with the point as decimal separator everywhere.
extension Double {
  /// The number with a fixed count of decimals: `-1119.387` for three.
  ///
  /// Numbers of more than 15 digits are written with an exponent; what isn't a number is `–`, and
  /// infinity `∞`.
  public func fixed(_ decimals: Int) -> String {
    guard isFinite else { return notFinite }
    let places = Swift.min(Swift.max(0, decimals), 15)
    let scaled = (Swift.abs(self) * powerOfTen(places)).rounded()
    guard scaled < 1e15 else { return scientific(decimals) }
    let sign = self < 0 && scaled > 0 ? "-" : ""
    return sign + decimalText(Int(scaled), exponent: -places)
  }

  /// The number with a count of significant digits, as short as can be: `1.5`, `0.031`, `2.1e-7`.
  ///
  /// Numbers from 1e-4 to below 1e6 are written out, others with an exponent.
  public func significant(_ digits: Int) -> String {
    guard isFinite else { return notFinite }
    guard self != 0 else { return "0" }
    let kept = Swift.min(Swift.max(1, digits), 15)
    let (mantissa, exponent) = rounded(toDigits: kept)
    let leading = exponent + kept - 1
    guard (-4..<6).contains(leading) else { return scientific(kept - 1, trimmed: true) }
    let sign = self < 0 ? "-" : ""
    return sign + trimmed(decimalText(mantissa, exponent: exponent))
  }

  /// The number with one digit before the point, `decimals` behind it and an exponent: `1.2e150`.
  public func scientific(_ decimals: Int, trimmed trims: Bool = false) -> String {
    guard isFinite else { return notFinite }
    guard self != 0 else { return "0" }
    let places = Swift.min(Swift.max(0, decimals), 14)
    let (mantissa, exponent) = rounded(toDigits: places + 1)
    let text = decimalText(mantissa, exponent: -places)
    let sign = self < 0 ? "-" : ""
    return "\(sign)\(trims ? trimmed(text) : text)e\(exponent + places)"
  }

  private var notFinite: String {
    isNaN ? "–" : self < 0 ? "-∞" : "∞"
  }

  /// The magnitude as `mantissa · 10^exponent`, the mantissa having exactly `digits` digits.
  private func rounded(toDigits digits: Int) -> (mantissa: Int, exponent: Int) {
    let decade = Swift.abs(self).decade
    var exponent = decade - digits + 1
    // Parts, as a power of ten may be beyond the largest number where the product isn't.
    let half = -exponent / 2
    var mantissa = Int(
      (Swift.abs(self) * powerOfTen(half) * powerOfTen(-exponent - half)).rounded())
    if String(mantissa).count > digits {
      mantissa = (mantissa + 5) / 10
      exponent += 1
    }
    return (mantissa, exponent)
  }

  /// The exponent of ten of a positive number: the largest `e` with `10^e ≤ self`.
  var decade: Int {
    let guess = Int((Double(exponent) * 0.301029995663981195).rounded(.down))
    return powerOfTen(guess + 1) <= self ? guess + 1 : powerOfTen(guess) <= self ? guess : guess - 1
  }
}

/// Ten to the power of `exponent`, correctly rounded; zero or infinity beyond the numbers' range.
func powerOfTen(_ exponent: Int) -> Double {
  decimal(1, exponent: exponent)
}

/// The number nearest to `digits · 10^exponent`; zero or infinite beyond the numbers' range.
///
/// Where digits and power are exact, one rounding of their product or quotient gives it (Clinger 1990);
/// reading it as text takes some twenty times as long.
func decimal(_ digits: Int, exponent: Int) -> Double {
  guard digits.magnitude <= 1 << 53, exponent.magnitude < exactPowersOfTen.count else {
    return Double("\(digits)e\(exponent)") ?? (exponent < 0 ? 0 : .infinity)
  }
  let power = exactPowersOfTen[Int(exponent.magnitude)]
  return exponent < 0 ? Double(digits) / power : Double(digits) * power
}

/// The powers of ten, from 10⁰ on, that are exact.
private let exactPowersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

/// The decimal notation of `digits · 10^exponent`, without rounding.
func decimalText(_ digits: Int, exponent: Int) -> String {
  let sign = digits < 0 ? "-" : ""
  let text = String(digits.magnitude)
  if exponent >= 0 {
    return sign + text + (digits == 0 ? "" : String(repeating: "0", count: exponent))
  }
  let padded = String(repeating: "0", count: max(0, 1 - exponent - text.count)) + text
  return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
}

/// A decimal text without zeros at its end.
private func trimmed(_ text: String) -> String {
  guard text.contains(".") else { return text }
  var kept = Substring(text)
  while kept.last == "0" { kept.removeLast() }
  if kept.last == "." { kept.removeLast() }
  return String(kept)
}
