import MixtureEngine
import TestSupport
import Testing

@testable import CursesTerminal
@testable import TerminalCanvas

@Suite struct `The inks of a picture` {
  private let red = Style(foreground: .indexed(161), bold: true)
  private let blue = Style(foreground: .indexed(31))

  private func frame(_ text: String, _ styles: [Character: Style] = [:]) -> Frame {
    var frame = Frame(size: Size(width: text.count, height: 1))
    for (x, character) in text.enumerated() {
      frame[x, 0] = Cell(character, style: styles[character] ?? .plain)
    }
    return frame
  }

  @Test func `run on over blanks between what is written`() {
    let picture = frame("r r  b", ["r": red, "b": blue])
    let inked = picture.inked(over: frame("      "))
    #expect(inked.row(0).map(\.style) == [red, red, red, red, red, blue])
  }

  @Test func `run on over what is erased`() {
    let inked = frame("r  b", ["r": red, "b": blue]).inked(over: frame("xxxx"))
    #expect(inked.row(0).map(\.style) == [red, red, red, blue])
  }

  @Test func `leave blanks alone that the cursor can go around`() {
    let picture = frame("r          r", ["r": red])
    #expect(picture.inked(over: frame("            ")) == picture)
  }

  @Test func `leave a blank as the terminal shows it`() {
    var shown = frame("      ")
    for x in 0..<6 { shown[x, 0] = Cell(" ", style: blue) }
    let inked = frame("r     ", ["r": red]).inked(over: shown)
    #expect(inked.row(0).map(\.style) == [red, blue, blue, blue, blue, blue])
  }

  @Test(arguments: FuzzSeed.usual(1))
  func `never show`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let styles: [Style] = [
      .plain, red, blue, Style(reverse: true), Style(background: .indexed(4)),
      Style(foreground: .indexed(30), underline: true), Style(dim: true, italic: true),
    ]
    func random() -> Frame {
      var frame = Frame(size: Size(width: 30, height: 4))
      for _ in 0..<150 {
        let cell = Cell(
          "   ax日⣿".randomElement(using: &generator) ?? " ",
          style: styles.randomElement(using: &generator) ?? .plain)
        frame[generator.index(below: 30), generator.index(below: 4)] = cell
      }
      return frame
    }
    var shown = Frame(size: Size(width: 30, height: 4))
    for _ in 0..<300 {
      let picture = random()
      shown = picture.inked(over: shown)
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
