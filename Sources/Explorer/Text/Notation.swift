/// The lecture's letters, in Unicode or, for terminals without it, in ASCII that can be read.
struct Notation: Hashable, Sendable {
  /// Whether letters such as θ and Σ can be shown.
  var unicode: Bool

  /// θ⁽ᵗ⁾ with a number for t.
  func theta(_ t: Int) -> String {
    guard unicode else { return "theta(\(t))" }
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return "θ⁽" + String(String(t).compactMap(\.wholeNumberValue).map { digits[$0] }) + "⁾"
  }

  /// A formula in both spellings; the one that can be shown.
  func callAsFunction(_ letters: String, ascii: String) -> String { unicode ? letters : ascii }
}
