import TerminalCanvas

/// Keys that nobody presses: those of the command line, obeyed as soon as the loop begins.
///
/// Each waits until what the one before set going has come to its end, and that is shown and heard as
/// ever. Who presses a key meanwhile takes over: the rest is given up.
struct FirstKeys {
  private var left: ArraySlice<Key>
  /// Whether effects come from them at present.
  private var arePressed = false

  init(_ keys: [Key]) { left = keys[...] }

  /// The next key, unless something goes on that was set going before.
  mutating func next(in app: AppState) -> Key? {
    guard app.anyWork == nil, app.session.pace != .toEnd, let key = left.popFirst() else {
      return nil
    }
    arePressed = true
    return key
  }

  /// Leaves everything to the user.
  mutating func giveUp() { (left, arePressed) = ([], false) }

  /// Whether they have no part in an effect: it is about files that are written, the end of the
  /// program or the world around it, which somebody has to ask for.
  func areBarred(from effect: Effect) -> Bool {
    guard arePressed else { return false }
    return switch effect {
    case .save, .quit, .suspend, .copy: true
    case .load, .teach, .start, .cancelWork, .repaint: false
    }
  }
}
