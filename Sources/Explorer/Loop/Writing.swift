import TerminalCanvas

/// Files that are being written off the loop; a million points take their time.
struct Writing {
  private let waker: Waker
  private let executor: (any TaskExecutor)?
  private let write: @Sendable (SaveFormat, Moment) -> Answer
  private var writers: [Worker<Answer>] = []

  init(
    waker: Waker, executor: (any TaskExecutor)?,
    write: @escaping @Sendable (SaveFormat, Moment) -> Answer
  ) {
    self.waker = waker
    self.executor = executor
    self.write = write
  }

  /// Whether something is still being written.
  var goesOn: Bool { !writers.isEmpty }

  /// Begins to write a file.
  mutating func begin(_ format: SaveFormat, _ moment: Moment) {
    let writer = Worker<Answer>(waker: waker, executor: executor)
    writers.append(writer)
    writer.start { [write] report in report(write(format, moment)) }
  }

  /// What has been written, or couldn't be, since the last call.
  mutating func takeAnswers() -> [Answer] {
    let answers = writers.map { $0.takeResults() }
    writers = zip(writers, answers).filter { $1.isEmpty }.map(\.0)
    return answers.flatMap { $0 }
  }

  /// Waits until everything is written; what the user does meanwhile is passed over.
  ///
  /// - Returns: The exit status that the terminal asks for meanwhile, if it does.
  mutating func finish<T: Terminal & ~Copyable>(on terminal: inout T) -> Int32? {
    while goesOn {
      if case .end(let status) = terminal.nextEvent(timeout: nil) { return status }
      _ = takeAnswers()
    }
    return nil
  }
}
