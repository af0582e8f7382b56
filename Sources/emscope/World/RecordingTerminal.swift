import MixtureData
import TerminalCanvas

/// A terminal that writes down what it shows and when, as an asciicast.
struct RecordingTerminal<Base: Terminal & ~Copyable>: Terminal, ~Copyable {
  private var base: Base
  private let file: CastFile
  private let begin = ContinuousClock.now
  private var recordedSize: Size
  private var last: Frame?
  private var hasToldFailure = false

  /// A recording of what another terminal shows.
  init(_ base: consuming Base, title: String, file: CastFile) {
    recordedSize = base.size
    self.base = base
    self.file = file
    file.append(
      CastLine.header(width: recordedSize.width, height: recordedSize.height, title: title))
  }

  var size: Size { base.size }
  var capabilities: Capabilities { base.capabilities }
  var waker: Waker { base.waker }
  var executor: (any TaskExecutor)? { base.executor }
  var hasPendingEvents: Bool { base.hasPendingEvents }

  mutating func present(_ frame: Frame) {
    base.present(frame)
    guard frame != last else { return }
    last = frame
    let seconds = ((ContinuousClock.now - begin) / .seconds(1) * 1e6).rounded() / 1e6
    var start = "\u{1B}[H\u{1B}[?25l"
    if frame.size != recordedSize {
      recordedSize = frame.size
      file.append(
        CastLine.resize(width: frame.size.width, height: frame.size.height, after: seconds))
      // What a player keeps of the old picture isn't what this terminal kept.
      start += "\u{1B}[2J"
    }
    let rows = frame.ansi(colors: capabilities.colors).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().joined(separator: "\r\n")
    file.append(CastLine.output(start + rows, after: seconds))
  }

  mutating func nextEvent(timeout: Duration?) -> Event {
    if let failure = file.failure, !hasToldFailure {
      hasToldFailure = true
      return .trouble("the recording ends here: \(failure)")
    }
    return base.nextEvent(timeout: timeout)
  }

  /// Does something with the terminal that is recorded.
  mutating func withBase(_ body: (inout Base) -> Void) { body(&base) }
}
