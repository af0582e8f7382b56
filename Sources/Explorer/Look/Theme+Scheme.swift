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

    /// The background that stands for those it is made for.
    var background: Color? {
      switch self {
      case .auto: nil
      case .dark: .rgb(0x000000)
      case .light: .rgb(0xFFFFFF)
      }
    }

    /// The next scheme, around the end.
    var next: Scheme {
      let all = Scheme.allCases
      return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
  }
}
