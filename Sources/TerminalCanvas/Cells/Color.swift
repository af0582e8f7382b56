/// A colour: one of the 256 of xterm's palette, or any mixture of red, green and blue.
///
/// Entries 0 to 15 of the palette are the terminal's own sixteen, 16 to 231 a 6×6×6 cube, 232 to
/// 255 a ramp of greys. Terminals with fewer colours get the nearest one they have.
public struct Color: Hashable, Sendable, BitwiseCopyable {
  private enum Kind: Hashable, BitwiseCopyable {
    case entry(UInt8)
    case mixture(UInt8, UInt8, UInt8)
  }

  private let kind: Kind

  /// The palette's entry of a number.
  public static func indexed(_ index: UInt8) -> Color { Color(kind: .entry(index)) }

  /// A mixture of red, green and blue, each from 0 to 255.
  public static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    Color(kind: .mixture(red, green, blue))
  }

  /// The mixture `0xrrggbb`; bits beyond are passed over.
  public static func rgb(_ number: UInt32) -> Color {
    .rgb(
      UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF))
  }

  /// Says whether this is an entry of the palette.
  public var isIndexed: Bool { if case .entry = kind { true } else { false } }

  /// The number of the palette's entry; of a mixture, the one that looks most like it.
  public var index: UInt8 {
    switch kind {
    case .entry(let index): index
    case .mixture: nearestEntry.index
    }
  }
}

extension Color {
  /// The colour's red, green and blue, from 0 to 255, entries of the palette as xterm shows them.
  ///
  /// The first sixteen are the terminal's own affair; xterm's defaults stand for them.
  public var rgb: (red: UInt8, green: UInt8, blue: UInt8) {
    switch kind {
    case .mixture(let red, let green, let blue): return (red, green, blue)
    case .entry(let index) where index < 16: return Self.ansi[Int(index)]
    case .entry(let index) where index < 232:
      let cube = index - 16
      func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    case .entry(let index):
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

extension Color {
  /// The entry of the palette's cube and greys that is nearest to a mixture of colours.
  ///
  /// Each colour has a share of the light; with all of one share the colour itself is the answer,
  /// also where it is one of the terminal's own sixteen.
  ///
  /// - Precondition: There is at least one colour.
  public static func mix(_ colors: [(color: Color, share: Double)]) -> Color {
    let total = colors.reduce(0) { $0 + max(0, $1.share) }
    if let only = colors.first(where: { $0.share > 0.98 * total }) { return only.color }
    var (red, green, blue) = (0.0, 0.0, 0.0)
    for (color, share) in colors where share > 0 {
      let part = color.rgb
      red += Double(part.red) * share / total
      green += Double(part.green) * share / total
      blue += Double(part.blue) * share / total
    }
    return nearest(to: (red, green, blue))
  }

  /// The nearest entry by the distance of red, green and blue.
  private static func nearest(to wanted: (red: Double, green: Double, blue: Double)) -> Color {
    let cube = 16 + 36 * step(wanted.red) + 6 * step(wanted.green) + step(wanted.blue)
    let grey = min(23, max(0, Int(((wanted.red + wanted.green + wanted.blue) / 3 - 3) / 10)))
    let candidates = [Color.indexed(UInt8(cube)), Color.indexed(UInt8(232 + grey))]
    func distance(_ color: Color) -> Double {
      let (red, green, blue) = color.rgb
      let (r, g, b) = (
        Double(red) - wanted.red, Double(green) - wanted.green, Double(blue) - wanted.blue
      )
      return r * r + g * g + b * b
    }
    return distance(candidates[1]) < distance(candidates[0]) ? candidates[1] : candidates[0]
  }

  /// The step of the cube that is nearest to a brightness.
  private static func step(_ brightness: Double) -> Int {
    brightness < 47.5 ? 0 : brightness < 115 ? 1 : min(5, Int((brightness - 35) / 40))
  }
}
