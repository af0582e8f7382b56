import TerminalCanvas

/// A question that takes long to answer, piece by piece, such as hundreds of restarts.
protocol BackgroundQuestion: Equatable, Sendable {
  /// What is known so far.
  associatedtype Answer: Sendable

  /// Answers the question off the loop; cancelling the task keeps what is done.
  ///
  /// - Parameters:
  ///   - known: What need not be done again.
  ///   - positions: The pieces to do; `nil` for all.
  ///   - progress: Told now and then what is known so far.
  func answer(
    knowing known: Answer?, only positions: Set<Int>?, progress: (Answer) -> Void
  ) async -> Answer
  /// The pieces that are done, ascending.
  func positions(in answer: Answer) -> [Int]
  /// Whether all of them are.
  func isComplete(_ answer: Answer) -> Bool
  /// What stays known of an answer to an earlier question.
  func keeps(_ answer: Answer, to earlier: Self) -> Answer?
  /// The whole answer, where it takes no longer than a picture.
  ///
  /// - Parameter known: What need not be done again.
  func answerAtOnce(knowing known: Answer?) -> Answer?
}

extension BackgroundQuestion {
  /// Usually it takes longer.
  func answerAtOnce(knowing known: Answer?) -> Answer? { nil }
}

/// How far the answer to a question has come.
struct Background<Question: BackgroundQuestion>: Sendable {
  /// What is asked, or `nil` before the first time.
  private(set) var question: Question?
  /// What is known so far.
  private(set) var answer: Question.Answer?
  /// Whether the work goes on.
  private(set) var goesOn = false
  private var isComplete = false

  /// Asks a question in the place of the last one, unless it is the same.
  ///
  /// - Returns: Whether there is something to do.
  fileprivate mutating func ask(_ asked: Question) -> Bool {
    guard asked != question else { return false }
    answer = question.flatMap { earlier in answer.flatMap { asked.keeps($0, to: earlier) } }
    question = asked
    isComplete = false
    goesOn = true
    return true
  }

  /// Takes in an answer to a question; those to an earlier question are passed over.
  mutating func learn(_ answer: Question.Answer, to asked: Question) {
    guard asked == question else { return }
    self.answer = answer
    isComplete = asked.isComplete(answer)
    if isComplete { goesOn = false }
  }

  /// Stops the work; what is known stays.
  fileprivate mutating func interrupt() { goesOn = false }

  /// Goes on with work that was interrupted.
  ///
  /// - Returns: Whether there is something to do.
  fileprivate mutating func resume() -> Bool {
    guard question != nil, !goesOn, !isComplete else { return false }
    goesOn = true
    return true
  }
}

/// What a view works on in the background, whatever the types of question and answer.
struct BackgroundWork: Sendable {
  /// Whether keys leave it going and do all that they do: work on a picture of what they change.
  let isLight: Bool
  /// Whether it goes on.
  let goesOn: @Sendable (AppState) -> Bool
  /// Begins the work that the view wants, where it is neither done nor going on.
  let begin: @Sendable (inout AppState) -> Effect?
  /// Goes on after an interruption.
  let resume: @Sendable (inout AppState) -> Effect?
  /// Stops; what is done stays.
  let interrupt: @Sendable (inout AppState) -> Void
  /// The pieces that are done.
  let done: @Sendable (AppState) -> [Int]
  /// The work as far as some of its pieces; all of them for `nil`.
  let work: @Sendable (AppState, Set<Int>?) -> Work?
  /// Why there is nothing to work on, if there isn't.
  let obstacle: @Sendable (AppState) -> String?

  /// The key that goes on after an interruption.
  var resuming: Binding {
    Binding(
      [.character("r")], "go on after an interruption",
      ask: { [resume, goesOn, obstacle] state throws(Notice) in
        if let effect = resume(&state) { return effect }
        throw .idle(
          goesOn(state)
            ? "The work goes on: any other key stops it."
            : obstacle(state) ?? "All of it is done.")
      })
  }

  /// - Parameters:
  ///   - path: Where the state keeps question and answer.
  ///   - isLight: Whether keys leave the work going and do all that they do.
  ///   - question: What the view wants to know, if anything.
  ///   - asked: What else a new question changes in the view.
  ///   - learned: What else an answer changes, however much of it there is.
  ///   - obstacle: Why the view wants to know nothing, where it doesn't.
  init<Question>(
    _ path: WritableKeyPath<AppState, Background<Question>> & Sendable,
    lightly isLight: Bool = false,
    question: @escaping @Sendable (AppState) -> Question?,
    asked: @escaping @Sendable (inout AppState) -> Void = { _ in },
    learned: @escaping @Sendable (inout AppState) -> Void = { _ in },
    obstacle: @escaping @Sendable (AppState) -> String? = { _ in nil }
  ) {
    self.obstacle = obstacle
    self.isLight = isLight
    let work: @Sendable (AppState, Set<Int>?) -> Work? = { state, positions in
      let background = state[keyPath: path]
      guard let question = background.question else { return nil }
      return Work { report in
        func tell(_ answer: Question.Answer) {
          report(
            BackgroundResult {
              $0[keyPath: path].learn(answer, to: question)
              learned(&$0)
            })
        }
        tell(
          await question.answer(knowing: background.answer, only: positions, progress: tell))
      }
    }
    self.work = work
    goesOn = { $0[keyPath: path].goesOn }
    interrupt = { $0[keyPath: path].interrupt() }
    done = { state in
      let background = state[keyPath: path]
      guard let question = background.question, let answer = background.answer else { return [] }
      return question.positions(in: answer)
    }
    begin = { state in
      guard let wanted = question(state) else { return nil }
      if state[keyPath: path].ask(wanted) {
        asked(&state)
      } else {
        guard isLight, state[keyPath: path].resume() else { return nil }
      }
      if let answer = wanted.answerAtOnce(knowing: state[keyPath: path].answer) {
        state[keyPath: path].learn(answer, to: wanted)
        learned(&state)
        return nil
      }
      return work(state, nil).map { .start($0) }
    }
    resume = { state in
      // Nothing goes on that the view doesn't show.
      guard question(state) == state[keyPath: path].question, state[keyPath: path].resume()
      else { return nil }
      return work(state, nil).map { .start($0) }
    }
  }
}

extension AppState {
  /// The background work that goes on and that keys stop, if any does.
  var presentWork: BackgroundWork? {
    View.all.lazy.compactMap(\.work).first { !$0.isLight && $0.goesOn(self) }
  }

  /// The background work that goes on, if any does, also where keys leave it going.
  var anyWork: BackgroundWork? {
    View.all.lazy.compactMap(\.work).first { $0.goesOn(self) }
  }

  /// Begins the background work that the view on screen wants.
  mutating func beginWork() -> Effect? {
    learnEnding()
    return hand == nil ? view.work?.begin(&self) : nil
  }

  /// Goes on with the background work of a state that was kept while it went on.
  func goOnWithWork() -> Effect? {
    anyWork?.work(self, nil).map { .start($0) }
  }

  /// Stops background work, or a run on its way to the end, at a key; what is done stays.
  ///
  /// Keys of the view, and those that change what is shown, do their own work as well, all others
  /// do no more than stop.
  mutating func interruptWork(at key: Key) -> Effect? {
    let binding = binding(of: key)
    if let binding, binding.leavesWork { return perform(binding) }
    if session.pace == .toEnd { stopRun() }
    for view in View.all { view.work?.interrupt(&self) }
    guard let binding, binding.isObeyedDuringWork || view.keys[key] != nil else {
      return beginWork() ?? .cancelWork
    }
    return perform(binding) ?? .cancelWork
  }

  /// Stops a run on its way to the end where it stands.
  private mutating func stopRun() {
    session.pause()
    notice = .news("stopped at iteration \(run.snapshot.iteration): G goes on to the end")
  }
}
