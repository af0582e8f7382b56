import TerminalCanvas

extension Keymap {
  /// What a key can do in a lesson.
  enum LessonAction {
    case forward, back, leave
  }

  /// The keys that move a lesson: those of stepping, so that a presenter's remote is enough.
  static func lessonAction(for key: Key) -> LessonAction? {
    switch key {
    case .space, .enter, .character("n"), .character("l"), .right, .pageDown: .forward
    case .character("p"), .character("h"), .left, .pageUp, .backspace: .back
    case .escape: .leave
    default: nil
    }
  }
}
