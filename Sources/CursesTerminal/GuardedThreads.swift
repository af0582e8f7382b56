import CTerminalGuard
import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs tasks on threads of its own that can report their crash, an exhausted stack included.
///
/// There are at most as many as cores, and they sleep without a single wake-up while there is
/// nothing to do, which the system's pool doesn't promise. Where the system has no thread to give,
/// the jobs are done all the same: by the thread that waits for their end, or between two events by
/// the one that waits for these.
public final class GuardedThreads: TaskExecutor {
  /// The threads of this process.
  public static let shared = GuardedThreads()

  private struct State {
    var jobs: ArraySlice<UnownedJob> = []
    var threads = 0
    var sleeping = 0
  }

  private let state = Mutex(State())
  private let arrivals = DispatchSemaphore(value: 0)
  private let most = max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Takes a job of a task that prefers these threads.
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let needsThread = state.withLock { state in
      state.jobs.append(job)
      guard state.sleeping < state.jobs.count, state.threads < most else { return false }
      state.threads += 1
      state.sleeping += 1
      return true
    }
    if needsThread, !terminal_guard_start_thread({ GuardedThreads.shared.work { false } }) {
      state.withLock { state in
        state.threads -= 1
        state.sleeping -= 1
      }
    }
    arrivals.signal()
  }

  /// Does something to its end; the calling thread works on it, too.
  ///
  /// - Throws: What `body` throws.
  public func run<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let result = Mutex<Result<Value, any Error>?>(nil)
    // This thread counts as one that waits for work before there is any, so that no other starts.
    state.withLock { $0.sleeping += 1 }
    Task(executorPreference: self) { [self] in
      let value: Result<Value, any Error>
      do {
        value = .success(try await body())
      } catch {
        value = .failure(error)
      }
      result.withLock { $0 = value }
      // Whoever sleeps looks up, the caller among them.
      for _ in 0...most { arrivals.signal() }
    }
    work { result.withLock { $0 != nil } }
    guard let value = result.withLock({ $0 }) else { preconditionFailure("the work is not over") }
    return try value.get()
  }

  /// Whether there are jobs and no thread that will ever do them but the calling one.
  var hasStrandedJobs: Bool { state.withLock { $0.threads == 0 && !$0.jobs.isEmpty } }

  /// Runs the oldest job on the calling thread, if there is one.
  func runStrandedJob() {
    guard hasStrandedJobs, arrivals.wait(timeout: .now()) == .success else { return }
    runOldestJob()
  }

  /// Does jobs and sleeps in between until there is an end; the thread is counted as asleep before.
  private func work(until isOver: () -> Bool) {
    while true {
      arrivals.wait()
      state.withLock { $0.sleeping -= 1 }
      guard !isOver() else { return }
      runOldestJob()
      state.withLock { $0.sleeping += 1 }
    }
  }

  private func runOldestJob() {
    let job = state.withLock { $0.jobs.popFirst() }
    job?.runSynchronously(on: asUnownedTaskExecutor())
  }
}
