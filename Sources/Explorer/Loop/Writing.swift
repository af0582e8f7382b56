import Dispatch
import Synchronization
import TerminalCanvas

/// Files that are being written off the loop; a million points take their time.
struct Writing {
  /// What has been written, or couldn't be, and nobody has asked for yet.
  private final class Outbox: Sendable {
    let answers = Mutex<[Answer]>([])
    /// The files that are being written.
    let files = DispatchGroup()
  }

  private let waker: Waker
  private let executor: (any TaskExecutor)?
  private let write: @Sendable (SaveFormat, Moment) -> Answer
  private let outbox = Outbox()
  /// How many files are not written yet.
  private var left = 0

  init(
    waker: Waker, executor: (any TaskExecutor)?,
    write: @escaping @Sendable (SaveFormat, Moment) -> Answer
  ) {
    self.waker = waker
    self.executor = executor
    self.write = write
  }

  /// Whether something is still being written.
  var goesOn: Bool { left > 0 }

  /// Begins to write a file.
  mutating func begin(_ format: SaveFormat, _ moment: Moment) {
    left += 1
    outbox.files.enter()
    Task.detached(executorPreference: executor) { [waker, outbox, write] in
      let answer = write(format, moment)
      outbox.answers.withLock { $0.append(answer) }
      outbox.files.leave()
      waker.wake()
    }
  }

  /// What has been written, or couldn't be, since the last call.
  mutating func takeAnswers() -> [Answer] {
    let answers = outbox.answers.withLock { answers in
      defer { answers = [] }
      return answers
    }
    left -= answers.count
    return answers
  }

  /// Gives the files a moment where the program has to end: a signal allows little more.
  func waitBriefly() {
    _ = outbox.files.wait(timeout: .now() + .milliseconds(1200))
  }
}
