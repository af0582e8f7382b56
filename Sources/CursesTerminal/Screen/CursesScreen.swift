import CNcurses
import TerminalCanvas

/// A screen of ncurses that shows frames; its end gives the terminal back.
///
/// It knows nothing of signals, so that it works on plain files as well.
struct CursesScreen: ~Copyable {
  /// Columns and rows as ncurses knows them.
  private(set) var size: Size
  /// Says whether characters beyond ASCII may be shown.
  let unicode: Bool
  private var pairs: ColorPairs
  private var shown: Frame?
  private let handle: OpaquePointer

  /// Takes over the terminal of a type.
  init(
    type: String, output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>,
    unicode: Bool, colors: Bool
  ) throws(TerminalError) {
    guard let handle = newterm(type, output, input) else { throw .refused }
    self.handle = handle
    self.unicode = unicode
    set_escdelay(25)
    cbreak()
    noecho()
    nonl()
    curs_set(0)
    // Without this, ncurses holds pictures back while keys are waiting.
    typeahead(-1)
    pairs = ColorPairs(wanted: colors)
    size = Self.knownSize
    let window = curses_screen()
    keypad(window, true)
    nodelay(window, true)
    leaveok(window, true)
    for (prefix, code) in [InputModes.mouseReport, InputModes.pasteStart, InputModes.pasteEnd] {
      define_key(prefix, code)
    }
  }

  deinit {
    if !isendwin() { endwin() }
    delscreen(handle)
  }

  /// How many colours the terminal shows.
  var colors: ColorDepth { pairs.depth }

  /// The window that keys are read from.
  var window: UnsafeMutablePointer<WINDOW> { curses_screen() }

  /// Shows a frame: what changed is given to ncurses stroke by stroke, which sends the
  /// differences.
  mutating func present(_ frame: Frame) {
    var picture = unicode ? frame : frame.ascii
    if frame.size != size {
      let whole = picture
      picture = Frame(size: size)
      picture.paste(whole, at: .zero)
    }
    if shown == nil { werase(window) }
    var strokes = Strokes(from: shown ?? Frame(size: size), to: picture, colors: colors)
    while let spans = strokes.next() {
      for span in spans { put(strokes.screen, span) }
      wrefresh(window)
    }
    if shown == nil { wrefresh(window) }
    shown = strokes.screen
  }

  /// Gives ncurses some cells of a frame.
  private mutating func put(_ frame: Frame, _ span: Strokes.Span) {
    var cells = [cchar_t]()
    cells.reserveCapacity(span.columns.count)
    for cell in frame.row(span.y).dropFirst(span.columns.lowerBound).prefix(span.columns.count)
    where !cell.isRightHalf { append(cell, to: &cells) }
    mvwadd_wchnstr(
      window, Int32(span.y), Int32(span.columns.lowerBound), &cells, Int32(cells.count))
  }

  /// Empties the screen, whatever the terminal shows now.
  mutating func clear() {
    repaint()
    werase(window)
    wrefresh(window)
  }

  /// Makes the next frame be sent whole, whatever the terminal shows now.
  mutating func repaint() {
    shown = nil
    clearok(curses_shown(), true)
  }

  /// Adapts to the window's size.
  mutating func resize(to size: Size) {
    resizeterm(Int32(size.height), Int32(size.width))
    self.size = Self.knownSize
    repaint()
  }

  /// Switches the terminal to this program's modes again after it has had others.
  mutating func resume() {
    reset_prog_mode()
    repaint()
    wrefresh(window)
    // ncurses doesn't switch the keypad on again by itself, and arrows would arrive broken.
    keypad(window, false)
    keypad(window, true)
    curs_set(1)
    curs_set(0)
  }

  private static var knownSize: Size {
    let window = curses_screen()
    return Size(width: Int(getmaxx(window)), height: Int(getmaxy(window)))
  }

  private mutating func append(_ cell: Cell, to cells: inout [cchar_t]) {
    let style = colors.nearest(to: cell.style)
    let pair = pairs.number(for: style)
    var made = cchar_t()
    let scalars = cell.scalars
    let first = wchar_t(bitPattern: scalars[0].value)
    // Where the C library disagrees about a width, rows would shift; nothing may do that.
    guard scalars[0].isASCII || curses_width(first) == Int32(cell.columns) else {
      for _ in 0..<cell.columns { append(Cell("?", style: cell.style), to: &cells) }
      return
    }
    let text = scalars.map { wchar_t(bitPattern: $0.value) } + [0]
    _ = curses_fill(&made, text, style.attributes, pair)
    cells.append(made)
  }
}

extension Style {
  /// ncurses' bits for the attributes.
  fileprivate var attributes: attr_t {
    (bold ? curses_bold : 0) | (dim ? curses_dim : 0) | (italic ? curses_italic : 0)
      | (underline ? curses_underline : 0) | (reverse ? curses_reverse : 0)
  }
}
