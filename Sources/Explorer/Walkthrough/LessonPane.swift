import TerminalCanvas

/// What a lesson says below the picture: a question with its choices, or what the keys have shown,
/// with what was answered.
struct LessonPane {
  /// The lesson's name.
  var heading: String
  /// How far it is, such as `3/7`.
  var count: String
  /// The keys that lead on, the longest text first; the first that there is room for is shown.
  var keys: [String]
  /// Whether they are those of a question about the lesson itself.
  var isAlarming = false
  /// What stands before the text, where the answer is known: whether it is right.
  var verdict: (words: String, isWrong: Bool)?
  /// The question, or the caption.
  var text: String
  /// Whether it asks.
  var isAsking: Bool
  /// The choices.
  var choices = ChoiceList()
  /// What is typed, or where the cross is.
  var line: String?
  /// How many answers were right, at the end.
  var score: String?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    drawHead(on: &frame)
    let rows = rows(size)
    drawText(on: &frame, in: rows.text)
    choices.draw(on: &frame, in: rows.choices, theme: theme)
    for (text, rect) in [(line, rows.line), (score, rows.score)] {
      guard let text, !rect.isEmpty else { continue }
      frame.write(text, in: rect, style: theme.style(.value))
    }
    return frame
  }

  /// The choice at a cell, if there is one.
  func choice(at cell: Position, size: Size) -> Int? {
    choices.rects(in: rows(size).choices).firstIndex { $0.contains(cell) }
  }

  private func drawHead(on frame: inout Frame) {
    let width = frame.size.width
    frame.horizontalLine(x: 0, y: 0, width: width, style: theme.style(.axis))
    let least = 7 + DisplayWidth.of(count) + DisplayWidth.of(heading)
    let keys = keys.first { DisplayWidth.of($0) + least <= width } ?? keys.last ?? ""
    let room = width - 5 - DisplayWidth.of(keys)
    let name = heading.truncated(to: room - DisplayWidth.of(count) - 2)
    frame.write(" \(name)  \(count) ", x: 2, y: 0, style: theme.style(.value))
    frame.write(
      keys, x: width - DisplayWidth.of(keys) - 2, y: 0,
      style: theme.style(isAlarming ? .alert : .key))
  }

  private func drawText(on frame: inout Frame, in rect: Rect) {
    let lines = wholeText.wrapped(to: rect.size.width)
    var words = Spelling.current(verdict?.words ?? "").count { !$0.isWhitespace }
    for (row, line) in lines.prefix(rect.size.height).enumerated() {
      let isCut = row == rect.size.height - 1 && row + 1 < lines.count
      let shown = isCut ? line.truncated(to: rect.size.width - 2) + " …" : line
      let (x, y) = (rect.origin.x, rect.origin.y + row)
      frame.write(shown, x: x, y: y, style: theme.style(isAsking ? .selection : .text))
      var first = ""
      for character in shown where words > 0 {
        first.append(character)
        if !character.isWhitespace { words -= 1 }
      }
      frame.write(
        first, x: x, y: y, style: theme.style(verdict?.isWrong ?? false ? .alert : .value))
    }
  }

  private var wholeText: String {
    (isAsking ? Self.asking : verdict.map { $0.words + " " } ?? "") + text
  }

  private static let asking = "Predict: "
}

// MARK: - Where everything stands

extension LessonPane {
  /// The rows of a pane of a size: a question leaves room for its choices, a caption is shown whole.
  private func rows(_ size: Size) -> (text: Rect, choices: Rect, line: Rect, score: Rect) {
    let inside = Rect(size).split(top: 1).rest.inset(horizontally: 2, vertically: 0)
    let (score, above) = inside.split(bottom: score == nil ? 0 : 1)
    let lineHeight = line == nil ? 0 : 1
    let (_, rest) = above.split(bottom: lineHeight)
    let texts = wholeText.wrapped(to: inside.size.width).count
    let wanted = choices.naturalRows(in: inside.size.width)
    let height = rest.size.height
    let least = choices.cells.isEmpty ? 0 : 1
    let textRows = isAsking ? height - min(wanted, max(least, height - 1)) : height - least
    let (text, below) = rest.split(top: min(texts, max(0, textRows)))
    let choices = below.split(top: min(below.size.height, max(wanted, least))).top
    let line = Rect(
      x: above.origin.x, y: choices.rows.upperBound, width: above.size.width, height: lineHeight)
    return (text, choices, line, score)
  }

  /// The fewest rows of a lesson, with the line above it.
  static let leastHeight = 5

  /// How many rows a lesson takes on a screen: the same at each of its steps, so that the picture
  /// stays where it is.
  static func height(of lesson: Lesson, on screen: Size) -> Int {
    let most = max(leastHeight, min(screen.height - Layout.smallest.height, screen.height * 2 / 5))
    let width = screen.width - 4
    guard width > 0 else { return leastHeight }
    let hasScore = lesson.steps.contains { $0.answer?.isScored ?? false }
    var wanted = leastHeight
    for (index, step) in lesson.steps.enumerated() {
      let choices = ChoiceList(of: step.answer).naturalRows(in: width)
      let isTyped = step.answer != nil && choices == 0
      if let question = step.question {
        let asked = (asking + question).wrapped(to: width).count
        wanted = max(wanted, 1 + asked + (isTyped ? 1 : choices))
      }
      let isLast = index == lesson.steps.count - 1
      let shown = (longestVerdict(step.answer) + " " + step.caption).wrapped(to: width).count
      wanted = max(
        wanted,
        1 + shown + min(choices, 2) + (isTyped ? 1 : 0) + (isLast && hasScore ? 1 : 0))
    }
    return min(wanted, most)
  }

  /// The longest that may be said of an answer.
  private static func longestVerdict(_ answer: Lesson.Expected?) -> String {
    switch answer {
    case nil, .choice(_, nil)?: ""
    case .choice(let choices, let right?)?: "Not so: it is \(right + 1), \(choices[right])."
    case .number?: "Not so: it is −1234.56."
    case .point?: "Not so: it is at (−1234.56, −1234.56)."
    }
  }
}
