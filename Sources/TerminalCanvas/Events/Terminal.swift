/// A screen with a keyboard: shows frames, answers events.
public protocol Terminal: ~Copyable {
  /// How many columns and rows the screen has now.
  var size: Size { get }
  /// The abilities of the screen.
  var capabilities: Capabilities { get }
  /// Interrupts `nextEvent` from any thread.
  var waker: Waker { get }
  /// Where long work is to run, `nil` for the usual threads.
  var executor: (any TaskExecutor)? { get }

  /// Says whether events have arrived that `nextEvent` will answer without waiting.
  var hasPendingEvents: Bool { get }

  /// Shows a frame; larger ones are clipped, the rest of the screen is blank.
  mutating func present(_ frame: Frame)

  /// Waits for the next event.
  ///
  /// - Parameter timeout: How long to wait before the answer is `.tick`; `nil` waits for ever.
  mutating func nextEvent(timeout: Duration?) -> Event
}

extension Terminal where Self: ~Copyable {
  /// The usual threads.
  public var executor: (any TaskExecutor)? { nil }
}

/// The abilities of a terminal.
public struct Capabilities: Hashable, Sendable {
  /// How many colours there are.
  public var colors: ColorDepth
  /// Says whether characters beyond ASCII may be used.
  public var unicode: Bool
  /// The colour behind everything, as far as the terminal has told it.
  public var background: Color?

  /// The abilities of a terminal; the usual ones if nothing is said.
  ///
  /// - Parameters:
  ///   - colors: How many colours there are.
  ///   - unicode: Whether characters beyond ASCII may be used.
  ///   - background: The colour behind everything, `nil` where nobody knows it.
  public init(
    colors: ColorDepth = .palette256, unicode: Bool = true, background: Color? = nil
  ) {
    self.colors = colors
    self.unicode = unicode
    self.background = background
  }
}

/// Interrupts a terminal's wait for events; may be called from any thread, any number of times.
public struct Waker: Sendable {
  private let action: @Sendable () -> Void

  /// A waker that does `action`, which must be safe to call from any thread.
  public init(_ action: @escaping @Sendable () -> Void) { self.action = action }

  /// Makes the terminal's `nextEvent` answer `.wake` soon.
  public func wake() { action() }
}
