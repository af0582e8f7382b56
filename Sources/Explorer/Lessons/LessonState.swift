/// How far a lesson has come, and how to go back.
struct LessonState: Sendable {
  let lesson: Lesson
  /// The step that is asked about or shown.
  private(set) var index = 0
  /// Whether the step's question is on screen and its keys are still to come.
  private(set) var isAsking: Bool
  /// The application before each place that was left, to return to with one key back.
  private var left: [AppState] = []
  /// The application as the lesson last left it, once the user has pressed keys of their own.
  private(set) var undisturbed: [AppState] = []

  /// A lesson at its first step.
  init(_ lesson: Lesson) {
    self.lesson = lesson
    isAsking = lesson.steps[0].question != nil
  }

  /// The step that is asked about or shown.
  var step: Lesson.Step { lesson.steps[index] }

  /// What is on screen: the question, or what the keys have shown.
  var text: String { isAsking ? step.question ?? step.caption : step.caption }

  /// Whether this is the last thing that the lesson says.
  var isLast: Bool { index == lesson.steps.count - 1 && !isAsking }

  /// Keeps the state from before the user's own keys, so that the lesson can go on from it.
  mutating func keep(_ state: AppState) {
    if undisturbed.isEmpty { undisturbed = [state] }
  }

  /// Moves on: reveals a question's answer, or goes to the next step.
  ///
  /// - Parameter state: The application as the lesson left it, to come back to.
  /// - Returns: Whether the step's keys are to be pressed now; `nil` at the end.
  mutating func advance(leaving state: AppState) -> Bool? {
    guard !isLast else { return nil }
    undisturbed = []
    left.append(state)
    if isAsking {
      isAsking = false
      return true
    }
    index += 1
    isAsking = step.question != nil
    return !isAsking
  }

  /// The application as it was one place before, or `nil` at the beginning.
  func before() -> AppState? { left.last }
}
