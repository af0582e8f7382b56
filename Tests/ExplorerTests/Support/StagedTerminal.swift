import Dispatch
import TerminalCanvas

/// Threads beside those that tests are run on, as these wait.
final class Elsewhere: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    DispatchQueue.global().async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
  }
}

/// A terminal whose user acts at chosen moments of what the program works out.
struct StagedTerminal: Terminal {
  enum Cue {
    /// Something happens at once.
    case event(Event)
    /// The program calls first.
    case call
    /// Something is done elsewhere.
    case does(() -> Void)
  }

  var size = Size(width: 80, height: 24)
  var capabilities = Capabilities()
  let executor: (any TaskExecutor)? = Elsewhere()
  var hasPendingEvents: Bool { false }
  var cues: ArraySlice<Cue>
  /// How long the loop was ready to wait, each time.
  private(set) var timeouts: [Duration?] = []
  private let calls = DispatchSemaphore(value: 0)

  init(_ cues: [Cue]) { self.cues = cues[...] }

  var waker: Waker { Waker { [calls] in calls.signal() } }

  private(set) var frames: [Frame] = []

  mutating func present(_ frame: Frame) { frames.append(frame) }

  mutating func nextEvent(timeout: Duration?) -> Event {
    timeouts.append(timeout)
    switch cues.popFirst() {
    case .event(let event): return event
    case .call:
      calls.wait()
      return .wake
    case .does(let deed):
      deed()
      return nextEvent(timeout: timeout)
    case nil: return .end(status: 129)
    }
  }
}
