import TerminalCanvas

extension Theme {
  /// The background of a cell that lies inside ellipses: their components' colours mixed into the
  /// terminal's background, so that overlaps show.
  ///
  /// Where the marks of these components would no longer stand out from it, it is weaker. With 256
  /// colours, none of them dark or pale enough to carry a hue, it is the nearest grey.
  ///
  /// - Parameter insides: The components whose ellipse the cell lies in, counted from 0, each with
  ///   the ellipse's size in standard deviations, which is 1 or 2; of several the smallest counts.
  /// - Returns: `nil` where the cell keeps its background: outside of all ellipses, where the
  ///   background is unknown, and with less than 256 colours.
  func tint(_ insides: [(component: Int, deviations: Int)]) -> Color? {
    guard scheme != .auto, colors >= .palette256, let background, !insides.isEmpty else {
      return nil
    }
    let smallest = Dictionary(insides.map { ($0.component, $0.deviations) }, uniquingKeysWith: min)
    let inks = smallest.sorted { $0.key < $1.key }.map { component, deviations in
      (
        color: components[ComponentNumbers.of(component) % components.count],
        share: share(deviations: deviations, on: background)
      )
    }
    let wanted = inks.count == 1 ? Self.contrast : Self.contrastInOverlaps
    let floor = inks.map { min(wanted, 0.85 * $0.color.contrast(to: background)) }
    func isFit(_ tint: Color) -> Bool {
      zip(inks, floor).allSatisfy { $0.color.contrast(to: tint) >= $1 }
    }
    let mixtures = Self.tintStrengths.map { strength in
      background.mixed(with: inks.map { ($0.color, $0.share * strength) })
    }
    let mixture = mixtures.first(where: isFit) ?? mixtures[mixtures.count - 1]
    guard colors == .palette256 else { return mixture }
    return mixture.nearestEntry {
      $0.index >= Self.firstGrey && $0.contrast(to: background) >= Self.leastStep && isFit($0)
    }
  }

  /// How much of a component's colour is in a tint.
  private func share(deviations: Int, on background: Color) -> Double {
    switch (background.isDark, deviations < 2) {
    case (true, true): 0.22
    case (true, false): 0.18
    case (false, true): 0.14
    case (false, false): 0.10
    }
  }

  /// The contrast that marks keep.
  private static let contrast = 4.5
  /// The contrast that they keep where ellipses overlap.
  private static let contrastInOverlaps = 3.5
  /// Few, so that tints come in few steps.
  private static let tintStrengths = [1, 0.85, 0.7, 0.55, 0.4, 0.25]
  /// The contrast from which on two backgrounds can be told apart.
  private static let leastStep = 1.07
  /// Where the palette's greys begin.
  private static let firstGrey = 232
}

extension Color {
  /// The colour with shares of others mixed in, each by its distance from this one.
  func mixed(with inks: [(color: Color, share: Double)]) -> Color {
    func channel(_ channel: (Color) -> UInt8) -> UInt8 {
      let own = Double(channel(self))
      let sum = inks.reduce(own) { $0 + $1.share * (Double(channel($1.color)) - own) }
      return UInt8(max(0, min(255, sum.rounded())))
    }
    return .rgb(channel { $0.rgb.red }, channel { $0.rgb.green }, channel { $0.rgb.blue })
  }
}
