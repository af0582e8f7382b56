import Synchronization
import TerminalCanvas

/// Does work on other threads and keeps its news until the loop asks for them.
final class Worker: Sendable {
  private struct Job {
    var number = 0
    var task: Task<Void, Never>?
    var news: [Action] = []
  }

  private let job = Mutex(Job())
  private let waker: Waker

  private let executor: (any TaskExecutor)?

  /// A worker that wakes the loop when there are news.
  ///
  /// - Parameter executor: Where the work runs, `nil` for the usual threads.
  init(waker: Waker, executor: (any TaskExecutor)? = nil) {
    self.waker = waker
    self.executor = executor
  }

  /// Begins work, in the place of any that goes on.
  func start(_ work: Work) {
    job.withLock { job in
      job.task?.cancel()
      job.number += 1
      job.news = []
      let number = job.number
      job.task = Task.detached(executorPreference: executor) { [self] in
        await work.body { action in self.keep(action, from: number) }
      }
    }
  }

  /// Stops the work that goes on; later news of it are dropped.
  func cancel() {
    job.withLock { job in
      job.task?.cancel()
      job.task = nil
      job.number += 1
    }
  }

  /// The news since the last call, oldest first.
  func takeNews() -> [Action] {
    job.withLock { job in
      defer { job.news = [] }
      return job.news
    }
  }

  private func keep(_ action: Action, from number: Int) {
    let isCurrent = job.withLock { job in
      guard job.number == number else { return false }
      job.news.append(action)
      return true
    }
    if isCurrent { waker.wake() }
  }
}
