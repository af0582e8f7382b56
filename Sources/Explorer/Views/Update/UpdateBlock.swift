import MixtureEngine
import TerminalCanvas

/// The arithmetic of one component, a row for each number: sum ÷ N or Nₖ = new, and what it was.
struct UpdateBlock {
  static let width = 38

  /// The columns: where each begins, and how wide it is.
  private enum Column {
    static let (name, sum, divisor, new, was) = (4, (8, 10), 19, (23, 7), (31, 7))
  }

  var group: UpdateGroup
  /// Whether there is a q to sum with.
  var isKnown: Bool
  /// N, or W.
  var total: Double
  /// What N is called.
  var totalName: String
  var theme: Theme

  /// Writes the heads of the columns; what the first ones are, where there is room.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the sums and divisors have heads too.
  ///   - x: Where the block begins.
  ///   - y: The row.
  static func writeHeads(
    isWhole: Bool, x: Int, y: Int, theme: Theme, on frame: inout Frame
  ) {
    func write(_ text: String, _ start: Int, _ width: Int) {
      frame.write(
        text, x: x + start + width - DisplayWidth.of(text), y: y, style: theme.style(.muted))
    }
    if isWhole {
      write("sum over n", Column.sum.0, Column.sum.1)
      write(Spelling.choose("÷", ascii: "/"), Column.divisor, 1)
    }
    write("new", Column.new.0, Column.new.1)
    write("was", Column.was.0, Column.was.1)
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    if let k = group.component {
      frame.write(
        "\(Marks.mark(k)) \(Marks.name(k))", x: 0, y: 0, style: theme.style(.component(k))
      )
    } else {
      frame.write("all", x: 0, y: 0, style: theme.style(.value))
    }
    for (y, row) in group.rows.enumerated() { write(row, y, on: &frame) }
    if group.rows.count == 1, group.component != nil {
      frame.write("uniform noise: no mean, no Σ", x: 4, y: 1, style: theme.style(.muted))
    }
    return frame
  }

  private func write(_ row: UpdateRow, _ y: Int, on frame: inout Frame) {
    func write(_ text: String, _ place: (Int, Int), _ role: Role) {
      frame.write(
        text.withTrueMinus, in: Rect(x: place.0, y: y, width: place.1, height: 1),
        alignment: .right, style: theme.style(role))
    }
    frame.write(row.name.text, x: Column.name, y: y, style: theme.style(.muted))
    if let sum = row.sum {
      write(isKnown ? Self.sum(sum, Column.sum.1) : "–", Column.sum, .text)
      // A number needs the column that a letter leaves free.
      let start = Column.divisor - (row.divisor == .withPrior ? 1 : 0)
      frame.write(divisor(row), x: start, y: y, style: theme.style(role(row)))
    }
    guard row.divisor != nil || row.sum == nil else { return }
    if let after = row.after {
      write(isKnown ? Self.parameter(after, Column.new.1) : "–", Column.new, .value)
    }
    if let before = row.before {
      write(Self.parameter(before, Column.was.1), Column.was, .text)
    }
  }

  private func role(_ row: UpdateRow) -> Role {
    isKnown && row.divisor != nil && !row.isQuotient ? .alert : .muted
  }

  /// What the sum is divided by, or why that isn't what comes out.
  private func divisor(_ row: UpdateRow) -> String {
    guard let divisor = row.divisor else { return "" }
    guard !isKnown || row.isQuotient else { return row.after == row.before ? "kept" : "floor" }
    let value = row.divisorValue ?? 0
    switch divisor {
    case .total:
      return isTotal(value) ? "/\(totalName)" : "/" + value.count(4)
    case .twiceTotal:
      return isTotal(value / 2) ? "/2\(totalName)" : "/" + value.count(4)
    case .mass: return Spelling.choose("/Nₖ", ascii: "/N_k")
    case .twiceMass: return Spelling.choose("/2Nₖ", ascii: "/2Nk")
    case .precision: return Spelling.choose("/Uₖ", ascii: "/U_k")
    case .spread: return "/Sxx"
    case .withPrior: return "/" + value.fixed(value < 10 ? 2 : value < 100 ? 1 : 0)
    }
  }

  private func isTotal(_ value: Double) -> Bool { abs(value - total) <= 1e-9 * total }

  /// A sum with two decimals; a small one keeps its leading digits.
  private static func sum(_ value: Double, _ width: Int) -> String {
    text(value, decimals: 2, from: 1, width)
  }

  /// A parameter with three decimals; a small one keeps its leading digits.
  private static func parameter(_ value: Double, _ width: Int) -> String {
    text(value, decimals: 3, from: 0.1, width)
  }

  private static func text(
    _ value: Double, decimals: Int, from least: Double, _ width: Int
  ) -> String {
    value == 0 || abs(value) >= least ? value.fixed(decimals, in: width) : value.entry(width)
  }
}

extension UpdateRow.Name {
  /// The letter of the number.
  var text: String {
    switch self {
    case .weight: "π"
    case .meanX: "μx"
    case .mean: "μ"
    case .meanY: "μy"
    case .covarianceXX: Spelling.choose("Σxx", ascii: "Cxx")
    case .covarianceXY: Spelling.choose("Σxy", ascii: "Cxy")
    case .covarianceYY: Spelling.choose("Σyy", ascii: "Cyy")
    case .variance: Spelling.choose("σ²", ascii: "s^2")
    case .middleX: "r"
    case .middleY: "c"
    case .slope: "b"
    case .noise: Spelling.choose("s²", ascii: "s^2")
    case .mass: Spelling.choose("Nₖ", ascii: "N_k")
    case .precision: Spelling.choose("Uₖ", ascii: "U_k")
    case .spread: "Sxx"
    }
  }
}
