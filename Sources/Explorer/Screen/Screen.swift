import TerminalCanvas

/// How the application is shown, whatever the data.
struct Screen: Sendable {
  /// What the terminal can show.
  var capabilities: Capabilities
  /// How roles look.
  var theme: Theme
  /// The size.
  var size: Size
  /// Which formulas are shown, if any.
  var formulas: FormulaPage?
  /// Whether it is shown for a hall: the plot, three numbers, one sentence.
  var isHall = false
  /// The pane that is shown alone, in the place of everything.
  var pane: Pane?
  /// Whether a walkthrough speaks beside the picture, and says what the end of a run means.
  var isNarrated = false

  /// A screen for a terminal.
  init(_ capabilities: Capabilities, size: Size) {
    self.capabilities = capabilities
    theme = Theme(for: capabilities)
    self.size = size
  }

  /// How texts are spelled.
  var spelling: Spelling { capabilities.unicode ? .letters : .ascii }

  /// Text as the terminal can show it.
  func spelled<Text>(_ text: () -> Text) -> Text {
    Spelling.$current.withValue(spelling) { text() }
  }

  /// A picture in characters that the terminal can show.
  func shown(_ picture: () -> Frame) -> Frame {
    Spelling.$current.withValue(spelling) {
      capabilities.unicode ? picture() : picture().ascii
    }
  }
}
