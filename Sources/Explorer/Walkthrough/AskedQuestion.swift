import MixtureEngine
import TerminalCanvas

/// A question of a lesson while the lesson is given: what is answered, and how many hands were up.
///
/// What is answered can be changed until the step shows what is right; the first answer counts.
struct AskedQuestion: Sendable {
  let answer: Lesson.Expected
  /// What is answered; what is typed or moved belongs to it once it is taken.
  private(set) var reply: Reply?
  /// The line in which a number is typed.
  private(set) var line = NumberLine()
  /// The cross that the arrows move, once one has.
  private(set) var cross: HandState?
  /// Whether what is right has been shown.
  private(set) var isShown = false
  /// What was right, once the step was left.
  private(set) var settled: Reply?
  /// How many hands were counted for each choice.
  private(set) var hands: [Int?]

  init(_ answer: Lesson.Expected) {
    self.answer = answer
    hands = Array(repeating: nil, count: answer.choices.count)
  }

  /// Whether something is typed or moved that isn't taken yet.
  var hasDraft: Bool { !isShown && reply == nil && (line.number != nil || cross != nil) }

  /// Whether a number is being typed: begun, and not taken yet.
  var isTyping: Bool { !isShown && reply == nil && !line.text.isEmpty }

  /// Whether what is typed is no number yet.
  var isUnfinished: Bool { isTyping && line.number == nil }

  /// Takes what is typed or moved, at a wish.
  mutating func confirm(in app: AppState) throws(Notice) {
    guard !isUnfinished else {
      throw .idle("\(line.text) is no number: go on typing, Backspace takes one back.")
    }
    take(in: app)
  }

  /// Takes what is typed or moved, if it isn't taken yet.
  mutating func take(in app: AppState) {
    guard hasDraft else { return }
    if let number = line.number {
      reply = .number(number)
    } else if let cross, let viewport = app.plotAxes?.viewport {
      let (a, b) = (
        viewport.point(at: DotPoint(x: 0, y: 0)), viewport.point(at: DotPoint(x: 1, y: 2))
      )
      reply = .place(cross.cursor, reach: Point(x: abs(b.x - a.x), y: abs(b.y - a.y)))
    }
  }

  /// Notes that what is right is shown; what is answered stands from now on.
  mutating func show(in app: AppState) {
    take(in: app)
    isShown = true
  }

  /// Notes what was right as the step is left.
  mutating func settle(_ right: Reply?) { settled = settled ?? right }

  /// Counts hands for a choice; `nil` for none counted.
  mutating func count(_ hands: Int?, for choice: Int) { self.hands[choice] = hands }

  private func expectOpen() throws(Notice) {
    guard !isShown else {
      throw .idle("What is right was shown already: the first answer counts.")
    }
  }
}

// MARK: - Answering

extension AskedQuestion {
  /// Chooses.
  mutating func choose(_ number: Int) throws(Notice) {
    try expectOpen()
    guard answer.choices.indices.contains(number) else {
      throw .idle("There are \(answer.choices.count) choices: press 1 to \(answer.choices.count).")
    }
    guard reply != .choice(number) else { throw .idle("\(number + 1) is chosen already.") }
    reply = .choice(number)
  }

  /// Chooses the next, or the one before, around the ends.
  mutating func choose(next step: Int) throws(Notice) {
    let count = answer.choices.count
    guard case .choice(let present) = reply else {
      return try choose(step > 0 ? 0 : count - 1)
    }
    try choose((present + step + count) % count)
  }

  /// Types a digit or a sign of a number.
  mutating func type(_ character: Character) throws(Notice) {
    try expectOpen()
    // What was taken is a number of its own.
    var next = reply == nil ? line : NumberLine()
    try next.type(character)
    (line, reply) = (next, nil)
  }

  /// Takes the last sign back.
  mutating func erase() throws(Notice) {
    try expectOpen()
    line.erase()
    reply = nil
  }

  /// Moves the cross by cells.
  mutating func move(columns: Int, rows: Int, in app: AppState) throws(Notice) {
    try expectOpen()
    guard let viewport = app.plotAxes?.viewport else { throw Self.noPlot }
    var cross = cross ?? .cross(over: app.data)
    try cross.move(columns: columns, rows: rows, in: viewport)
    (self.cross, reply) = (cross, nil)
  }

  /// Puts the cross at a place, which is taken.
  mutating func place(_ point: Point, in app: AppState) throws(Notice) {
    try expectOpen()
    var cross = cross ?? .cross(over: app.data)
    cross.put(point)
    (self.cross, reply) = (cross, nil)
    take(in: app)
  }

  private static let noPlot = Notice.idle("The plot isn't on screen: V chooses it.")
}

extension HandState {
  /// A cross in the middle of the points, moved as those are that are placed by hand.
  fileprivate static func cross(over data: DataSet) -> HandState {
    var hand = HandState(Draft(means: [], data: data, observed: nil))
    hand.nextTool()
    return hand
  }
}

/// A number while it is typed.
struct NumberLine: Hashable, Sendable {
  /// What is typed.
  private(set) var text = ""

  /// The longest number.
  private static let longest = 12

  /// The number, or the fraction, if it is one by now.
  var number: Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
    guard let above = parts[0] else { return nil }
    guard parts.count > 1 else { return above }
    return parts[1].flatMap { $0 == 0 ? nil : above / $0 }
  }

  /// Whether a point may come next.
  var takesPoint: Bool {
    text.last?.isNumber ?? false && !(text.split(separator: "/").last?.contains(".") ?? false)
  }

  /// Types a digit, a sign, a point or the stroke of a fraction; a comma is a point, too.
  mutating func type(_ character: Character) throws(Notice) {
    guard text.count < Self.longest else {
      throw .idle("A number has room for \(Self.longest) signs: Backspace takes one back.")
    }
    switch character {
    case "-":
      guard text.isEmpty else { throw .idle("A sign stands before the digits.") }
      text = "-"
    case ".", ",":
      guard takesPoint else { throw .idle("A point stands once, behind a digit.") }
      text.append(".")
    case "/":
      guard text.last?.isNumber ?? false, !text.contains("/") else {
        throw .idle("The stroke of a fraction stands once, behind a digit.")
      }
      text.append("/")
    case "0"..."9": text.append(character)
    default:
      throw .idle("A number has digits, - . and /: Enter takes it, Backspace takes one back.")
    }
  }

  /// Takes the last sign back.
  mutating func erase() { text = String(text.dropLast()) }
}
