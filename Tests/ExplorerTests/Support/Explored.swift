import TerminalCanvas

@testable import Explorer

/// Something whose keys can be pressed and whose screen can be read: the application alone, or the
/// program with a walkthrough around it.
protocol Explored: Sendable {
  /// The program as it runs.
  var exploration: Exploration { get set }
  /// The screen.
  func frame() -> Frame
}

extension AppState: Explored {
  var exploration: Exploration {
    get { Exploration(self) }
    set { self = newValue.app }
  }
}

extension Exploration: Explored {
  var exploration: Exploration {
    get { self }
    set { self = newValue }
  }
}

// MARK: - Keys

extension Explored {
  /// Presses keys, named as tmux does and separated by blanks.
  mutating func press(_ names: String) async {
    var exploration = exploration
    await exploration.replay(names.split(separator: " ").compactMap { Key(name: String($0)) })
    self.exploration = exploration
  }

  /// What is there after some more keys.
  func after(_ names: String) async -> Self {
    var explored = self
    await explored.press(names)
    return explored
  }
}

extension AppState {
  /// Plays events, without a walkthrough.
  mutating func replay(
    _ events: [SessionEvent], shown: (AppState) -> Void = { _ in }
  ) async {
    var exploration = Exploration(self)
    await exploration.replay(events) { _ in
      nil
    } shown: {
      shown($0.app)
    }
    self = exploration.app
  }
}

// MARK: - The screen

extension Explored {
  /// Row `y` of the screen without trailing blanks.
  func row(_ y: Int) -> String {
    var row = String(frame().row(y).map(\.character))
    while row.last == " " { row.removeLast() }
    return row
  }

  /// Whether the screen shows a text.
  func shows(_ text: String) -> Bool { frame().text.contains(text) }

  /// The last line of the picture, which names keys; a lesson speaks below it.
  var lineOfKeys: Int {
    exploration.app.screen.size.height - 1
  }

  /// What the last line of the picture says of keys.
  var shownHints: [ShownHint] { frame().hints(inRow: lineOfKeys) }

  /// Whether an error message is shown in the line above the keys.
  var isAlarmed: Bool {
    frame()[0, lineOfKeys - 1].style == exploration.app.screen.theme.style(.alert)
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
