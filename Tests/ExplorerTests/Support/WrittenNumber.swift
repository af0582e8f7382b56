/// A number as it is written, with a hyphen or a true minus sign.
struct WrittenNumber {
  /// The number with a hyphen.
  let text: String
  let value: Double
  /// Half a unit of the last digit.
  let halfUnit: Double

  init?(_ written: some StringProtocol) {
    let text = String(written).replacing("−", with: "-")
    guard let value = Double(text) else { return nil }
    let parts = text.lowercased().split(separator: "e")
    let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    (self.text, self.value) = (text, value)
    halfUnit = (0..<abs(exponent - decimals)).reduce(0.5) { unit, _ in
      exponent > decimals ? unit * 10 : unit / 10
    }
  }
}
