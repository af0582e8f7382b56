import Testing

@testable import TerminalCanvas

@Suite struct ANSITests {
  @Test func `sequences are written only where the style changes`() {
    var frame = Frame(size: Size(width: 5, height: 2))
    frame.write("ab", x: 0, y: 0, style: Style(foreground: .indexed(27), bold: true))
    frame.write("c", x: 2, y: 0, style: Style(foreground: .indexed(27)))
    frame.write("日", x: 3, y: 1, style: Style(background: .indexed(9), underline: true))
    #expect(
      frame.ansi()
        == "\u{1B}[1;38;5;27mab\u{1B}[0;38;5;27mc\u{1B}[0m  \n   \u{1B}[4;101m日\u{1B}[0m\n")
    #expect(frame.ansi(colors: .direct).contains("38;2;0;95;255"))
    #expect(frame.ansi(colors: .none) == "\u{1B}[1mab\u{1B}[0mc  \n   \u{1B}[4m日\u{1B}[0m\n")
  }
}

@Suite struct ColorDepthTests {
  @Test func `no colour becomes black or white where those may be the background`() {
    for index in UInt8(16)...255 {
      let eight = ColorDepth.ansi8.nearest(to: .indexed(index))
      #expect(eight.map { (1...6).contains($0.index) } ?? true)
      let sixteen = ColorDepth.ansi16.nearest(to: .indexed(index))
      #expect(sixteen.map { ![0, 7, 8, 15].contains($0.index) } ?? true)
    }
  }

  @Test func `the hue stays`() {
    #expect(ColorDepth.ansi8.nearest(to: .indexed(27)) == .indexed(4))
    #expect(ColorDepth.ansi8.nearest(to: .indexed(161)) == .indexed(1))
    #expect(ColorDepth.ansi16.nearest(to: .indexed(129)) == .indexed(13))
    #expect(ColorDepth.ansi8.nearest(to: .indexed(243)) == nil)
    #expect(ColorDepth.ansi16.nearest(to: .indexed(9)) == .indexed(9))
    #expect(ColorDepth.none.nearest(to: .indexed(27)) == nil)
    #expect(ColorDepth.palette256.nearest(to: .indexed(27)) == .indexed(27))
  }

  @Test func `the palette has xterm's cube and ramp`() {
    #expect(Color.indexed(16).hex == "#000000" && Color.indexed(231).hex == "#ffffff")
    #expect(Color.indexed(27).hex == "#005fff" && Color.indexed(243).hex == "#767676")
  }
}

@Suite struct SVGTests {
  private var frame: Frame {
    var frame = Frame(size: Size(width: 20, height: 3))
    frame.write(
      "a<b & \"c\"  d", x: 0, y: 0, style: Style(foreground: .indexed(27), bold: true))
    frame.write("┌▅⠁", x: 1, y: 1, style: Style(foreground: .indexed(161)))
    frame.write("rev", x: 1, y: 2, style: Style(reverse: true))
    return frame
  }

  @Test func `text is escaped and stays text, in its cells`() {
    #expect(
      frame.svg().contains(
        """
        <text x="0" y="14" textLength="81" lengthAdjust="spacingAndGlyphs" fill="#005fff" \
        font-weight="bold">a&lt;b &amp; "c"</text>
        """))
  }

  @Test func `braille, bars and lines are shapes`() {
    let svg = frame.svg()
    #expect(svg.contains(##"<path d="M29.2 20.2h.01" stroke="#d7005f""##))
    #expect(!svg.contains("⠁") && !svg.contains("▅") && !svg.contains("┌"))
  }

  @Test func `reverse exchanges the theme's colours`() {
    #expect(frame.svg(theme: .dark).contains(##"height="18" fill="#e4e4e4"/>"##))
    #expect(frame.svg(theme: .dark).contains(##"fill="#121212">rev<"##))
  }
}

@Suite struct ASCIITests {
  @Test func `everything has a look-alike in ASCII, in as many columns`() {
    var frame = Frame(size: Size(width: 16, height: 2))
    frame.write("σ²×μ→π ▁▄█ ┤●日x", x: 0, y: 0)
    frame.write("⠁⠂⡀⡇⣿⡁⣠ 日本", x: 0, y: 1)
    #expect(frame.ascii.text == "s2xm>p _=@ +@??x\n'-.|#:. ????    ")
  }

  @Test func `no character of any frame is left beyond ASCII`() {
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var frame = Frame(size: Size(width: 2, height: 1))
      frame[0, 0] = Cell(Character(scalar))
      let text = frame.ascii.text
      #expect(text.utf8.count == 2 && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }
  }
}
