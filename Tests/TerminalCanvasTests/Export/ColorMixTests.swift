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
