import TerminalCanvas

@testable import Explorer

/// What one key did: the screen before it and after it.
struct Press {
  var key: Key
  var before: Exploration
  var after: Exploration
  /// Whether the program was asked to end.
  var quits = false
  /// Whether the program was asked to write a file.
  var saves = false

  /// Presses a key, and finishes whatever it sets going.
  init(_ key: Key, in explored: some Explored) async {
    self.key = key
    before = explored.exploration
    after = before
    var copy = before
    switch copy.handle(.key(key)).effect {
    case .quit: quits = true
    case .save: saves = true
    default: break
    }
    await after.replay([key])
  }

  /// Whether the picture has changed, and nothing went wrong.
  var changesPicture: Bool {
    before.frame() != after.frame() && !after.isAlarmed && !(after.app.notice?.isIdle ?? false)
  }
}
