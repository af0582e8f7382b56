import TerminalCanvas

/// What is still to do before the next event: effects, and keys that a lesson presses.
struct Agenda {
  private var effects: [Effect] = []
  private var keys: ArraySlice<Key> = []

  /// Adds what an event asked for.
  mutating func add(_ asked: (effect: Effect?, keys: [Key])) {
    add(asked.effect)
    keys = asked.keys + keys
  }

  /// Adds what an answer asked for, if anything.
  mutating func add(_ effect: Effect?) {
    if let effect { effects.append(effect) }
  }

  /// The next effect to perform; pressed keys are obeyed one after the other on the way there.
  ///
  /// A run that such a key sends to its end is finished before the next key.
  mutating func next(_ exploration: inout Exploration) -> Effect? {
    while true {
      if let effect = effects.popLast() { return effect }
      guard let key = keys.popFirst() else { return nil }
      add(exploration.app.obey(key))
      exploration.app.finishRun()
    }
  }
}
