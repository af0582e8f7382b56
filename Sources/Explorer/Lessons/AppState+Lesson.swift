import MixtureEngine
import TerminalCanvas

extension AppState {
  /// The application at the first step of a lesson.
  ///
  /// - Throws: ``StartError`` when the lesson's K doesn't fit the data.
  public init(
    lesson: Lesson, data: DataSet, catalogue: [(name: String, summary: String)] = [],
    capabilities: Capabilities = Capabilities(), size: Size = Size(width: 80, height: 24)
  ) throws {
    try self.init(
      data: data, recipe: lesson.recipe, catalogue: catalogue, capabilities: capabilities,
      size: size)
    self.lesson = LessonState(lesson)
    opening.lesson = lesson.name
  }

  /// Goes on in the lesson, from where it left the application.
  mutating func lessonForward() -> Effect? {
    guard var lesson else { return nil }
    var state = lesson.undisturbed.first ?? self
    state.size = size
    guard let pressesKeys = lesson.advance(leaving: state) else {
      notice = "The lesson is over: Esc leaves it, and you go on from here."
      return nil
    }
    take(state)
    self.lesson = lesson
    return pressesKeys ? .press(lesson.step.keys) : nil
  }

  /// Goes back in the lesson, to exactly what was there before.
  mutating func lessonBack() {
    guard var state = lesson?.before() else { return }
    state.size = size
    take(state)
  }

  /// Becomes another state of the same session.
  private mutating func take(_ state: AppState) {
    let log = log
    self = state
    self.log = log
  }

  /// Whether the lesson has the next key: what the user opened has it first, what the lesson
  /// itself opened hasn't.
  func isOfLesson(_ lesson: LessonState) -> Bool {
    lesson.undisturbed.isEmpty || (overlay == nil && hand == nil)
  }

  /// What a key does in a lesson: it moves on or back, leaves, or is the user's own.
  mutating func obeyInLesson(_ key: Key) -> Effect? {
    switch Keymap.lessonAction(for: key) {
    case .forward: return lessonForward()
    case .back:
      lessonBack()
      return nil
    case .leave:
      lesson = nil
      return nil
    case nil:
      let present = self
      lesson?.keep(present)
      return obey(key)
    }
  }
}
