import MixtureEngine
import TestSupport
import Testing

@testable import TerminalCanvas

@Suite struct FrameTests {
  /// A frame full of `x`s, on which anything that leaves its rectangle shows.
  private func background(_ width: Int, _ height: Int) -> Frame {
    Frame(size: Size(width: width, height: height), filling: Cell("x"))
  }

  @Test func `a text is clipped at both edges and tells its whole width`() {
    var frame = background(6, 3)
    #expect(frame.write("abcd", x: 4, y: 0) == 4)
    #expect(frame.write("abcd", x: -2, y: 1) == 4)
    #expect(frame.write("gone", x: 0, y: 3) == 4)
    expectPicture(
      frame.text,
      """
      xxxxab
      cdxxxx
      xxxxxx
      """)
  }

  @Test func `trailing blanks stay in the text`() {
    #expect(Frame(size: Size(width: 3, height: 2)).text == "   \n   ")
  }

  @Test func `a wide character takes two cells or, at the edge, becomes a blank`() {
    var frame = background(5, 3)
    frame.write("日本", x: 1, y: 0)
    frame.write("日本", x: 2, y: 1)
    frame.write("日本", x: -1, y: 2)
    #expect(frame.text == "x日本\nxx日 \n 本xx")
  }

  @Test func `whoever overwrites half of a wide character blanks the other half`() {
    var left = background(4, 1)
    left.write("日", x: 1, y: 0)
    left.write("a", x: 1, y: 0)
    #expect(left.text == "xa x")
    var right = background(4, 1)
    right.write("日", x: 1, y: 0)
    right.write("a", x: 2, y: 0)
    #expect(right.text == "x ax")
    var both = background(5, 1)
    both.write("日日", x: 0, y: 0)
    both.write("本", x: 1, y: 0)
    #expect(both.text == " 本 x")
  }

  @Test func `a pasted frame is clipped on every side`() {
    var piece = Frame(size: Size(width: 3, height: 2))
    piece.write("abc", x: 0, y: 0)
    piece.write("def", x: 0, y: 1)
    var frame = background(5, 3)
    frame.paste(piece, at: Position(x: -1, y: -1))
    frame.paste(piece, at: Position(x: 3, y: 2))
    frame.paste(piece, at: Position(x: 30, y: -20))
    expectPicture(
      frame.text,
      """
      efxxx
      xxxxx
      xxxab
      """)
  }

  @Test func `pasting never leaves half of a wide character`() {
    var piece = Frame(size: Size(width: 4, height: 1))
    piece.write("日本", x: 0, y: 0)
    var frame = background(5, 3)
    frame.paste(piece, at: Position(x: -1, y: 0))
    frame.paste(piece, at: Position(x: 2, y: 1))
    frame.paste(piece, at: Position(x: 1, y: 2))
    #expect(frame.text == " 本xx\nxx日 \nx日本")
  }

  @Test func `filling keeps to its rectangle`() {
    var frame = background(4, 3)
    frame.fill(Rect(x: 2, y: 1, width: 9, height: 9), with: Cell("."))
    expectPicture(
      frame.text,
      """
      xxxx
      xx..
      xx..
      """)
  }

  @Test func `a border holds its title and leaves the inside alone`() {
    var frame = background(10, 4)
    frame.border(Rect(x: 1, y: 0, width: 9, height: 4), title: "Posterior")
    expectPicture(
      frame.text,
      """
      x┌─ Pos…─┐
      x│xxxxxxx│
      x│xxxxxxx│
      x└───────┘
      """)
  }

  @Test func `a frame without cells can be drawn on`() {
    var frame = Frame(size: Size(width: 0, height: -3))
    frame.write("abc", x: 0, y: 0)
    frame.fill(with: Cell("x"))
    frame.border(Rect(x: 0, y: 0, width: 3, height: 3))
    #expect(frame.text == "")
  }

  @Test(arguments: FuzzSeed.usual(1))
  func `random drawing leaves every row exactly as wide as the frame`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("a日é👨‍👩‍👧\u{1B}\u{7F}\u{202E}…🇫🇷\u{0}\r\n■ｱＡ")
    for _ in 0..<500 {
      var frame = background(.random(in: 0...9, using: &generator), 3)
      for _ in 0..<8 {
        let text = (0..<5).map { _ in alphabet.randomElement(using: &generator) ?? "a" }
        frame.write(
          String(text), x: .random(in: -6...9, using: &generator),
          y: .random(in: -1...3, using: &generator))
        let copy = frame
        frame.paste(copy, at: Position(x: .random(in: -9...9, using: &generator), y: 0))
      }
      for y in 0..<3 {
        #expect(frame.row(y).reduce(0) { $0 + $1.columns } == frame.size.width)
      }
    }
  }
}
