/// A question that takes long to answer, and how far the answer has come.
struct Pursuit<Question: Equatable & Sendable, Answer: Sendable>: Sendable {
  /// What is asked, or `nil` before the first time.
  private(set) var question: Question?
  /// What is known so far.
  private(set) var answer: Answer?
  /// Whether the work goes on.
  private(set) var goesOn = false
  private var isComplete = false

  /// Asks a question in the place of the last one.
  ///
  /// - Parameter known: What is known of the answer already.
  mutating func ask(_ question: Question, knowing known: Answer? = nil) {
    self.question = question
    answer = known
    isComplete = false
    goesOn = true
  }

  /// Takes news of the answer to a question; those of an earlier question are passed over.
  mutating func learn(_ news: Answer, of asked: Question, isComplete: Bool) {
    guard asked == question else { return }
    answer = news
    self.isComplete = isComplete
    if isComplete { goesOn = false }
  }

  /// Stops the work; what is known stays.
  mutating func interrupt() { goesOn = false }

  /// Goes on with work that was interrupted.
  ///
  /// - Returns: Whether there is anything to go on with.
  mutating func resume() -> Bool {
    guard question != nil, !goesOn, !isComplete else { return false }
    goesOn = true
    return true
  }
}
