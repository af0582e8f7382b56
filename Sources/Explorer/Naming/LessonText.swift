/// A text that names numbers of the state in braces, such as `L = {logLikelihood:.1}`.
///
/// `{{` and `}}` are braces.
public struct LessonText: Hashable, Sendable {
  fileprivate enum Piece: Hashable, Sendable {
    case text(String)
    case number(StateExpression, decimals: Int?)
  }

  private var pieces: [Piece] = []

  /// Reads a text.
  public init(_ text: String) throws(StateExpression.Fault) {
    var plain = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "{" where rest.first == "{", "}" where rest.first == "}":
        plain.append(character)
        rest.removeFirst()
      case "{":
        guard let end = rest.firstIndex(of: "}") else {
          throw .malformed("a { is not closed: write } behind the name, or {{ for a brace.")
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(try Self.number(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      default: plain.append(character)
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
  }

  /// Reads what stands in braces.
  private static func number(_ text: Substring) throws(StateExpression.Fault) -> Piece {
    guard let colon = text.lastIndex(of: ":") else {
      return .number(try StateExpression(String(text)), decimals: nil)
    }
    let format = text[text.index(after: colon)...]
    guard format.first == ".", let decimals = Int(format.dropFirst()), (0...12).contains(decimals)
    else {
      throw .malformed(
        "behind : stands a point and how many digits follow it, from 0 to 12, as in "
          + "{logLikelihood:.1}.")
    }
    return .number(try StateExpression(String(text[..<colon])), decimals: decimals)
  }

  /// The names in it.
  public var names: [StateName] { expressions.flatMap(\.names) }

  /// The expressions in it.
  public var expressions: [StateExpression] {
    pieces.compactMap { if case .number(let expression, _) = $0 { expression } else { nil } }
  }

  /// The text with the numbers in the place of their names.
  ///
  /// - Parameter read: Reads the number of a name.
  public func filled(_ read: (StateName) -> Reading) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .number(let expression, let decimals):
        expression.evaluate(read).text(decimals: decimals)
      }
    }.joined()
  }
}
