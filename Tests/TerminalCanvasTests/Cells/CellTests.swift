import Testing

@testable import TerminalCanvas

@Suite struct CellTests {
  @Test func `control characters become their pictures`() {
    #expect(Cell("\u{1B}").character == "␛")
    #expect(Cell("\n").character == "␊")
    #expect(Cell("\r\n").character == "␍")
    #expect(Cell("\u{7F}").character == "␡")
  }

  @Test(arguments: ["\u{9B}", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{E000}", "\u{301}", "\u{AD}"])
  func `characters without a shape become a replacement`(text: String) {
    #expect(text.map { Cell($0).character } == ["\u{FFFD}"])
  }

  @Test func `accents stay, joined emoji keep their first`() {
    #expect(Cell("e\u{301}").character == "é")
    #expect(Cell("👨‍👩‍👧").character == "👨")
    #expect(Cell("❤\u{FE0F}").character == "❤")
    #expect(Cell("a\u{301}\u{302}\u{303}\u{304}\u{305}").character.unicodeScalars.count == 4)
  }

  @Test func `marks stay in their order, up to the largest`() {
    let marks: [Unicode.Scalar] = ["\u{1E000}", "\u{301}", "\u{E0100}", "\u{302}", "\u{1E94A}"]
    var text = String.UnicodeScalarView(["a"])
    text.append(contentsOf: marks)
    let cell = Cell(Character(String(text)))
    #expect(cell.scalars == ["a", "\u{1E000}", "\u{301}", "\u{302}"])
    #expect(cell.character.unicodeScalars.elementsEqual(cell.scalars))
    #expect(cell != Cell("a") && cell == Cell(cell.character))
  }

  @Test func `the blank alone is blank`() {
    #expect(Cell(" ").isBlank && Cell(" ", style: Style(reverse: true)).isBlank)
    #expect(!Cell("\u{A0}").isBlank && !Cell(" \u{301}").isBlank && !Cell("⠀").isBlank)
  }

  @Test func `no cell of any code point holds one that could steer a terminal`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Cell(Character(scalar)).character.unicodeScalars
      let category = shown.first?.properties.generalCategory
      #expect(category != .control && category != .format && category != .unassigned)
    }
  }
}

@Suite struct DisplayWidthTests {
  @Test func `widths follow Unicode's East Asian Width`() {
    #expect(DisplayWidth.of("abc") == 3)
    #expect(DisplayWidth.of("日本語") == 6)
    #expect(DisplayWidth.of("ｱＡ") == 3)
    #expect(DisplayWidth.of("e\u{301}▁⣿σ²×") == 6)
    #expect(DisplayWidth.of("👨‍👩‍👧") == 2)
  }

  @Test func `a text is fitted to columns, not to characters`() {
    #expect("ab".fitted(to: 5) == "ab   ")
    #expect("ab".fitted(to: 5, alignment: .right) == "   ab")
    #expect("ab".fitted(to: 5, alignment: .center) == " ab  ")
    #expect("abcdef".fitted(to: 5) == "abcd…")
    #expect("日本語".fitted(to: 4) == "日… ")
    #expect("日本語".truncated(to: 0) == "")
  }
}
