import TerminalCanvas

/// The questions about what is shown, and what can be done.
extension Question {
  static let view = Question("view", about: "which view is shown, and what it shows") {
    state, words throws(Notice) in
    try Told("the view is \(state.view.name): \(state.view.summary)") + state.toldView(words)
  }

  static let menu = Question("menu", about: "the menu, card or help that is open") { state, _ in
    state.toldOverlay ?? Told("No menu is open.")
  }

  static let hand = Question("hand", about: "what is being placed by hand") { state, _ in
    state.toldHand ?? Told("Nothing is being placed by hand: a begins.")
  }

  static let keys = Question("keys", about: "the keys that do something now") { state, _ in
    var known: Set<Key> = []
    let rows = state.keyTables.flatMap(\.bindings).compactMap { binding in
      let keys = binding.keys.filter { known.insert($0).inserted }
      return keys.isEmpty ? nil : (keys.map(\.name).joined(separator: " "), binding.help)
    }
    return Told(table: rows)
  }

  static let help = Question("help", about: "these words") { _, _ in
    Told(
      "A line of key names presses them; the name of a key is as tmux has it, such as",
      "Space, Enter, Left, PageDown, C-l or G. A line may also ask, in one of these words:", "")
      + Told(
        table: all.map { question in
          let names = question.names.joined(separator: ", ")
          return (names + (question.argument.map { " " + $0 } ?? ""), question.summary)
        })
      + Told(
        "", "\(Teller.narration) says once more what a lesson says.",
        "quit ends, and so do q where nothing is open and the end of the input. While the help is",
        "open, single letters are typed into its search.")
  }
}

extension Told {
  /// Names and what is said of them, in two columns.
  fileprivate init(table rows: [(name: String, text: String)]) {
    self.init()
    let width = (rows.map { DisplayWidth.of($0.name) }.max() ?? 0) + 2
    for row in rows { self += Told(row.name.fitted(to: width) + row.text) }
  }
}

extension AppState {
  /// What the view shows, where it isn't the plot.
  func toldView(_ words: ArraySlice<String> = []) throws(Notice) -> Told {
    guard let telling = view.told else { return Told() }
    return try telling.answer(self, words)
  }

  /// What lies over the picture, in full.
  var toldOverlay: Told? {
    guard let overlay else { return nil }
    var size = overlay.size(in: Size(width: 100, height: 1000))
    // The lines of a list are cut at the width of a small screen; those of a card are not.
    if !(overlay is Card) { size.width = max(size.width, 160) }
    return Told(size) { overlay.frame(size: $0, theme: screen.theme) }
  }

  /// What is placed by hand, if anything is.
  var toldHand: Told? {
    hand.map { hand in
      let rows = hand.draft.means.count + 20
      return Told(Size(width: 60, height: rows)) {
        HandGuide(hand: hand, theme: screen.theme).frame(size: $0)
      }
    }
  }
}
