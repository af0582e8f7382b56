import TerminalCanvas

/// A terminal whose user presses some keys, and that remembers what it showed.
struct ScriptedTerminal: Terminal {
  var size: Size
  var capabilities = Capabilities()
  var waker: Waker { Waker {} }
  var hasPendingEvents: Bool { false }
  private(set) var frames: [Frame] = []
  private var events: ArraySlice<Event>

  /// A terminal where these keys are pressed, named as tmux does; then it is gone.
  init(pressing names: String, size: Size = Size(width: 100, height: 30)) {
    self.size = size
    events =
      names.split(separator: " ").compactMap { Key(name: String($0)) }.map(Event.key)[...]
  }

  mutating func present(_ frame: Frame) { frames.append(frame) }

  mutating func nextEvent(timeout: Duration?) -> Event { events.popFirst() ?? .end(status: 129) }
}
