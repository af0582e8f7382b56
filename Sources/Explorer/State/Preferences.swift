/// What a user prefers, whatever the data.
public struct Preferences: Hashable, Sendable {
  /// Which backgrounds the colours are made for.
  public var scheme: Theme.Scheme
  /// How fast a run goes by itself, in iterations a second; the nearest speed there is.
  public var speed: Double?

  /// Preferences; whatever isn't said is as the program has it.
  public init(scheme: Theme.Scheme = .auto, speed: Double? = nil) {
    self.scheme = scheme
    self.speed = speed
  }
}

extension AppState {
  /// Looks and goes as the user prefers.
  public mutating func prefer(_ preferences: Preferences) {
    theme = Theme(colors: capabilities.colors, scheme: preferences.scheme)
    if let speed = preferences.speed { self.speed = Speed(nearest: speed) }
  }

  /// The next scheme of colours.
  mutating func nextTheme() {
    theme = Theme(colors: capabilities.colors, scheme: theme.scheme.next)
    notice =
      switch theme.scheme {
      case .auto: "colours for any background"
      case .dark: "colours for a dark background"
      case .light: "colours for a light background"
      }
  }
}
