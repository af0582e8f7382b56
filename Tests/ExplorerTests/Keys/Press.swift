import TerminalCanvas

@testable import Explorer

/// What one key did: the screen before it and after it.
struct Press {
  var key: Key
  var before: AppState
  var after: AppState
  /// Whether the program was asked to end.
  var quits = false

  /// Presses a key, and finishes whatever it sets going.
  init(_ key: Key, in state: AppState) async {
    self.key = key
    before = state
    after = state
    var copy = state
    if case .quit = copy.handle(.key(key)) { quits = true }
    await after.replay([key])
  }

  /// Whether the picture has changed, and nothing went wrong.
  var changesPicture: Bool {
    before.frame() != after.frame() && !after.isAlarmed
  }
}

extension AppState {
  /// Whether an error message is shown in the line above the keys.
  var isAlarmed: Bool {
    let y = size.height - 2 - (lesson == nil ? 0 : LessonPane.height)
    return frame()[0, y].style == theme.style(.alert)
  }

  /// The state after some more keys.
  func after(_ names: String) async -> AppState {
    var state = self
    await state.press(names)
    return state
  }

  /// All numbers of the picture that follow a word or stand before one.
  func numbers(_ pattern: Regex<(Substring, Substring)>) -> [Double] {
    frame().text.matches(of: pattern).compactMap { Double($0.1) }
  }

  /// The iterations that the title and, in a race, both runs have come to.
  var iterations: [Double] { numbers(/iteration (\d+)/) }
  /// K in the title.
  var componentsInTitle: [Double] { Array(numbers(/K=(\d+)/).prefix(1)) }
  /// N in the title.
  var pointsInTitle: [Double] { Array(numbers(/N=(\d+)/).prefix(1)) }
  /// The seed in the title.
  var seedInTitle: [Double] { Array(numbers(/seed (\d+)/).prefix(1)) }

  /// The row of the line that is chosen, in a list over the picture if there is one.
  var chosenRow: Int? {
    let rows = frame().text.split(separator: "\n", omittingEmptySubsequences: false)
    return rows.indices.dropFirst().first { rows[$0].contains("│ ▸ ") }
      ?? rows.indices.dropFirst().first { rows[$0].contains("▸ ") }
  }

  /// Where a pair of brackets stands around one character.
  var bracketed: Position? {
    let frame = frame()
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width
      where frame[x, y].character == "[" && frame[x + 2, y].character == "]" {
        return Position(x: x + 1, y: y)
      }
    }
    return nil
  }
}
