import MixtureEngine
import TerminalCanvas

/// What a key does to the question of a lesson.
enum AnswerDeed: Hashable, Sendable {
  /// Chooses, counted from 0; or the next or the one before.
  case choose(Int), chooseNext(Int)
  /// Types a sign of a number, or takes the last one back.
  case type(Character), erase
  /// Moves the cross by cells, or puts it somewhere.
  case move(columns: Int, rows: Int)
  case place(Point)
  /// Takes what is typed or moved.
  case take
  /// Begins or ends to count hands; types a digit of a count, takes it back, goes to another choice.
  case count, countDigit(Character), countErase, countNext(Int)
}

extension GuidedLesson {
  /// Hands while they are counted.
  struct Counting: Sendable {
    /// For which choice.
    var choice = 0
    /// What is typed for it.
    var text = ""

    /// The largest count has so many digits.
    static let mostDigits = 4
  }

  /// The question of the step, if it can be answered.
  var question: AskedQuestion? { questions[index] }

  /// What a key does to the question that is on screen, if anything.
  func deed(of key: Key) -> AnswerDeed? {
    guard let question else { return nil }
    if counting != nil { return Self.countingDeed(of: key) }
    if key == .character("#"), !question.answer.choices.isEmpty { return .count }
    guard isAsking else { return nil }
    if key == .enter, question.hasDraft || question.isUnfinished { return .take }
    switch (question.answer, key) {
    case (.choice, .up): return .chooseNext(-1)
    case (.choice, .down): return .chooseNext(1)
    case (.choice, .character(let digit)):
      return digit.digit.flatMap { $0 > 0 ? .choose($0 - 1) : nil }
    case (.number, .backspace): return question.line.text.isEmpty ? nil : .erase
    // A remote's key for a black screen is a point.
    case (.number, .character(".")):
      return question.isTyping && question.line.takesPoint ? .type(".") : nil
    case (.number, .character(let sign)):
      if sign.digit != nil || "-,".contains(sign) { return .type(sign) }
      // While a number is typed, no key but the lesson's own means something else.
      return question.isTyping && WalkthroughMove.inLesson[key] == nil ? .type(sign) : nil
    case (.point, _):
      return Self.crossKeys[key].map { .move(columns: $0.columns, rows: $0.rows) }
    default: return nil
    }
  }

  /// How keys move the cross, in cells.
  private static let crossKeys: [Key: (columns: Int, rows: Int)] = [
    .left: (-1, 0), .right: (1, 0), .up: (0, -1), .down: (0, 1),
    .character("H"): (-5, 0), .character("L"): (5, 0), .character("K"): (0, -5),
    .character("J"): (0, 5),
  ]

  private static func countingDeed(of key: Key) -> AnswerDeed? {
    switch key {
    case .character("#"), .escape: .count
    case .enter, .tab, .down: .countNext(1)
    case .up, .backTab: .countNext(-1)
    case .backspace: .countErase
    case .character(let digit): digit.digit.map { _ in .countDigit(digit) }
    default: nil
    }
  }

  /// Does something to the question.
  ///
  /// - Returns: Why it can't be done, if it can't.
  mutating func perform(_ deed: AnswerDeed, in app: AppState) -> Notice? {
    guard var question else { return nil }
    defer { questions[index] = question }
    do throws(Notice) {
      switch deed {
      case .choose(let number): try question.choose(number)
      case .chooseNext(let step): try question.choose(next: step)
      case .type(let sign): try question.type(sign)
      case .erase: try question.erase()
      case .move(let columns, let rows): try question.move(columns: columns, rows: rows, in: app)
      case .place(let point): try question.place(point, in: app)
      case .take: try question.confirm(in: app)
      case .count: counting = counting == nil ? Counting(of: question, at: 0) : nil
      case .countDigit, .countErase, .countNext: try count(deed, &question)
      }
    } catch {
      return error
    }
    return nil
  }

  private mutating func count(_ deed: AnswerDeed, _ question: inout AskedQuestion) throws(Notice) {
    guard var counting else { return }
    switch deed {
    case .countDigit(let digit):
      guard counting.text.count < Counting.mostDigits else {
        throw .idle("A count has room for \(Counting.mostDigits) digits: Backspace takes one back.")
      }
      counting.text.append(digit)
    case .countErase:
      guard !counting.text.isEmpty else { throw .idle("Nothing is typed yet: type a count.") }
      counting.text.removeLast()
    case .countNext(let step):
      let next = counting.choice + step
      self.counting =
        question.hands.indices.contains(next) ? Counting(of: question, at: next) : nil
      return
    default: return
    }
    question.count(Int(counting.text), for: counting.choice)
    self.counting = counting
  }
}

extension GuidedLesson.Counting {
  /// Counts for a choice, from what was counted before.
  init(of question: AskedQuestion, at choice: Int) {
    self.init(choice: choice, text: question.hands[choice].map { "\($0)" } ?? "")
  }
}

extension Character {
  /// The digit, if it is one of those that are typed.
  fileprivate var digit: Int? { isASCII ? wholeNumberValue : nil }
}

// MARK: - What is right

extension GuidedLesson {
  /// How an answer stands to what is right.
  enum Verdict: Hashable, Sendable {
    case right, wrong, unanswered
  }

  /// What is right in the present step, once its keys are pressed; `nil` where nothing is.
  func right(in app: AppState) -> Reply? {
    guard !isAsking, let question else { return nil }
    return question.settled
      ?? question.answer.right { value(of: $0, in: app) }
  }

  /// What an expression comes to in the state after the step's keys.
  private func value(of expression: StateExpression, in app: AppState) -> Double? {
    expression.evaluate {
      numbers.read($0, isAsked: false, in: index, now: app, atEndOf: endOfStep)
    }.value
  }

  /// The choices of the question, with their numbers of the moment when it is asked.
  func choices(in app: AppState) -> [String] {
    (question?.answer.choices ?? []).map {
      numbers.filled($0, isAsked: true, in: index, now: app, atEndOf: endOfStep)
    }
  }

  /// A reply to the question in words.
  ///
  /// - Parameter isRight: Whether it is what is right.
  func words(of reply: Reply, in app: AppState, isRight: Bool = false) -> String {
    question?.answer.words(of: reply, among: choices(in: app), isRight: isRight) ?? ""
  }

  /// How the answer to a question stands, once that is known.
  func verdict(of number: Int, in app: AppState) -> Verdict? {
    guard let question = questions[number], question.answer.isScored,
      let right = number == index ? right(in: app) : question.settled
    else { return nil }
    guard let reply = question.reply else { return .unanswered }
    return question.answer.accepts(reply, as: right) ? .right : .wrong
  }

  /// What is said of the answer before the caption: the verdict, and what is right.
  func verdictWords(in app: AppState) -> String? {
    guard let question, let right = right(in: app), let verdict = verdict(of: index, in: app)
    else { return nil }
    let words = words(of: right, in: app, isRight: true)
    switch verdict {
    case .right: return question.answer.choices.isEmpty ? "Right: it is \(words)." : "Right."
    case .wrong: return "Not so: it is \(words)."
    case .unanswered: return "It is \(words)."
    }
  }

  /// How many questions were answered rightly, at the end of the lesson; `nil` before it, and where
  /// nothing is right or wrong.
  func score(in app: AppState) -> String? {
    let scored = questions.filter { $0.value.answer.isScored }
    guard isLast, !scored.isEmpty else { return nil }
    let verdicts = scored.keys.map { verdict(of: $0, in: app) }
    let missing = scored.values.count { $0.reply == nil }
    let count = scored.count == 1 ? "1 question" : "\(scored.count) questions"
    guard missing < scored.count else {
      return "\(count), \(missing == 1 ? "not" : "none") answered"
    }
    let right = "\(verdicts.count { $0 == .right }) of \(scored.count) right"
    return right + (missing > 0 ? ", \(missing) not answered" : "")
  }
}
