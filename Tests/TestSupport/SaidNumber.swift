import Foundation

/// A number as it stands in a text.
public struct SaidNumber: Sendable {
  /// Its digits and its sign.
  public let text: String

  /// The numbers of a text; a range of K in a command is none.
  public static func all(in text: String) -> [SaidNumber] {
    text.replacing(/-k \d+\.\.\d+/, with: "")
      .matches(of: /[-−]?[0-9]+(\.[0-9]+)?/)
      .map { SaidNumber(text: String($0.0).replacing("−", with: "-")) }
  }

  /// Whether it is a value, rounded to as many digits as it has.
  public func isRounded(_ value: Double) -> Bool {
    let digits = text.split(separator: ".").dropFirst().first?.count ?? 0
    return String(format: "%.\(digits)f", value) == text
  }
}
