import CTerminalGuard

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
public final class GuardedThreads: TaskExecutor, @unchecked Sendable {
  /// The threads of this process.
  public static let shared = GuardedThreads()

  // All that changes is behind the lock.
  private var jobs: ArraySlice<UnownedJob> = []
  private var threads = 0
  private var sleeping = 0
  private let most = max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// There is a job, or an end.
  private let news = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  private init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(news, nil)
  }

  /// Takes a job of a task that prefers these threads.
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let needsThread = locked {
      jobs.append(job)
      pthread_cond_signal(news)
      guard sleeping < jobs.count, threads < most else { return false }
      threads += 1
      return true
    }
    guard needsThread else { return }
    let hasThread = terminal_guard_start_thread {
      let all = GuardedThreads.shared
      all.locked { all.sleeping += 1 }
      all.work { false }
    }
    if !hasThread { locked { threads -= 1 } }
  }

  /// Does something to its end; the calling thread works on it, too.
  ///
  /// - Throws: What `body` throws.
  public func run<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let ending = Ending<Value>()
    // This thread is counted before there is any work, so that no other starts for nothing.
    locked { sleeping += 1 }
    Task(executorPreference: self) { [self] in
      let result: Result<Value, any Error>
      do {
        result = .success(try await body())
      } catch {
        result = .failure(error)
      }
      locked {
        ending.result = result
        pthread_cond_broadcast(news)
      }
    }
    work { ending.result != nil }
    guard let result = ending.result else { preconditionFailure("the work has come to no end") }
    return try result.get()
  }

  /// What work has come to; it is behind the lock until it is there.
  private final class Ending<Value: Sendable>: @unchecked Sendable {
    var result: Result<Value, any Error>?
  }

  /// Whether there are jobs and no thread that will ever do them but the calling one.
  var hasStrandedJobs: Bool { locked { threads == 0 && !jobs.isEmpty } }

  /// Runs the oldest job on the calling thread, if there is one that no other will do.
  func runStrandedJob() {
    let job = locked { threads == 0 ? jobs.popFirst() : nil }
    job?.runSynchronously(on: asUnownedTaskExecutor())
  }

  /// Does jobs, and sleeps in between, until there is an end.
  ///
  /// - Parameter isOver: Asked behind the lock. The thread is counted among those asleep before.
  private func work(until isOver: () -> Bool) {
    while true {
      let job: UnownedJob? = locked {
        while jobs.isEmpty, !isOver() { pthread_cond_wait(news, lock) }
        sleeping -= 1
        return isOver() ? nil : jobs.popFirst()
      }
      guard let job else {
        // Whatever woke this thread may have been meant for another.
        locked { _ = pthread_cond_signal(news) }
        return
      }
      job.runSynchronously(on: asUnownedTaskExecutor())
      locked { sleeping += 1 }
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
