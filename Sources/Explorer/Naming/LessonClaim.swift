import TerminalCanvas

/// What a lesson claims of the numbers: a comparison such as `gap = 0 +- 1e-9`.
public struct LessonClaim: Hashable, Sendable {
  /// How two sides are compared.
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case different = "!="
    case less = "<"
    case greater = ">"
    case equal = "="
  }

  /// What the numbers say of a claim.
  public enum Verdict: Hashable, Sendable {
    /// It holds.
    case holds
    /// It doesn't: the numbers of both sides, as they are written.
    case contradicted(left: String, right: String)
    /// It can't be judged, for the reason in these words.
    case unknown(String)
  }

  private let left: StateExpression
  private let relation: Relation
  private let right: StateExpression
  private let tolerance: StateExpression?
  /// The claim as it was written.
  public let text: String

  /// Reads a claim.
  ///
  /// - Parameters:
  ///   - text: Two expressions with a sign between them, and for = perhaps +- and a tolerance.
  ///   - meanings: What further names stand for, such as `answer`.
  public init(
    _ text: String, where meanings: [String: StateExpression] = [:]
  ) throws(StateExpression.Fault) {
    let plain = text.replacing("≤", with: "<=").replacing("≥", with: ">=")
      .replacing("≠", with: "!=").replacing("±", with: "+-")
    guard let start = plain.firstIndex(where: { "<>=!".contains($0) }),
      let relation = Relation.allCases.first(where: { plain[start...].hasPrefix($0.rawValue) })
    else {
      throw .malformed("a claim compares two sides: write one of < <= > >= = != between them.")
    }
    var rest = plain[start...].dropFirst(relation.rawValue.count)
    var tolerance: StateExpression?
    if let sign = rest.firstRange(of: "+-") {
      guard relation == .equal else {
        throw .malformed("+- belongs to =, as in gap = 0 +- 1e-9.")
      }
      tolerance = try StateExpression(String(rest[sign.upperBound...]), where: meanings)
      rest = rest[..<sign.lowerBound]
    }
    left = try StateExpression(String(plain[..<start]), where: meanings)
    right = try StateExpression(String(rest), where: meanings)
    self.relation = relation
    self.tolerance = tolerance
    self.text = text
  }

  /// The names in it.
  public var names: [StateName] { left.names + right.names + (tolerance?.names ?? []) }

  /// Whether the numbers agree.
  ///
  /// Without a tolerance, numbers that differ by rounding alone are equal.
  ///
  /// - Parameter read: Reads the number of a name.
  public func verdict(_ read: (StateName) -> Reading) -> Verdict {
    var numbers: [Double] = []
    for side in [left, right] + [tolerance].compactMap(\.self) {
      switch side.evaluate(read) {
      case .known(let value, _): numbers.append(value)
      case .pending: return .unknown("\(side.text) is not worked out")
      case .missing(let reason): return .unknown(reason)
      }
    }
    if let tolerance = numbers.dropFirst(2).first, tolerance < 0 {
      return .unknown("its tolerance is below 0")
    }
    let (a, b) = (numbers[0], numbers[1])
    let rounding = 1e-12 * max(abs(a), abs(b), 1)
    let isEqual = abs(a - b) <= (numbers.count > 2 ? numbers[2] : rounding)
    let holds =
      switch relation {
      case .equal: isEqual
      case .different: !isEqual
      case .less: a < b && !isEqual
      case .greater: a > b && !isEqual
      case .lessOrEqual: a <= b || isEqual
      case .greaterOrEqual: a >= b || isEqual
      }
    return holds ? .holds : .contradicted(left: Self.text(a, b), right: Self.text(b, a))
  }

  /// A number with as many digits as tell it from another.
  private static func text(_ number: Double, _ other: Double) -> String {
    let digits = [7, 10, 13].first { number.significant($0) != other.significant($0) } ?? 15
    return number.significant(digits).withTrueMinus
  }
}
