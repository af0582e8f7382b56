import CTerminalGuard
import Dispatch

/// Runs tasks on threads of the system's pool that can report their own crash.
///
/// A thread whose stack is exhausted needs another one for the handler that restores the terminal.
/// The pool's threads aren't made by this program, so each gets it with the first task that it
/// runs. Child tasks run where their parent does.
final class GuardedExecutor: TaskExecutor {
  static let shared = GuardedExecutor()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    DispatchQueue.global().async { [self] in
      terminal_guard_watch_thread()
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
