/// What an application can hear from its terminal.
public enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// The screen has another size now.
  case resize(Size)
  /// The picture is to be sent anew, as after a suspension; the state hasn't changed.
  case redraw
  /// Somebody called the terminal's `Waker`; background work has news.
  case wake
  /// The time-out has passed without another event.
  case tick
  /// The terminal is gone, or a signal asks to quit: leave soon, with this exit status.
  case end(status: Int32)
}
