import MixtureData
import TerminalCanvas

/// A terminal that remembers what it showed and when, for an asciicast.
struct RecordingTerminal<Base: Terminal & ~Copyable>: Terminal, ~Copyable {
  private var base: Base
  private let begin = ContinuousClock.now
  private let title: String
  private let firstSize: Size
  private var lines = ""
  private var last: Frame?

  /// A recording of what another terminal shows.
  init(_ base: consuming Base, title: String) {
    firstSize = base.size
    self.base = base
    self.title = title
  }

  var size: Size { base.size }
  var capabilities: Capabilities { base.capabilities }
  var waker: Waker { base.waker }
  var executor: (any TaskExecutor)? { base.executor }
  var hasPendingEvents: Bool { base.hasPendingEvents }

  /// The asciicast so far.
  var cast: String {
    CastLine.header(width: firstSize.width, height: firstSize.height, title: title) + lines
  }

  mutating func present(_ frame: Frame) {
    base.present(frame)
    guard frame != last else { return }
    last = frame
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    let home = "\u{1B}[H\u{1B}[?25l"
    let rows = frame.ansi(colors: capabilities.colors).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().joined(separator: "\r\n")
    lines += CastLine.output(home + rows, after: (seconds * 1e6).rounded() / 1e6)
  }

  mutating func nextEvent(timeout: Duration?) -> Event { base.nextEvent(timeout: timeout) }

  /// Does something with the terminal that is recorded.
  mutating func withBase(_ body: (inout Base) -> Void) { body(&base) }
}
