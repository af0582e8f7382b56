import TerminalCanvas

/// Every key and what it does, made from the tables that the program obeys; typing searches it, and
/// what is found can be done.
struct Help: Sendable {
  /// What it was opened over, which comes back when it is closed.
  let beneath: (any Overlay)?
  /// Whether it is only read, because the states beneath are those of a recorded session.
  let isReadOnly: Bool
  /// What has been typed.
  private(set) var query = ""
  /// Whether it was opened to search, so that every letter is one of the search.
  private let isFinder: Bool
  private let entries: [HelpEntry]
  /// The line of the section at hand.
  private let start: Int
  /// How many lines are scrolled away at the top.
  private var scroll: Int
  /// The chosen line of what is found.
  private var selection = 0
  private var found: [HelpEntry]

  /// The help of a state, opened at the section at hand.
  ///
  /// - Parameters:
  ///   - heading: The section, where it isn't that of the state itself.
  ///   - isFinder: Whether it is opened to search.
  init(
    of state: AppState, at heading: String? = nil, toFind isFinder: Bool = false,
    readOnly isReadOnly: Bool = false
  ) {
    beneath = state.overlay
    self.isFinder = isFinder
    self.isReadOnly = isReadOnly
    entries = HelpEntry.all(of: state)
    found = entries
    let wanted = heading ?? state.heading
    let section =
      Self.lines.firstIndex { if case .heading(wanted) = $0 { true } else { false } } ?? 0
    let screen = state.screen.size
    let hasRoom = (screen.height - 6) * Self.columns(screen.width) >= Self.lines.count
    start = hasRoom ? 0 : section
    scroll = start
  }

  /// Whether a line of what is found can be chosen.
  fileprivate var isSearching: Bool { isFinder || !query.isEmpty }

  /// Searches for something else.
  fileprivate mutating func search(_ words: String) {
    query = words
    selection = 0
    found = HelpEntry.search(entries, for: words)
  }
}

// MARK: - Keys

extension Help {
  /// The keys that it has beside letters.
  static let keys = KeyTable(
    "In the help",
    [
      Binding(
        [.enter], "do what is found", hint: Hint(2) { $0.help?.selected == nil ? nil : "do it" },
        ask: { state throws(Notice) in try state.obeyHelp() }),
      Binding([.space], "", ask: { state throws(Notice) in try state.obeyHelp() }),
      Binding([.backspace], "take the last letter back", during: true) { state throws(Notice) in
        guard let query = state.help?.query, !query.isEmpty else {
          throw .idle("Nothing is typed yet: type a word to search.")
        }
        state.search(String(query.dropLast()))
      },
      Binding(
        [.escape], "end the search, or close",
        hint: Hint(3) { $0.help?.query.isEmpty ?? true ? "close" : "end the search" }, during: true
      ) { state in
        if state.help?.query.isEmpty ?? true { state.closeOverlay() } else { state.search("") }
      },
      Binding([.character("?"), .function(1)], "close", during: true) { $0.closeOverlay() },
    ])

  /// The longest search.
  private static let longest = 40

  /// Letters search; until something is typed, the space bar and q close, as they always did.
  func typing(_ key: Key) -> Binding? {
    guard case .character(let letter) = key, letter != "?" else { return nil }
    if letter == " " ? query.isEmpty : letter == "q" && !isSearching { return nil }
    return Binding([key], "search", during: true) { state throws(Notice) in
      guard let query = state.help?.query, query.count < Self.longest else {
        throw .idle("A search has room for \(Self.longest) letters: Backspace takes one back.")
      }
      state.search(query + String(letter))
    }
  }
}

extension AppState {
  /// The help, where it has the keys.
  fileprivate var help: Help? { overlay as? Help }

  fileprivate mutating func search(_ words: String) {
    guard var help else { return }
    help.search(words)
    overlay = help
  }

  /// Does what is found; where nothing is chosen, the help is closed.
  fileprivate mutating func obeyHelp() throws(Notice) -> Effect? {
    guard let help else { return nil }
    guard !help.isReadOnly else {
      throw .idle(
        "This is a recorded session: Esc leaves the help, and Esc again explores from here.")
    }
    guard help.isSearching else {
      closeOverlay()
      return nil
    }
    guard help.selected != nil else {
      throw .idle("Nothing is found: Backspace takes a letter back, Esc all.")
    }
    return try choose()
  }

  /// Opens the help at the section of what is at hand.
  mutating func openHelp(toFind isFinder: Bool = false) {
    overlay = Help(of: self, toFind: isFinder)
  }

  /// Closes what lies over the picture, or returns to what the help was opened over.
  mutating func closeOverlay() { overlay = help?.beneath }

  /// The heading in the help of what has the keys.
  fileprivate var heading: String {
    if let overlay { return overlay.heading }
    if hand != nil { return HandState.keys.title }
    return screen.isNarrated ? WalkthroughMove.lessonKeys.title : view.keys.title
  }
}

// MARK: - The picture

extension Help: Overlay {
  var keyTables: [KeyTable] { [Self.keys] }
  var heading: String { Self.keys.title }
  var position: Int { isSearching ? selection : scroll }
  var selected: Choice? {
    guard isSearching, !isReadOnly, found.indices.contains(selection) else { return nil }
    return Choice("", "", ask: found[selection].deed)
  }

  var status: String? {
    if isReadOnly { return "type to search the keys; Esc returns to the replay" }
    return isSearching
      ? "Enter does what is chosen; Esc ends the search"
      : "type to search, Enter then does what is found; q closes while nothing is typed"
  }

  mutating func select(line: Int, size: Size) -> Bool {
    let rows = size.height - 2
    let number = first(rows: rows) + line - 1
    guard isSearching, (1...max(1, rows)).contains(line), found.indices.contains(number) else {
      return false
    }
    selection = number
    return selected != nil
  }

  mutating func move(by step: Int, in screen: Size) {
    if isSearching {
      selection = min(max(0, selection + step), max(0, found.count - 1))
    } else {
      let size = size(in: screen)
      let last = max(start, Self.lines.count - (size.height - 2) * Self.columns(size.width))
      scroll = min(max(0, scroll + step), last)
    }
  }

  func size(in screen: Size) -> Size {
    let columns = isSearching ? 1 : Self.columns(screen.width)
    let rows = (Self.lines.count + columns - 1) / columns
    return Size(
      width: min(Self.columnWidth * columns, screen.width), height: min(rows + 2, screen.height - 4)
    )
  }

  func frame(size: Size, theme: Theme) -> Frame {
    var frame = Frame(size: size)
    frame.border(
      frame.bounds, title: isSearching ? "Keys: \(query)▏" : "Keys", style: theme.style(.axis))
    let inside = frame.bounds.inset(horizontally: 2, vertically: 1)
    if isSearching {
      drawFound(in: inside, on: &frame, theme: theme)
    } else {
      drawLines(in: inside, on: &frame, theme: theme)
    }
    return frame
  }

  /// How wide a column of keys is, and how many a width has room for.
  private static let columnWidth = 76
  private static func columns(_ width: Int) -> Int { max(1, width / columnWidth) }

  /// The lines, column after column.
  private func drawLines(in inside: Rect, on frame: inout Frame, theme: Theme) {
    let columns = Self.columns(frame.size.width)
    let (rows, width) = (inside.size.height, inside.size.width / columns)
    for (number, line) in Self.lines.dropFirst(scroll).prefix(rows * columns).enumerated() {
      let (x, y) = (inside.origin.x + number / rows * width, inside.origin.y + number % rows)
      switch line {
      case .heading(let title):
        frame.write(title, x: x, y: y, style: theme.style(.value))
      case .keys(let label, let meaning):
        let (keys, help) = Rect(x: x, y: y, width: width, height: 1).split(left: min(26, width / 2))
        frame.write(label, in: keys, style: theme.style(.key))
        frame.write(meaning, in: help, style: theme.style(.text))
      case .blank: break
      }
    }
    frame.writeMore(Self.lines.count - scroll - rows * columns, "lines", theme: theme)
  }

  private func drawFound(in inside: Rect, on frame: inout Frame, theme: Theme) {
    guard !found.isEmpty else {
      return frame.write(
        "Nothing that can be done is called so.", in: inside, style: theme.style(.text))
    }
    let first = first(rows: inside.size.height)
    for (row, entry) in found.dropFirst(first).prefix(inside.size.height).enumerated() {
      let line = Rect(
        x: inside.origin.x, y: inside.origin.y + row, width: inside.size.width, height: 1)
      let (keys, rest) = line.split(left: 12)
      let (place, help) = rest.split(right: DisplayWidth.of(entry.heading) + 1)
      let isChosen = first + row == selection
      let style = theme.style(isChosen ? .selection : .text)
      if isChosen {
        frame.write(
          String(repeating: " ", count: line.size.width), in: line, style: style)
      }
      frame.write(
        (isChosen ? "▸ " : "  ") + entry.key, in: keys, style: isChosen ? style : theme.style(.key))
      let fits = DisplayWidth.of(entry.help) <= help.size.width
      frame.write(entry.help, in: fits ? help : rest, style: style)
      if fits {
        frame.write(
          entry.heading, in: place, alignment: .right,
          style: isChosen ? style : theme.style(.muted))
      }
    }
    frame.writeMore(found.count - first - inside.size.height, "found", theme: theme)
  }

  private func first(rows: Int) -> Int { max(0, selection - rows + 1) }

  private enum Line {
    case heading(String), keys(String, help: String), blank
  }

  private static let lines: [Line] = KeySheet.all
    .flatMap { sheet in
      [Line.heading(sheet.title)]
        + sheet.rows.map { .keys($0.keys.joined(separator: " "), help: $0.meaning) } + [.blank]
    }
    .dropLast()
}
