import TerminalCanvas

/// What is known of a number of the state.
public enum Reading: Hashable, Sendable {
  /// Its value, and how the screen writes that.
  case known(Double, text: String)
  /// It is still being worked out.
  case pending
  /// There is no such number at present, for the reason in these words.
  case missing(String)
}

extension Reading {
  /// The value, if it is known.
  public var value: Double? { if case .known(let value, _) = self { value } else { nil } }

  /// The number as a text has it: one that is being worked out is `…`, and one that there isn't is `–`.
  ///
  /// - Parameter decimals: How many digits stand after the point; as on the screen for `nil`.
  func text(decimals: Int? = nil) -> String {
    switch self {
    case .known(let value, let text):
      (decimals.map { value.fixed($0) } ?? text).withTrueMinus
    case .pending: "…"
    case .missing: "–"
    }
  }

  /// A value that is a number; anything else there isn't.
  static func known(_ value: Double, _ text: (Double) -> String) -> Reading {
    value.isFinite ? .known(value, text: text(value)) : .missing("it is no finite number")
  }

  /// A number that counts something.
  static func count(_ number: Int) -> Reading { .known(Double(number), text: "\(number)") }
}
