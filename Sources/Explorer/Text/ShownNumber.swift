import TerminalCanvas

/// A number as it is written, for arithmetic that has to hold in the digits that are shown.
struct ShownNumber: Hashable, Sendable {
  /// What is written, with a true minus sign.
  let text: String
  /// The number that a reader takes from it.
  let value: Double
  /// Half of its last digit.
  let half: Double

  /// Reads a text back; `nil` where it is no number.
  init?(_ text: String) {
    let parts = text.replacing("−", with: "-").split(separator: "e")
    guard let mantissa = parts.first, parts.count <= 2,
      let value = Double(parts.joined(separator: "e")), value.isFinite
    else { return nil }
    let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    guard let unit = Double("1e\(exponent - decimals)") else { return nil }
    (self.text, self.value, half) = (text.withTrueMinus, value, unit / 2)
  }

  /// A number with so many decimals.
  init?(_ value: Double, decimals: Int) { self.init(value.fixed(decimals)) }

  /// Whether a number rounds to this one.
  func isRounded(_ value: Double) -> Bool {
    value.isFinite && abs(value - self.value) <= half * (1 + 1e-9)
  }
}
