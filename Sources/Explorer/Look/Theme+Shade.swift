import TerminalCanvas

extension Theme {
  /// A colour in one of four strengths, mixed into the background; into a grey where nobody knows it.
  ///
  /// - Parameter step: From 0 for the faintest to 3 for the colour itself.
  func shade(_ color: Color, _ step: Int) -> Color {
    guard step < Self.strengths.count else { return color }
    let mixture = (background ?? Self.grey).mixed(with: [(color, Self.strengths[max(0, step)])])
    return colors == .direct ? mixture : mixture.nearestEntry
  }

  private static let strengths = [0.45, 0.62, 0.8]
  private static let grey = Color.rgb(0x808080)
}
