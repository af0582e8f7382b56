/// Directions around the unit circle.
enum UnitCircle {
  /// The corners of a regular polygon of 256 corners, first and last the same.
  ///
  /// A circle of 500 dots' radius is missed by less than a twentieth of a dot.
  static let outline: [(x: Double, y: Double)] = {
    // Halving the right angle six times: cos(a/2) = √((1 + cos a)/2), sin(a/2) = sin a / 2cos(a/2).
    var (cosine, sine) = (0.0, 1.0)
    for _ in 0..<6 {
      let half = ((1 + cosine) / 2).squareRoot()
      (cosine, sine) = (half, sine / (2 * half))
    }
    var corners: [(x: Double, y: Double)] = [(1, 0)]
    for index in 0..<256 {
      let corner = corners[index]
      corners.append((corner.x * cosine - corner.y * sine, corner.x * sine + corner.y * cosine))
    }
    corners[256] = corners[0]
    return corners
  }()
}
