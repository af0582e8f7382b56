import TerminalCanvas

/// How the numbers of one column are written: with as many decimals each, so that their points stand
/// below each other.
struct ColumnFormat {
  /// How many decimals each number has; `nil` where no number of them suits all.
  let decimals: Int?
  /// How many columns a number may take.
  let width: Int

  /// A format for some numbers.
  ///
  /// - Parameters:
  ///   - values: The numbers.
  ///   - width: How many columns each may take.
  ///   - tellingApart: Whether numbers that differ must read differently.
  init(_ values: [Double], width: Int, tellingApart: Bool = false) {
    self.width = width
    let known = values.filter(\.isFinite)
    let largest = known.map(abs).max() ?? 0
    let least = largest >= 1000 ? 0 : largest >= 100 ? 1 : largest >= 10 ? 2 : largest >= 1 ? 3 : 4
    decimals = (largest == 0 || largest >= 0.01 ? least..<(tellingApart ? 9 : least + 1) : 0..<0)
      .first { decimals in
        let texts = Set(known.map { $0.fixed(decimals) })
        return texts.allSatisfy { $0.count <= width }
          && (!tellingApart || texts.count == Set(known).count)
      }
  }

  /// A number as it stands in the column; one that would read as 0 and isn't keeps its digits.
  func text(_ value: Double) -> String {
    guard let decimals, value == 0 || abs(value) * 2 >= Self.unit(decimals) else {
      return value.entry(width)
    }
    return value.fixed(decimals, in: width)
  }

  private static func unit(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
  }
}
