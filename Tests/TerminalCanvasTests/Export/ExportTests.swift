import Foundation
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

  /// The class of a colour in a document.
  private func ink(_ color: String, in svg: String) throws -> String {
    let pattern = try Regex("\\.(c\\d+)\\{color:\(color)\\}")
    return String(try #require(svg.firstMatch(of: pattern))[1].substring ?? "")
  }

  @Test func `text is escaped and stays text, in its cells`() throws {
    let svg = frame.svg()
    #expect(
      svg.contains(
        """
        <text class="\(try ink("#005fff", in: svg)) b" x="0" y="12" textLength="72" \
        lengthAdjust="spacingAndGlyphs">a&lt;b &amp; "c"</text>
        """))
  }

  @Test func `braille, bars and lines are shapes`() throws {
    let svg = frame.svg()
    let red = try ink("#d7005f", in: svg)
    #expect(svg.contains("<path class=\"d \(red)\" d=\"M26 18h0\"/>"))
    #expect(svg.contains("<path class=\"p \(red)\" d=\"M16 22h8v10h-8z\"/>"))
    #expect(!svg.contains("⠁") && !svg.contains("▅") && !svg.contains("┌"))
  }

  @Test func `reverse exchanges the theme's colours`() throws {
    let svg = frame.svg(theme: .dark)
    #expect(
      svg.contains("<path class=\"p \(try ink("#e4e4e4", in: svg))\" d=\"M8 32h24v16h-24z\"/>"))
    #expect(
      svg.contains("<text class=\"\(try ink("#121212", in: svg))\" x=\"8\"")
        && svg.contains(">rev<"))
    #expect(svg.contains(".paper{fill:#121212}"))
  }

  @Test func `dots of a covered line keep its colour, and outlines are finer than points`() throws {
    var frame = Frame(size: Size(width: 2, height: 1))
    var shared = Cell("⠃", style: Style(foreground: .indexed(27), bold: true))
    shared.covered = CoveredDots(2, ink: .indexed(161))
    var outline = Cell("⠃", style: Style(foreground: .indexed(27)))
    outline.fineDots = 1
    (frame[0, 0], frame[1, 0]) = (shared, outline)
    let svg = frame.svg()
    let (blue, red) = (try ink("#005fff", in: svg), try ink("#d7005f", in: svg))
    #expect(svg.contains("<path class=\"d \(red)\" d=\"M2 6h0\"/>"))
    #expect(svg.contains("<path class=\"e \(blue)\" d=\"M2 2h0\"/>"))
    #expect(svg.contains("<path class=\"g \(blue)\" d=\"M10 2h0\"/>"))
    #expect(svg.contains("<path class=\"d \(blue)\" d=\"M10 6h0\"/>"))
    // A terminal has one colour for a cell.
    #expect(frame.text == "⠃⠃" && !frame.ansi().contains("161"))
  }

  @Test func `a mark stands as high as its place`() {
    var frame = Frame(size: Size(width: 2, height: 2))
    let view = Viewport(x: 0...3, y: 0...7, size: frame.size)
    frame.place(Cell("●"), at: DotPoint(x: 2, y: 5), in: view)
    #expect(frame.text == " ●\n  " && frame.svg().contains("d=\"M12 10h0\""))
  }

  @Test func `bold glyphs have heavier pens`() {
    for glyph in ["⠁", "─", "○"] {
      var (thin, heavy) = (
        Frame(size: Size(width: 1, height: 1)), Frame(size: Size(width: 1, height: 1))
      )
      thin.write(glyph, x: 0, y: 0)
      heavy.write(glyph, x: 0, y: 0, style: Style(bold: true))
      let classes = [thin, heavy].map { $0.svg().firstMatch(of: #/path class="(\w) /#)?.1 }
      #expect(classes[0] != nil && classes[1] != nil && classes[0] != classes[1], "\(glyph)")
    }
  }

  @Test func `fonts, widths and colours stand in the style sheet alone`() {
    let svg = frame.svg(theme: .dark)
    let body = svg[(svg.range(of: "</style>")?.upperBound ?? svg.endIndex)...]
    for attribute in ["fill=", "stroke", "font", "opacity", "#", "style="] {
      #expect(!body.contains(attribute), "\(attribute)")
    }
  }

  @Test func `what is behind cells is one shape, whatever its form`() {
    var frame = Frame(size: Size(width: 6, height: 4))
    frame.fill(
      Rect(x: 1, y: 1, width: 3, height: 2),
      with: Cell(" ", style: Style(background: .indexed(27))))
    #expect(frame.svg().contains("d=\"M8 16h24v32h-24z\"/>"))
    #expect(frame.svg().contains("crispEdges"))
  }

  @Test func `every mark is drawn, and none is text`() {
    let marks = "●○▲△■□◆◇★☆▼▽✚◎◉•"
    var frame = Frame(size: Size(width: marks.count, height: 1))
    frame.write(marks, x: 0, y: 0)
    #expect(!frame.svg().contains("<text"))
  }

  @Test func `a digit alone in a bold box is a shape, in a word it is text`() {
    var frame = Frame(size: Size(width: 9, height: 1))
    frame.write("2", x: 2, y: 0, style: Style(foreground: .indexed(27), bold: true, reverse: true))
    #expect(!frame.svg().contains("<text"))
    frame.write("12", x: 2, y: 0, style: Style(foreground: .indexed(27), bold: true, reverse: true))
    #expect(frame.svg().contains(">12</text>"))
  }

  @Test func `a caption is its title and its description, escaped`() {
    let svg = frame.svg(caption: Caption(title: "a<b", description: "L & F"))
    #expect(svg.contains("<title>a&lt;b</title>\n<desc>L &amp; F</desc>"))
    #expect(!frame.svg().contains("<title>"))
  }
}

@Suite struct `An SVG that plays` {
  private func frames(_ texts: [String]) -> [Frame] {
    texts.map { text in
      var frame = Frame(size: Size(width: 4, height: 1))
      frame.write(text, x: 0, y: 0)
      return frame
    }
  }

  @Test func `has what stays once, and the rest for as long as it is seen`() {
    let svg = Frame.animatedSVG(frames(["a b", "a c", "a c"]), seconds: [1, 2, 5])
    #expect(svg.matches(of: />a</).count == 1)
    #expect(svg.matches(of: />b</).count == 1 && svg.matches(of: />c</).count == 1)
    #expect(svg.contains("@keyframes s1000{0%{visibility:visible}12.5%,100%{visibility:hidden}}"))
    #expect(svg.contains("#f0-1{animation:s1000 8s step-end 0s infinite}"))
    #expect(svg.contains("#f1-3{animation:s7000 8s step-end 1s infinite}"))
    #expect(!svg.contains("<script"))
  }

  @Test func `shows its first picture where nothing moves`() {
    let svg = Frame.animatedSVG(frames(["a b", "a c"]), seconds: [1, 1])
    #expect(svg.contains("<g class=\"f z\" id=\"f0-1\">"))
    #expect(svg.contains("<g class=\"f\" id=\"f1-2\">"))
    #expect(svg.contains(".f{visibility:hidden}.z{visibility:visible}"))
  }

  @Test func `of one picture is that picture`() {
    let svg = Frame.animatedSVG(frames(["ab"]), seconds: [1])
    #expect(svg.contains(">ab</text>") && !svg.contains("<g"))
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
