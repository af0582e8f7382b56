extension StringProtocol {
  /// The text cut to a number of columns; a text that was cut ends in `…`.
  public func truncated(to columns: Int) -> String {
    guard DisplayWidth.of(self) > columns else { return String(self) }
    guard columns > 0 else { return "" }
    var kept = ""
    var width = 1
    for character in self {
      width += DisplayWidth.of(character)
      if width > columns { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text in exactly a number of columns: cut where it is too long, padded with blanks where
  /// it is too short.
  public func fitted(to columns: Int, alignment: Alignment = .left) -> String {
    let shown = truncated(to: columns)
    let missing = Swift.max(0, columns - DisplayWidth.of(shown))
    let before =
      switch alignment {
      case .left: 0
      case .center: missing / 2
      case .right: missing
      }
    return String(repeating: " ", count: before) + shown
      + String(repeating: " ", count: missing - before)
  }
}
