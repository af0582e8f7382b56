extension Color {
  /// The colour's red, green and blue, from 0 to 255, as xterm shows it.
  ///
  /// The first sixteen are the terminal's own affair; xterm's defaults stand for them.
  public var rgb: (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16:
      return Self.ansi[Int(index)]
    case 16..<232:
      let cube = index - 16
      func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  /// The colour as `#rrggbb`.
  public var hex: String {
    let (red, green, blue) = rgb
    let number = String(Int(red) << 16 | Int(green) << 8 | Int(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - number.count) + number
  }

  private static let ansi: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
    (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
