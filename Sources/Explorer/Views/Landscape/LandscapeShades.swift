import MixtureEngine
import TerminalCanvas

/// How high the ground is, in ten bands: colours between the background and the hue of L, or
/// characters of growing weight where there are no such colours.
///
///     band = 10 (1 − √((top − height) / (top − lowest)))
///
/// By the square root the bands of a hill that falls like a parabola are equally wide, and a valley
/// between two tops shows although the ground falls much deeper elsewhere.
struct LandscapeShades {
  /// The heights of the lowest ground and of the top, which may lie between the places of the ground.
  let range: ClosedRange<Double>
  /// The colour of each band, from low to high; none where characters stand for them.
  let colors: [Color]

  /// How many bands there are.
  static let count = characters.count
  /// What stands for each band where it has no colour.
  static let characters: [Character] = Array(" .:-=+*#%@")

  init(_ ground: Landscape, theme: Theme) {
    let greatest = ground.greatest?.height ?? 0
    let top = max(greatest, ground.top?.height ?? greatest)
    range = min(ground.least, top)...top
    colors = Spelling.current == .ascii ? [] : theme.groundShades(Self.count)
  }

  /// The band of a height, from 0 for the lowest.
  func band(_ height: Double) -> Int {
    let depth = range.upperBound - range.lowerBound
    guard height.isFinite, depth > 0 else { return depth > 0 ? 0 : Self.count - 1 }
    let share = max(0, (range.upperBound - height) / depth).squareRoot()
    return min(Self.count - 1, max(0, Int(Double(Self.count) * (1 - share))))
  }
}

extension Theme {
  /// Colours of so many steps from the background toward the hue of L, none of which hides a mark; none
  /// where the background is unknown and with less than 256 colours.
  func groundShades(_ count: Int) -> [Color] {
    guard scheme != .auto, colors >= .palette256, let background,
      let ink = style(.likelihood).foreground
    else { return [] }
    let most = background.isDark ? Self.mostOnDark : Self.mostOnLight
    return (0..<count).map { band in
      let share = most * Double(band) / Double(count - 1)
      let mixture = background.mixed(with: [(ink, share)])
      guard colors == .palette256 else { return mixture }
      return mixture.nearestEntry { Self.isGrey($0) } ?? mixture.nearestEntry
    }
  }

  /// How much of the hue the highest ground has.
  private static let (mostOnDark, mostOnLight) = (0.58, 0.52)
  /// Whether an entry of the palette is black, white or between: no others come in steps so fine.
  private static func isGrey(_ entry: Color) -> Bool { entry.index >= 231 || entry.index == 16 }
}
