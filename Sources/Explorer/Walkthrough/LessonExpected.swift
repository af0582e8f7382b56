import MixtureEngine
import TerminalCanvas

extension Lesson {
  /// What a question asks for, and what is right; numbers are read from the state after the step's keys.
  public enum Expected: Hashable, Sendable {
    /// One of some texts; the right one is counted from 0, and `nil` where opinions are asked for.
    case choice(among: [String], right: Int?)
    /// A number, right within a tolerance.
    case number(StateExpression, tolerance: Double)
    /// A place on the plot, right within half-widths along its axes; on a line it has no y.
    case point(x: StateExpression, y: StateExpression?, halfWidths: Point)
  }
}

extension Lesson.Expected {
  /// What there is to choose from; empty where a number or a point is asked for.
  public var choices: [String] {
    if case .choice(let choices, _) = self { choices } else { [] }
  }

  /// The numbers that are right, under the names that claims have for them: `answer`, of a point
  /// `answer.x` and `answer.y`; of a choice its number, counted from 1.
  public var numbers: [String: StateExpression] {
    switch self {
    case .choice(_, nil): [:]
    case .choice(_, let right?): ["answer": StateExpression(Double(right + 1))]
    case .number(let number, _): ["answer": number]
    case .point(let x, nil, _): ["answer.x": x]
    case .point(let x, let y?, _): ["answer.x": x, "answer.y": y]
    }
  }

  /// Whether an answer is right or wrong, and counts in the score.
  var isScored: Bool {
    if case .choice(_, nil) = self { false } else { true }
  }

  /// What is right, where its numbers are read from a state.
  ///
  /// - Parameter number: What an expression comes to; `nil` where the state has none of its numbers.
  func right(_ number: (StateExpression) -> Double?) -> Reply? {
    switch self {
    case .choice(_, let right): return right.map { .choice($0) }
    case .number(let expression, _): return number(expression).map { .number($0) }
    case .point(let x, let y, _):
      guard let x = number(x) else { return nil }
      guard let y else { return .place(Point(x: x, y: 0), reach: Point(x: 0, y: 0)) }
      return number(y).map { .place(Point(x: x, y: $0), reach: Point(x: 0, y: 0)) }
    }
  }

  /// Whether a reply is as good as the right one.
  func accepts(_ reply: Reply, as right: Reply) -> Bool {
    switch (self, reply, right) {
    case (.choice, .choice(let a), .choice(let b)): a == b
    case (.number(_, let tolerance), .number(let a), .number(let b)):
      Self.isNear(a, b, within: tolerance)
    case (.point(_, _, let half), .place(let a, let reach), .place(let b, _)):
      Self.isNear(a.x, b.x, within: max(half.x, reach.x))
        && Self.isNear(a.y, b.y, within: max(half.y, reach.y))
    default: false
    }
  }

  /// A bound belongs to what it bounds, however its decimals were rounded.
  private static func isNear(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
    abs(a - b) <= tolerance + 1e-12 * max(abs(a), abs(b))
  }

  /// A reply in words.
  ///
  /// - Parameters:
  ///   - choices: The choices with their numbers.
  ///   - isRight: Whether it is what is right, of which no more digits count than the tolerance has.
  func words(of reply: Reply, among choices: [String], isRight: Bool = false) -> String {
    switch (self, reply) {
    case (_, .choice(let number)): "\(number + 1), \(choices[number])"
    case (.number(_, let tolerance), .number(let number)) where isRight:
      number.text(within: tolerance)
    case (_, .number(let number)): number.lessonText
    case (.point(_, nil, _), .place(let place, _)): "at \(place.x.placeText)"
    case (_, .place(let place, _)): "at (\(place.x.placeText), \(place.y.placeText))"
    }
  }
}

/// What somebody answers to a question of a lesson, or what is right.
enum Reply: Hashable, Sendable {
  /// One of the choices, counted from 0.
  case choice(Int)
  /// A number.
  case number(Double)
  /// A place on the plot, and how near it a cell of the screen can come.
  case place(Point, reach: Point)
}

extension Double {
  /// A number as a lesson says it, with a true minus sign.
  fileprivate var lessonText: String { significant(6).withTrueMinus }

  /// What is right, at most to the place of the first digit of the tolerance.
  fileprivate func text(within tolerance: Double) -> String {
    guard tolerance > 0, tolerance < 1 else { return lessonText }
    let rounded = fixed(min(9, Int(-Double.log10(tolerance).rounded(.down)))).withTrueMinus
    return rounded.count < lessonText.count ? rounded : lessonText
  }

  /// A coordinate as a lesson says it: a cell of the screen knows no more digits.
  fileprivate var placeText: String { significant(4).withTrueMinus }
}
