import TerminalCanvas

extension Theme {
  /// Which backgrounds a theme is made for.
  public enum Scheme: String, CaseIterable, Sendable {
    /// Any background: at least 4:1 contrast on black and on white.
    case auto
    /// A dark background: at least 4.5:1 on black.
    case dark
    /// A light background: at least 4.5:1 on white.
    case light

    /// The next scheme, around the end.
    var next: Scheme {
      let all = Scheme.allCases
      return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
  }

  /// The colours of a scheme.
  struct Palette: Hashable, Sendable {
    /// The components' colours, in their order.
    var components: [Color]
    var alert: Color
    var accent: Color
    var second: Color

    /// Colours of xterm's palette.
    init(components: [UInt8], alert: UInt8, accent: UInt8, second: UInt8) {
      self.components = components.map { .indexed($0) }
      self.alert = .indexed(alert)
      self.accent = .indexed(accent)
      self.second = .indexed(second)
    }
  }
}

extension Theme.Palette {
  /// The palette for a scheme on a terminal with colours.
  ///
  /// The components' colours of the 256 were chosen by exchange so that the closest pair is as far
  /// apart as can be under normal vision and under simulated protanopia, deuteranopia and
  /// tritanopia (Machado, Oliveira & Fernandes 2009; CIEDE2000), the first few weighing most.
  init(_ scheme: Theme.Scheme, colors: ColorDepth) {
    switch (colors, scheme) {
    case (.none, _), (.ansi8, _):
      self.init(components: [4, 3, 2, 1, 5, 6], alert: 1, accent: 6, second: 5)
    case (.ansi16, .light):
      self.init(components: [4, 1, 2, 5, 6, 3], alert: 1, accent: 6, second: 5)
    case (.ansi16, _):
      self.init(components: [12, 3, 2, 9, 13, 6], alert: 9, accent: 6, second: 13)
    case (_, .auto):
      self.init(
        components: [99, 130, 30, 163, 161, 62, 162, 28], alert: 161, accent: 31, second: 130)
    case (_, .dark):
      self.init(
        components: [135, 29, 226, 123, 106, 211, 163, 222], alert: 203, accent: 45, second: 214)
    case (_, .light):
      self.init(
        components: [63, 130, 17, 52, 23, 20, 29, 90], alert: 160, accent: 25, second: 94)
    }
  }
}
