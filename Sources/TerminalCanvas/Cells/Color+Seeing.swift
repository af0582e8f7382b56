/// How a colour is seen: how light it is, and how far from another one.
extension Color {
  /// The share of white's light, from 0 to 1: the relative luminance of WCAG 2.
  public var luminance: Double {
    let (red, green, blue) = rgb
    return 0.2126 * Self.light[Int(red)] + 0.7152 * Self.light[Int(green)]
      + 0.0722 * Self.light[Int(blue)]
  }

  /// The contrast between two colours by WCAG 2, from 1 to 21; text wants 4.5.
  ///
  /// - Parameter other: The other colour; either may be the lighter one.
  public func contrast(to other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Says whether light text is read better than dark text on this colour.
  public var isDark: Bool { contrast(to: .rgb(0xFFFFFF)) > contrast(to: .rgb(0)) }

  /// The entry of the palette's cube and greys that looks most like this colour, which is the
  /// colour itself if it is an entry.
  public var nearestEntry: Color {
    isIndexed ? self : nearestEntry { _ in true } ?? self
  }

  /// The entry of the palette's cube and greys that looks most like this colour among those that
  /// are fit, `nil` if none is.
  ///
  /// - Parameter isFit: Asked about each entry that looks more like it than those before.
  public func nearestEntry(where isFit: (Color) -> Bool) -> Color? {
    let wanted = place
    var best: (color: Color, distance: Double)?
    for (color, place) in Self.entries {
      let difference = place - wanted
      let distance = (difference * difference).sum()
      if distance < best?.distance ?? .infinity, isFit(color) { best = (color, distance) }
    }
    return best?.color
  }

  /// The colour's place in Oklab (Ottosson 2020), where distances are near to those that are seen.
  private var place: SIMD3<Double> {
    let (red, green, blue) = rgb
    let light = SIMD3(
      Self.light[Int(red)], Self.light[Int(green)], Self.light[Int(blue)])
    func row(_ x: Double, _ y: Double, _ z: Double, _ v: SIMD3<Double>) -> Double {
      (SIMD3(x, y, z) * v).sum()
    }
    let cones = SIMD3(
      Self.cubeRoot(row(0.4122214708, 0.5363325363, 0.0514459929, light)),
      Self.cubeRoot(row(0.2119034982, 0.6806995451, 0.1073969566, light)),
      Self.cubeRoot(row(0.0883024619, 0.2817188376, 0.6299787005, light)))
    return SIMD3(
      row(0.2104542553, 0.7936177850, -0.0040720468, cones),
      row(1.9779984951, -2.4285922050, 0.4505937099, cones),
      row(0.0259040371, 0.7827717662, -0.8086757660, cones))
  }

  /// Every entry of the cube and the ramp, with its place.
  private static let entries: [(Color, SIMD3<Double>)] = (16...255).map {
    (.indexed($0), Color.indexed($0).place)
  }

  /// The light of each of a channel's 256 values, by sRGB's curve.
  private static let light: [Double] = (0..<256).map { byte in
    let value = Double(byte) / 255
    if value <= 0.04045 { return value / 12.92 }
    // x to the power of 2.4, as a square and two fifth roots, so that no library is needed.
    let base = (value + 0.055) / 1.055
    return base * base * root(base, 5) * root(base, 5)
  }

  private static func cubeRoot(_ x: Double) -> Double { root(x, 3) }

  /// The n-th root of a number from 0 to 1, by Newton's way from above.
  private static func root(_ x: Double, _ n: Int) -> Double {
    guard x > 0 else { return 0 }
    func power(_ y: Double, _ n: Int) -> Double { (0..<n).reduce(1) { p, _ in p * y } }
    var root = 1.0
    while true {
      let next = (Double(n - 1) * root + x / power(root, n - 1)) / Double(n)
      guard next < root else { return root }
      root = next
    }
  }
}
