import TerminalCanvas

/// What a user prefers, whatever the data.
public struct Preferences: Hashable, Sendable {
  /// Which backgrounds the colours are made for; `nil` for the one that the terminal has, as far as
  /// that is known.
  public var scheme: Theme.Scheme?
  /// How fast a run goes by itself, in iterations a second; the nearest speed there is.
  public var speed: Double?

  /// Whether the picture is for a hall.
  public var isForHall: Bool

  /// Preferences; whatever isn't said is as the program has it.
  ///
  /// - Parameters:
  ///   - scheme: Which backgrounds the colours are made for.
  ///   - speed: How fast a run goes by itself, in iterations a second.
  ///   - isForHall: Whether the picture is for a hall.
  public init(scheme: Theme.Scheme? = nil, speed: Double? = nil, isForHall: Bool = false) {
    self.scheme = scheme
    self.speed = speed
    self.isForHall = isForHall
  }
}

extension AppState {
  /// Looks and goes as the user prefers.
  public mutating func prefer(_ preferences: Preferences) {
    screen.theme = Theme(for: screen.capabilities, scheme: preferences.scheme)
    screen.isHall = preferences.isForHall
    if let speed = preferences.speed { session.changeSpeed { $0 = Speed(nearest: speed) } }
  }

  /// The next scheme of colours.
  mutating func nextTheme() {
    let scheme = screen.theme.scheme.next
    screen.theme = Theme(for: screen.capabilities, scheme: scheme)
    notice =
      switch scheme {
      case .auto: .news("colours for any background")
      case .dark: .news("colours for a dark background")
      case .light: .news("colours for a light background")
      }
  }

  /// The same state on a screen with other abilities.
  public func shown(with capabilities: Capabilities) -> AppState {
    var state = self
    state.screen.capabilities = capabilities
    let chosen = screen.theme.scheme == .auto ? nil : screen.theme.scheme
    state.screen.theme = Theme(for: capabilities, scheme: chosen)
    return state
  }
}
