import TerminalCanvas

/// What is still to do before the next event: effects, and keys that a lesson presses.
struct Agenda: Sendable {
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

  /// The next effect to perform, once it is known.
  mutating func nextEffect() -> Effect? { effects.popLast() }

  /// Whether there are keys left to obey.
  var hasKeys: Bool { !keys.isEmpty }

  /// Obeys pressed keys, one after the other, until something is to be performed.
  ///
  /// A run that such a key sends to its end is finished before the next key.
  mutating func obeyKeys(_ exploration: inout Exploration) {
    while effects.isEmpty, let key = keys.popFirst() {
      add(exploration.app.obey(key))
      exploration.app.finishRun()
    }
  }

  /// The next effect to perform; pressed keys are obeyed on the way there.
  mutating func next(_ exploration: inout Exploration) -> Effect? {
    obeyKeys(&exploration)
    return nextEffect()
  }
}
