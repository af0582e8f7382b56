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
