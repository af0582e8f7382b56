import TerminalCanvas
import Testing

@Suite struct `Mixing colours` {
  private let blue = Color.indexed(27)
  private let red = Color.indexed(161)

  @Test func `all of one colour is that colour, whatever its number`() {
    for index in 0...255 {
      let color = Color.indexed(UInt8(index))
      #expect(Color.mix([(color, 1), (blue, 0)]) == color)
    }
  }

  @Test func `equal shares of black and white are grey`() {
    let (red, green, blue) = Color.mix([(.indexed(16), 0.5), (.indexed(231), 0.5)]).rgb
    #expect(red == green && green == blue && (118...138).contains(red))
  }

  @Test func `goes from one colour to the other as the shares do`() {
    let reds = stride(from: 0, through: 1, by: 0.1).map {
      Int(Color.mix([(blue, 1 - $0), (red, $0)]).rgb.red)
    }
    #expect(reds == reds.sorted())
    #expect(Set(reds).count >= 4)
  }
}

@Suite struct `A mixture of red, green and blue` {
  @Test func `is what it is made of, and no entry`() {
    let color = Color.rgb(1, 128, 255)
    #expect(color.rgb == (1, 128, 255) && color.hex == "#0180ff" && !color.isIndexed)
    #expect(color == .rgb(0x0180FF) && color != .indexed(33))
    #expect(Color.rgb(0x5F87AF) != .indexed(67) && Color.indexed(67).isIndexed)
  }

  @Test func `of an entry's colours is nearest to that entry`() {
    for index in UInt8(16)...255 {
      let entry = Color.indexed(index)
      let nearest = Color.rgb(entry.rgb.red, entry.rgb.green, entry.rgb.blue).nearestEntry
      #expect(nearest.isIndexed && nearest.hex == entry.hex)
      #expect(entry.nearestEntry == entry)
    }
  }

  @Test func `keeps its hue where colours are few`() {
    #expect(ColorDepth.palette256.nearest(to: .rgb(0xFF8801)) == .indexed(208))
    #expect(ColorDepth.direct.nearest(to: .rgb(0xFF8801)) == .rgb(0xFF8801))
    #expect(ColorDepth.ansi8.nearest(to: .rgb(0x1020F0)) == .indexed(4))
    #expect(ColorDepth.ansi16.nearest(to: .rgb(0x00FF10)) == .indexed(10))
    #expect(ColorDepth.ansi8.nearest(to: .rgb(0x787878)) == nil)
    #expect(ColorDepth.none.nearest(to: .rgb(0x1020F0)) == nil)
  }

  @Test func `has the light and the contrast of WCAG 2`() {
    #expect((Color.rgb(0xFFFFFF).contrast(to: .rgb(0)) - 21).magnitude < 1e-9)
    #expect((Color.rgb(0x777777).contrast(to: .rgb(0xFFFFFF)) - 4.478).magnitude < 0.001)
    #expect((Color.rgb(0xFF0000).luminance - 0.2126).magnitude < 1e-9)
    #expect(Color.rgb(0x1E1E2E).isDark && !Color.rgb(0xFDF6E3).isDark)
  }

  @Test func `is written as it is where there is any, and as an entry where there are 256`() {
    var frame = Frame(size: Size(width: 1, height: 1))
    frame.write(
      "x", x: 0, y: 0, style: Style(foreground: .rgb(254, 136, 1), background: .rgb(0xFFFFFF)))
    #expect(frame.ansi(colors: .direct).contains("\u{1B}[38;2;254;136;1;48;2;255;255;255m"))
    #expect(frame.ansi().contains("\u{1B}[38;5;208;48;5;231m"))
    #expect(frame.svg().contains("#fe8801") && frame.svg().contains("#ffffff"))
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
