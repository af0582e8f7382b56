import TerminalCanvas

/// Something that lies over the picture and has the keys: the help, a menu, a card.
protocol Overlay: Sendable {
  /// The keys that it has of its own, before those of all overlays.
  var keyTables: [KeyTable] { get }
  /// What a key types into it, before any table, if anything.
  func typing(_ key: Key) -> Binding?
  /// The heading of its keys in the help.
  var heading: String { get }
  /// What the line of status says while it has the keys, if it has something to say.
  var status: String? { get }
  /// The selected line, or the first one that is shown.
  var position: Int { get }
  /// How large it is on a screen of a size.
  func size(in screen: Size) -> Size
  /// The picture of it.
  func frame(size: Size, theme: Theme) -> Frame
  /// Moves the selection, or scrolls, on a screen of a size.
  mutating func move(by step: Int, in screen: Size)
  /// What Enter takes, if anything.
  var selected: Choice? { get }
  /// Selects what stands on a line, counted from the upper border, of an overlay of a size.
  ///
  /// - Returns: Whether there is anything to take.
  mutating func select(line: Int, size: Size) -> Bool
}

extension Overlay {
  var keyTables: [KeyTable] { [] }
  var heading: String { Keymap.overlay.title }
  var status: String? { nil }
  func typing(_ key: Key) -> Binding? { nil }
}

/// Something that can be taken from a menu or a card.
struct Choice: Sendable {
  /// What it is called.
  var name: String
  /// A few words about it, beside the name.
  var summary: String
  /// What is said of it below the list while it is selected.
  var detail = ""
  /// The letter that takes it, if it has one.
  var letter: Character?
  /// What taking it does, once the overlay is closed.
  let take: Binding.Deed

  /// A choice that asks something of the world around.
  init(
    _ name: String, _ summary: String, detail: String = "", letter: Character? = nil,
    ask: @escaping Binding.Deed
  ) {
    self.name = name
    self.summary = summary
    self.detail = detail
    self.letter = letter
    take = ask
  }

  /// A choice that only changes the state.
  init(
    _ name: String, _ summary: String, detail: String = "", letter: Character? = nil,
    do change: @escaping @Sendable (inout AppState) throws(Notice) -> Void
  ) {
    self.init(name, summary, detail: detail, letter: letter) {
      (state: inout AppState) throws(Notice) -> Effect? in
      try change(&state)
      return nil
    }
  }
}

extension AppState {
  /// Opens a menu; a run that goes on by itself waits meanwhile.
  mutating func openMenu(_ menu: Menu) {
    session.pause()
    overlay = menu
  }

  /// Moves the selection of a menu, or scrolls a text.
  mutating func moveInOverlay(by step: Int) throws(Notice) {
    let before = overlay?.position
    overlay?.move(by: step, in: screen.size)
    guard overlay?.position == before else { return }
    throw .idle(step < 0 ? "There is nothing above." : "There is nothing below.")
  }

  /// Whether the selection, or the text, can be moved that way.
  func canMoveInOverlay(by step: Int) -> Bool {
    var moved = overlay
    moved?.move(by: step, in: screen.size)
    return moved?.position != overlay?.position
  }

  /// Takes what is selected; the overlay closes first.
  mutating func choose() throws(Notice) -> Effect? {
    let selected = overlay?.selected
    overlay = nil
    return try selected?.take(&self)
  }

  /// Where what lies over the picture is.
  var overlayRect: Rect? { overlayRect(in: screen.size) }

  /// Draws what lies over the picture.
  func drawOverlay(on frame: inout Frame) {
    guard let overlay, let rect = overlayRect(in: frame.size) else { return }
    frame.paste(overlay.frame(size: rect.size, theme: screen.theme), at: rect.origin)
  }

  private func overlayRect(in screen: Size) -> Rect? {
    let size = self.screen.spelled { overlay?.size(in: screen) }
    guard let size else { return nil }
    return Rect(
      origin: Position(x: (screen.width - size.width) / 2, y: (screen.height - size.height) / 2),
      size: size)
  }
}
