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

@Suite struct `A format of pictures` {
  private var frame: Frame {
    var frame = Frame(size: Size(width: 4, height: 2))
    frame.write("a⠁", x: 0, y: 0, style: Style(foreground: .indexed(27)))
    return frame
  }

  @Test func `has a name and an ending of its own`() {
    let all = PictureFormat.all
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.ending)).count == all.count)
  }

  @Test func `ends its file with one line end`() {
    for format in PictureFormat.all {
      let text = format.text(of: frame)
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(format.name)")
    }
  }

  @Test func `writes letters, escape sequences or a drawing in a theme`() {
    for theme in [SVGTheme.light, .dark] {
      let known = [
        "svg": frame.svg(theme: theme), "text": "a⠁  \n    \n", "ansi": frame.ansi(),
      ]
      for (name, text) in known {
        let format = PictureFormat.all.first { $0.name == name }
        #expect(format?.text(of: frame, theme: theme) == text, "\(name)")
      }
    }
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
