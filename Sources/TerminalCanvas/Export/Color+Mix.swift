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
    let candidates = [Color(index: UInt8(cube)), Color(index: UInt8(232 + grey))]
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
