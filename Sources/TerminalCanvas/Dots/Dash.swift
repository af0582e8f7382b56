/// A pattern of drawn and skipped dots along a line, so that lines differ without colour.
public struct Dash: Hashable, Sendable {
  /// Lengths in dots: drawn, skipped, drawn, skipped, …; empty for a line without gaps.
  public let lengths: [Int]

  /// A pattern that repeats; lengths below one count as one.
  public init(_ lengths: [Int]) {
    self.lengths = lengths.map { max(1, $0) }
  }

  /// A line without gaps.
  public static let solid = Dash([])
  /// Long strokes.
  public static let dashed = Dash([4, 3])
  /// Single dots.
  public static let dotted = Dash([1, 2])
  /// Strokes and dots in turn.
  public static let dashDotted = Dash([5, 2, 1, 2])

  /// The pattern for the line of a number: solid, dashed, dotted, dash-dotted, then longer and
  /// longer dashes.
  public static func numbered(_ number: Int) -> Dash {
    let first: [Dash] = [.solid, .dashed, .dotted, .dashDotted]
    guard number >= first.count else { return first[max(0, number)] }
    return Dash([2 + number, 2])
  }

  /// Says whether the dot in a column, or row, from 0 on is drawn.
  func draws(at number: Int) -> Bool {
    guard !lengths.isEmpty else { return true }
    var left = number % lengths.reduce(0, +)
    for (index, length) in lengths.enumerated() {
      if left < length { return index.isMultiple(of: 2) }
      left -= length
    }
    return true
  }
}
