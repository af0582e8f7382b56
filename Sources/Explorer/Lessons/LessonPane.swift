import TerminalCanvas

/// What a lesson says, below the picture.
struct LessonPane {
  var state: LessonState
  var theme: Theme

  /// How many rows the pane takes.
  static let height = 5

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.horizontalLine(x: 0, y: 0, width: size.width, style: theme.style(.axis))
    let count = "\(state.index + 1)/\(state.lesson.steps.count)"
    frame.write(
      " \(state.lesson.title)  \(count) ", x: 2, y: 0, style: theme.style(.value))
    let keys = state.isLast ? " ← back  Esc leave " : " space go on  ← back  Esc leave "
    frame.write(
      keys, x: size.width - DisplayWidth.of(keys) - 2, y: 0, style: theme.style(.key))
    let style = theme.style(state.isAsking ? .selection : .text)
    let text = state.isAsking ? "Predict: " + state.text : state.text
    for (row, line) in text.wrapped(to: size.width - 4).prefix(size.height - 1).enumerated() {
      frame.write(line, x: 2, y: row + 1, style: style)
    }
    return frame
  }
}
