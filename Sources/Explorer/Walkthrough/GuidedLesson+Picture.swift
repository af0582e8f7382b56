import MixtureEngine
import TerminalCanvas

extension GuidedLesson {
  func frame(size: Size, theme: Theme, beside app: AppState) -> Frame {
    pane(in: app).frame(size: size)
  }

  /// What it says, below the picture.
  func pane(in app: AppState) -> LessonPane {
    let isWrong = verdict(of: index, in: app) == .wrong
    var pane = LessonPane(
      heading: heading, count: "\(index + 1)/\(lesson.steps.count)", keys: keysLines,
      isAlarming: isLeaving, verdict: verdictWords(in: app).map { ($0, isWrong) },
      text: said(beside: app), isAsking: isAsking,
      line: answerLine(in: app), score: score(in: app), theme: app.screen.theme)
    if let question { pane.choices.cells = cells(of: question, in: app) }
    return pane
  }

  /// What it says, in words.
  func told(beside app: AppState) -> Told {
    var told = Told("\(heading), \(index + 1) of \(lesson.steps.count):")
    if isBlank { told += Told("The screen is black: any key shows it again.") }
    if isLeaving { told += Told(Self.leavingWords) }
    told += Told(
      (isAsking ? "Predict: " : verdictWords(in: app).map { $0 + " " } ?? "") + said(beside: app))
    if let question {
      for (number, cell) in cells(of: question, in: app).enumerated() {
        let chosen = question.reply == .choice(number) ? ", chosen" : ""
        let hands = cell.hands.map { $0 == 1 ? ", 1 hand" : ", \($0) hands" } ?? ""
        told += Told("\(number + 1) \(cell.text)\(chosen)\(hands)")
      }
    }
    if let counting { told += Told("Hands for \(counting.choice + 1): \(counting.text)") }
    for line in [answerLine(in: app), score(in: app)] { if let line { told += Told(line) } }
    return told + Told("")
  }

  /// The choices, with what is chosen and, once it is shown, what is right.
  private func cells(of question: AskedQuestion, in app: AppState) -> [ChoiceList.Cell] {
    let right = right(in: app)
    return choices(in: app).enumerated().map { number, text in
      let isChosen = question.reply == .choice(number)
      var cell = ChoiceList.Cell(text: text, hands: question.hands[number])
      if right == .choice(number) {
        (cell.mark, cell.role) = ("✓", .value)
      } else if isChosen {
        (cell.mark, cell.role) = right == nil ? ("▸", .selection) : ("✗", .alert)
      }
      cell.isYours = isChosen && right != nil
      if counting?.choice == number { (cell.mark, cell.role) = ("▸", .selection) }
      return cell
    }
  }

  /// The line below the text: what is typed, where the cross is, what is counted.
  private func answerLine(in app: AppState) -> String? {
    guard let question else { return nil }
    switch question.answer {
    case .choice: return nil
    case .number:
      if !isAsking { return question.reply.map { "Yours: \(words(of: $0, in: app))" } }
      if question.isShown || question.reply != nil {
        return "Your answer: \(question.reply.map { words(of: $0, in: app) } ?? "none")"
      }
      return "Your answer: \(question.line.text)▏" + (question.hasDraft ? "  Enter takes it" : "")
    case .point:
      if !isAsking {
        let yours = question.reply.map { "\(Self.yoursSign) yours, \(words(of: $0, in: app))" }
        return [yours, "\(Self.rightSign) right"].compactMap { $0 }.joined(separator: "   ")
      }
      if let reply = question.reply { return "Your answer: \(words(of: reply, in: app))" }
      if question.isShown { return "Your answer: none" }
      guard let cross = question.cross else {
        return "\(Spelling.key("← ↑ ↓ →", named: "Arrows")) or a click: where on the plot?"
      }
      let place = Reply.place(cross.cursor, reach: Point(x: 0, y: 0))
      return "Your cross: \(words(of: place, in: app))  Enter takes it"
    }
  }

  private static let yoursSign = "[┼]"
  private static let rightSign = "(┼)"
  private static let leavingWords =
    "Leave the lesson? Esc again or Enter leaves, q ends emscope, any other key stays."

  /// The keys that lead on from here, the longest line first.
  private var keysLines: [String] {
    let back = Spelling.key("←", named: "Left") + " back"
    if isLeaving {
      return [
        " Leave the lesson? Esc or Enter leaves, q ends emscope, Space stays ",
        " Leave the lesson? Esc or Enter leaves, Space stays ",
      ]
    }
    if let counting {
      let count = " hands for \(counting.choice + 1): \(counting.text)▏"
      return ["\(count)  Enter next  # done  space shows ", "\(count)  Enter next  # done "]
    }
    if isLast {
      let onward = following.map { next in
        " space " + (next.place.map { "to part \($0.index + 1)" } ?? "next: \(next.name)") + " "
      }
      let start = onward ?? ""
      return ["\(start) \(back)  T lessons  Esc leave ", "\(start) T lessons  Esc leave "]
    }
    guard isAsking, let question else {
      let hands = question.map { $0.answer.choices.isEmpty ? "" : "# hands  " } ?? ""
      return [
        " \(hands)space go on  \(back)  Esc leave ", " space go on  \(back)  Esc leave ",
        " space go on  Esc leave ",
      ]
    }
    let answering =
      switch question.answer {
      case .choice(let choices, _): "1-\(choices.count) choose  # hands"
      case .number: "type a number"
      case .point: Spelling.key("←↑↓→", named: "arrows") + " cross"
      }
    let goingBack = if case .choice = question.answer { back } else { "PgUp back" }
    return [
      " \(answering)  space shows  \(goingBack)  Esc leave ",
      " \(answering)  space shows  Esc leave ",
      " \(answering)  space shows ",
    ]
  }
}

// MARK: - On the plot

extension GuidedLesson {
  /// Draws the cross of an answer, and once it is shown what is right, over the picture.
  func mark(_ frame: inout Frame, in app: AppState) {
    guard let question, case .point(_, _, let half) = question.answer, app.overlay == nil,
      app.hand == nil, let axes = app.plotAxes, let plot = app.plots.first
    else { return }
    let corner = Position(
      x: plot.origin.x + axes.area.origin.x, y: plot.origin.y + axes.area.origin.y)
    var picture = Frame(size: axes.area.size)
    for y in 0..<picture.size.height {
      for x in 0..<picture.size.width { picture[x, y] = frame[corner.x + x, corner.y + y] }
    }
    func draw(_ signs: String, at place: Point) {
      guard let cell = axes.viewport.cell(place.x, place.y) else { return }
      for (offset, sign) in signs.enumerated() {
        let style = app.screen.theme.style(offset == 1 ? .selection : .key)
        picture[cell.x - 1 + offset, cell.y] = Cell(sign, style: style)
      }
    }
    if case .place(let right, _) = right(in: app) {
      drawCorners(around: right, half, axes.viewport, on: &picture, app.screen.theme)
      draw(Self.rightSign, at: right)
    }
    let yours: Point? =
      if case .place(let place, _) = question.reply { place } else { question.cross?.cursor }
    if let yours, isAsking || question.reply != nil { draw(Self.yoursSign, at: yours) }
    frame.paste(picture, at: corner)
  }

  /// The corners of what counts as right.
  private func drawCorners(
    around right: Point, _ half: Point, _ viewport: Viewport, on picture: inout Frame,
    _ theme: Theme
  ) {
    let signs: [(Character, Double, Double)] = [
      ("┌", -1, 1), ("┐", 1, 1), ("└", -1, -1), ("┘", 1, -1),
    ]
    for (sign, x, y) in signs {
      guard let cell = viewport.cell(right.x + x * half.x, right.y + y * half.y) else { continue }
      picture[cell] = Cell(sign, style: theme.style(.key))
    }
  }
}
