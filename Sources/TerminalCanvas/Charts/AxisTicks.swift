/// Round numbers along an axis, with short labels.
///
/// Ticks are multiples of 1, 2 or 5 times a power of ten. Labels are exact. Where written out
/// they would be long, what they have in common goes to a note: a factor (`×1e150`) or, for a
/// small range far from zero, something to add (`+1e8`).
public struct AxisTicks: Hashable, Sendable {
  /// Where the ticks are, in ascending order.
  public let values: [Double]
  /// The label of each tick.
  public let labels: [String]
  /// A factor or a summand of all labels; empty if there is none.
  public let note: String

  /// How many columns the widest label takes.
  public var width: Int { labels.map(DisplayWidth.of).max() ?? 0 }

  /// Ticks within a range.
  ///
  /// - Parameters:
  ///   - range: The range.
  ///   - most: Into how many intervals ticks may divide the range; there are at least two fifths as
  ///     many, unless the range is too narrow for numbers to tell its parts apart: then there are no
  ///     ticks.
  public init(in range: ClosedRange<Double>, most: Int) {
    guard let (indices, step) = Self.steps(in: range, most: most) else {
      self.init(values: [], labels: [], note: "")
      return
    }
    let (labels, note) = Self.labels(indices.map { $0 * step.digit }, exponent: step.exponent)
    self.init(values: indices.map { step.multiple($0) }, labels: labels, note: note)
  }

  /// Where the ticks within a range are, for those who don't need their labels.
  static func values(in range: ClosedRange<Double>, most: Int) -> [Double] {
    steps(in: range, most: most).map { indices, step in indices.map { step.multiple($0) } } ?? []
  }

  /// The ticks within a range, as multiples of the distance between two of them.
  private static func steps(
    in range: ClosedRange<Double>, most: Int
  ) -> (indices: [Int], step: Step)? {
    let (low, high) = (range.lowerBound, range.upperBound)
    let half = high / 2 - low / 2
    let far = max(abs(low), abs(high))
    guard most > 0, half.isFinite, half > 64 * far.ulp else { return nil }
    // A little less, as a length that should be a round number may be just above it.
    let step = Step(atLeast: half / Double(most) * (2 - 1e-9))
    // Quotients are rounded, so a tick at an end of the range is tried on both sides of it.
    let first = (low / step.value - 1e-6).rounded(.up)
    let last = (high / step.value + 1e-6).rounded(.down)
    guard first <= last, abs(first) < 1e15, abs(last) < 1e15 else { return nil }
    return ((Int(first)...Int(last)).filter { range.contains(step.multiple($0)) }, step)
  }

  private init(values: [Double], labels: [String], note: String) {
    self.values = values
    self.labels = labels
    self.note = note
  }

  /// A distance between ticks: a digit times a power of ten.
  private struct Step {
    var digit = 1
    var exponent: Int
    var value: Double { multiple(1) }

    init(atLeast length: Double) {
      exponent = length.decade
      for candidate in [1, 2, 5] where value < length { digit = candidate }
      if value < length { (digit, exponent) = (1, exponent + 1) }
    }

    func multiple(_ count: Int) -> Double { decimal(count * digit, exponent: exponent) }
  }

  /// How many columns a label may take before something is moved to the note.
  private static let widest = 8

  /// Labels of the numbers `digits · 10^exponent`.
  private static func labels(_ digits: [Int], exponent: Int) -> ([String], String) {
    let plain = digits.map { decimalText($0, exponent: exponent) }
    if plain.allSatisfy({ $0.count <= widest }) { return (plain, "") }
    let largest = digits.map(\.magnitude).max() ?? 0
    let length = String(largest).count
    if length <= widest - 2 {
      let factor = exponent + length - 1
      return (digits.map { decimalText($0, exponent: exponent - factor) }, "×1e\(factor)")
    }
    let base = digits.first ?? 0
    let (rest, factor) = labels(digits.map { $0 - base }, exponent: exponent)
    let offset = decimal(base, exponent: exponent)
    let sign = offset < 0 ? "" : "+"
    return (
      rest, factor.isEmpty ? "\(sign)\(shortest(offset))" : "\(factor) \(sign)\(shortest(offset))"
    )
  }

  /// The shortest text that is exactly a number of 15 digits at most.
  private static func shortest(_ value: Double) -> String {
    let digits = (1...15).first { Double(value.significant($0)) == value } ?? 15
    let plain = (0...9).lazy.map(value.fixed).first { Double($0) == value }
    if let plain, plain.count <= 12, abs(value) < 1e6 { return plain }
    return value.scientific(digits - 1, trimmed: true)
  }
}
