import MixtureEngine
import TestSupport
import Testing

@testable import CursesTerminal
@testable import TerminalCanvas

@Suite struct `Strokes from picture to picture` {
  private let red = Style(foreground: .indexed(161), bold: true)
  private let blue = Style(foreground: .indexed(31))

  private func frame(_ text: String, _ styles: [Character: Style] = [:]) -> Frame {
    var frame = Frame(size: Size(width: text.count, height: 1))
    for (x, character) in text.enumerated() {
      frame[x, 0] = Cell(character, style: styles[character] ?? .plain)
    }
    return frame
  }

  /// What is written stroke by stroke, and the picture at the end.
  private func strokes(
    from screen: Frame, to picture: Frame, colors: ColorDepth = .palette256
  ) -> (columns: [[Range<Int>]], end: Frame) {
    var strokes = Strokes(from: screen, to: picture, colors: colors)
    var columns: [[Range<Int>]] = []
    var given = screen
    while let spans = strokes.next() {
      columns.append(spans.map(\.columns))
      for span in spans {
        for x in span.columns where !strokes.screen[x, span.y].isRightHalf {
          given[x, span.y] = strokes.screen[x, span.y]
        }
      }
    }
    #expect(given == strokes.screen)
    return (columns, strokes.screen)
  }

  @Test func `a pen writes all that is its own before the next one`() {
    let picture = frame("r.b.......r.b.......r.b", ["r": red, "b": blue])
    let made = strokes(from: frame(picture.text.map { _ in "." }.joined()), to: picture)
    #expect(made.columns == [[0..<1, 10..<11, 20..<21], [2..<3, 12..<13, 22..<23]])
    #expect(made.end == picture)
  }

  @Test func `what pictures alone show is not sent again`() {
    let screen = frame("⣿b●r", ["⣿": red, "b": blue, "r": red])
    var picture = screen
    picture[0, 0].fineDots = 3
    picture[1, 0].covered = CoveredDots(1, ink: .indexed(31))
    picture[2, 0].lift = 4
    #expect(picture != screen)
    #expect(strokes(from: screen, to: picture).columns.isEmpty)
    picture[3, 0].style = blue
    #expect(strokes(from: screen, to: picture).columns == [[3..<4]])
  }

  @Test func `what ncurses would reach only over another pen's cells waits for a stroke`() {
    let picture = frame("rgr", ["r": red, "g": blue])
    let made = strokes(from: frame(".g.", ["g": blue]), to: picture)
    #expect(made.columns == [[0..<1], [2..<3]])
  }

  @Test func `few cells aren't worth a stroke`() {
    let picture = frame("rb.......r", ["r": red, "b": blue])
    let made = strokes(from: frame(".........."), to: picture)
    #expect(made.columns == [[0..<1, 1..<2, 9..<10]])
  }

  @Test func `blanks between what a pen writes are written with it`() {
    let made = strokes(from: frame("      "), to: frame("r r  b", ["r": red, "b": blue]))
    #expect(made.columns == [[0..<1, 1..<3, 3..<6]])
    #expect(made.end.row(0).map(\.style) == [red, red, red, red, red, blue])
  }

  @Test func `what is erased goes with what is written beside it`() {
    let made = strokes(from: frame("xxxx"), to: frame("r  b", ["r": red, "b": blue]))
    #expect(made.columns == [[0..<3, 3..<4]])
    #expect(made.end.row(0).map(\.style) == [red, red, red, blue])
  }

  @Test func `blanks that the cursor can go around are left alone`() {
    let picture = frame("r          r", ["r": red])
    let made = strokes(from: frame("            "), to: picture)
    #expect(made.columns == [[0..<1, 11..<12]] && made.end == picture)
  }

  @Test func `pens that look alike on the terminal are one`() {
    let made = strokes(
      from: frame("..."), to: frame("rbr", ["r": red, "b": Style(bold: true)]), colors: .none)
    #expect(made.columns == [[0..<3]])
  }

  @Test(arguments: FuzzSeed.usual(1))
  func `they end at the picture`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let styles: [Style] = [
      .plain, red, blue, Style(reverse: true), Style(background: .indexed(4)),
      Style(foreground: .indexed(30), underline: true), Style(dim: true, italic: true),
    ]
    func random() -> Frame {
      let characters = Bool.random(using: &generator) ? "   ax日⣿" : "   ax⣿"
      var frame = Frame(size: Size(width: 30, height: 4))
      for _ in 0..<150 {
        let cell = Cell(
          characters.randomElement(using: &generator) ?? " ",
          style: styles.randomElement(using: &generator) ?? .plain)
        frame[generator.index(below: 30), generator.index(below: 4)] = cell
      }
      return frame
    }
    var shown = Frame(size: Size(width: 30, height: 4))
    for _ in 0..<300 {
      let picture = random()
      shown = strokes(from: shown, to: picture).end
      for y in 0..<4 { #expect(shown.row(y).map(seen) == picture.row(y).map(seen)) }
    }
  }

  /// A cell without what nobody sees of it.
  private func seen(_ cell: Cell) -> Cell {
    guard cell.character == " ", !cell.isRightHalf else { return cell }
    let style = cell.style
    return Cell(
      " ",
      style: style.underline || style.reverse || style.background != nil ? style : .plain)
  }
}
