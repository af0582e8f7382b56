import Synchronization
import TerminalCanvas

/// Long work that is done off the loop, such as hundreds of restarts.
///
/// It runs as a task, on all cores if it likes, reports results and stops early when its task is
/// cancelled.
public struct Work: Sendable {
  /// Takes results, from any thread.
  typealias Report = @Sendable (BackgroundResult) -> Void

  /// Does the work.
  let body: @Sendable (_ report: @escaping Report) async -> Void

  /// Work that hands its results to `report`, from any thread.
  init(_ body: @escaping @Sendable (_ report: @escaping Report) async -> Void) {
    self.body = body
  }

  /// All results, once the work is done.
  func finished() async -> [BackgroundResult] {
    let (results, continuation) = AsyncStream.makeStream(of: BackgroundResult.self)
    await body { continuation.yield($0) }
    continuation.finish()
    var all: [BackgroundResult] = []
    for await result in results { all.append(result) }
    return all
  }
}

/// What background work has found so far, ready to be taken into the state.
struct BackgroundResult: Sendable {
  /// Takes it in.
  let deliver: @Sendable (inout AppState) -> Void
}

/// Does work on other threads and keeps its results until the loop asks for them.
final class Worker: Sendable {
  private struct Job {
    var number = 0
    var task: Task<Void, Never>?
    var results: [BackgroundResult] = []
  }

  private let job = Mutex(Job())
  private let waker: Waker
  private let executor: (any TaskExecutor)?

  /// A worker that wakes the loop when there are results.
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
      job.results = []
      let number = job.number
      job.task = Task.detached(executorPreference: executor) { [self] in
        await work.body { result in self.keep(result, from: number) }
      }
    }
  }

  /// Stops the work that goes on; later results of it are dropped.
  func cancel() {
    job.withLock { job in
      job.task?.cancel()
      job.task = nil
      job.number += 1
    }
  }

  /// The results since the last call, oldest first.
  func takeResults() -> [BackgroundResult] {
    job.withLock { job in
      defer { job.results = [] }
      return job.results
    }
  }

  private func keep(_ result: BackgroundResult, from number: Int) {
    let isCurrent = job.withLock { job in
      guard job.number == number else { return false }
      job.results.append(result)
      return true
    }
    if isCurrent { waker.wake() }
  }
}
