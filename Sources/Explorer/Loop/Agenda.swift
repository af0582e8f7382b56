import TerminalCanvas

/// What is still to do before the next event: effects, and keys that a lesson presses.
struct Agenda {
  private var effects: [Effect] = []
  private var keys: ArraySlice<Key> = []

  /// Adds what an action asked for, if anything.
  mutating func add(_ effect: Effect?) {
    if let effect { effects.append(effect) }
  }

  /// The next effect to perform; pressed keys are obeyed one after the other on the way there.
  ///
  /// A run that such a key sends to its end is finished before the next key.
  mutating func next(_ state: inout AppState) -> Effect? {
    while true {
      if let effect = effects.popLast() {
        guard case .press(let pressed) = effect else { return effect }
        keys = pressed + keys
      } else if let key = keys.popFirst() {
        add(state.obey(key))
        state.finishRun()
      } else {
        return nil
      }
    }
  }
}
