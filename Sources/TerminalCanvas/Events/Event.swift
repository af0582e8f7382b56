/// Something that a terminal tells the application.
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
  /// Something about the terminal that the user should know, in a sentence.
  case trouble(String)
  /// The time-out has passed without another event.
  case tick
  /// The terminal is gone, or a signal asks to quit: leave soon, with this exit status.
  case end(status: Int32)
}

/// Something that the mouse did, at a cell of the screen.
public struct MouseEvent: Hashable, Sendable {
  /// A button of the mouse.
  public enum Button: Hashable, Sendable {
    /// One of the three buttons.
    case left, middle, right
  }

  /// What happened.
  public enum Action: Hashable, Sendable {
    /// A button went down.
    case press(Button)
    /// The mouse moved while a button was down.
    case drag(Button)
    /// A button went up.
    case release(Button)
    /// The wheel was turned away from the user.
    case wheelUp
    /// The wheel was turned toward the user.
    case wheelDown
  }

  /// Keys that were held meanwhile.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The keys as bits.
    public let rawValue: UInt8
    /// A set of modifier keys from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The Shift key.
    public static let shift = Modifiers(rawValue: 1)
    /// The Alt or Meta key.
    public static let alt = Modifiers(rawValue: 2)
    /// The Control key.
    public static let control = Modifiers(rawValue: 4)
  }

  /// What happened.
  public var action: Action
  /// The cell under the pointer.
  public var position: Position
  /// Keys that were held meanwhile.
  public var modifiers: Modifiers

  /// An action of the mouse at a cell.
  public init(_ action: Action, at position: Position, modifiers: Modifiers = []) {
    self.action = action
    self.position = position
    self.modifiers = modifiers
  }
}
