import MixtureEngine
import TerminalCanvas

@testable import Explorer

/// Events in no order at all: keys that mean something and keys that don't, the mouse anywhere,
/// screens of any size, time.
struct EventStorm {
  private var generator: SeededGenerator
  private let bound =
    (Keymap.bindings + Keymap.viewBindings.values.joined()).flatMap(\.keys) + [
      .up, .down, .left, .right, .escape, .tab, .backTab, .enter, .delete,
    ]

  /// The same events for the same seed.
  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Whether long work that was asked for is waited for; otherwise it is dropped.
  var isWorkAwaited: Bool {
    mutating get { generator.index(below: 200) == 0 }
  }

  /// The next event.
  mutating func next() -> Event {
    switch generator.index(below: 20) {
    case 0: .resize(size())
    case 1: .tick
    case 2: .key(.character(character()))
    case 3, 4, 5: .mouse(mouse())
    default: .key(bound[generator.index(below: bound.count)])
    }
  }

  private mutating func size() -> Size {
    Size(width: generator.index(below: 150), height: generator.index(below: 60))
  }

  private mutating func character() -> Character {
    Unicode.Scalar(UInt32(generator.index(below: 0xD800))).map(Character.init) ?? " "
  }

  private mutating func mouse() -> MouseEvent {
    let actions: [MouseEvent.Action] = [
      .press(.left), .drag(.left), .release(.left), .press(.right), .release(.right), .wheelUp,
      .wheelDown,
    ]
    return MouseEvent(
      actions[generator.index(below: actions.count)],
      at: Position(x: generator.index(below: 160), y: generator.index(below: 70)),
      modifiers: MouseEvent.Modifiers(rawValue: UInt8(generator.index(below: 8))))
  }
}
