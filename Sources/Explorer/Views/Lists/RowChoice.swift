import TerminalCanvas

/// A list in a view of which one row is chosen: keys go up and down, and Enter or a second click opens
/// the row.
struct RowChoice: Sendable {
  /// What is said of the list.
  struct Words: Sendable {
    /// What the keys up, down and Enter do, for the help.
    var up, down, open: String
    /// What is chosen, for the line of keys.
    var hint: String
    /// Why a key does nothing at the first row, and at the last.
    var first, last: String
  }

  /// Where the state keeps the number of the chosen row, counted from 0.
  let selection: WritableKeyPath<AppState, Int> & Sendable
  /// What is said of it.
  let words: Words
  /// How many rows there are.
  let count: @Sendable (AppState) -> Int
  /// Why there is none, where there is none.
  let absence: @Sendable (AppState) -> String
  /// The row at a cell of the view, if there is one.
  let row: @Sendable (AppState, Position, Size) -> Int?
  /// Opens the chosen row, which is there.
  let open: @Sendable (inout AppState) throws(Notice) -> Void

  /// The keys, the first three of a view.
  var bindings: [Binding] {
    [
      moving([.up, .character("k")], words.up, by: -1),
      moving([.down, .character("j")], words.down, by: 1),
      Binding(
        [.enter], words.open, hint: Hint(2) { [count] in count($0) > 0 ? "open its run" : nil }
      ) { [self] state throws(Notice) in try openChosen(&state) },
    ]
  }

  /// What a click does: it chooses the row, and opens the chosen one.
  var clicked: View.Click {
    { [self] state, cell throws(Notice) in
      guard let size = state.layout.view?.size, let number = row(state, cell, size) else {
        return nil
      }
      if number == state[keyPath: selection] { try openChosen(&state) }
      state[keyPath: selection] = number
      return nil
    }
  }

  /// Chooses the last row where there are no longer as many as the chosen one needs.
  func settle(_ state: inout AppState) {
    state[keyPath: selection] = max(0, min(state[keyPath: selection], count(state) - 1))
  }

  private func moving(_ keys: [Key], _ help: String, by step: Int) -> Binding {
    Binding(
      keys, help, hint: Hint(1) { [self] in canMove(by: step, in: $0) ? words.hint : nil }
    ) { [self] state throws(Notice) in
      guard canMove(by: step, in: state) else {
        throw .idle(count(state) == 0 ? absence(state) : step < 0 ? words.first : words.last)
      }
      state[keyPath: selection] += step
    }
  }

  private func canMove(by step: Int, in state: AppState) -> Bool {
    (0..<count(state)).contains(state[keyPath: selection] + step)
  }

  private func openChosen(_ state: inout AppState) throws(Notice) {
    guard (0..<count(state)).contains(state[keyPath: selection]) else {
      throw .idle(absence(state))
    }
    try open(&state)
  }
}
