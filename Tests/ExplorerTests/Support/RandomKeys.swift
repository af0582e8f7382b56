import MixtureEngine
import TerminalCanvas

@testable import Explorer

/// Keys that a user may press, in no order.
enum RandomKeys {
  /// Every key of every table but those of the terminal, and some of none, in an order that is the
  /// same in every process, which that of a dictionary isn't.
  static let all =
    Set(
      Keymap.all.flatMap(\.bindings).flatMap(\.keys)
        + PlotOption.allCases.map { .character($0.rawValue) }
        + [.character("~"), .character("ä"), .function(7), .control("a"), .alt("q"), .insert]
    )
    .subtracting(Keymap.everywhere.bindings.flatMap(\.keys)).sorted { $0.name < $1.name }

  /// One of them; those that step and switch come more often.
  static func next(_ generator: inout SeededGenerator) -> Key {
    let often: [Key] = [
      .space, .space, .character("e"), .character("m"), .character("c"), .character("M"), .enter,
      .enter, .down, .character("i"), .character("<"), .character(">"), .character("x"),
    ]
    return generator.index(below: 3) == 0
      ? often[generator.index(below: often.count)] : all[generator.index(below: all.count)]
  }
}

extension AppState {
  /// Obeys a key, and loads other data where it asks for some; long work is dropped.
  mutating func obeyAtRandom(_ key: Key, _ generator: inout SeededGenerator) {
    guard case .load = handle(.key(key)) else { return finishRun() }
    let size = 10 + generator.index(below: 40)
    _ = handle(
      Answer.loaded(generator.index(below: 2) == 0 ? .clouds(of: size) : .weightedClouds()))
  }
}
