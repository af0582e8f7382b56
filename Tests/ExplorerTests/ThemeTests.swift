import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Every theme` {
  @Test(arguments: Theme.Scheme.allCases)
  func `keeps its contrast with the backgrounds that it is made for`(scheme: Theme.Scheme) {
    let theme = Theme(colors: .palette256, scheme: scheme)
    #expect(Set(theme.components).count == theme.components.count)
    let roles: [Role] = [.likelihood, .bound, .alert, .contour]
    for color in theme.components + theme.optima + roles.compactMap({ theme.style($0).foreground })
    {
      let onBlack = color.contrast(to: .rgb(0x000000))
      let onWhite = color.contrast(to: .rgb(0xFFFFFF))
      if scheme != .light { #expect(onBlack >= (scheme == .auto ? 4 : 4.5), "\(color.index)") }
      if scheme != .dark { #expect(onWhite >= (scheme == .auto ? 4 : 4.5), "\(color.index)") }
    }
  }

  @Test(arguments: [(UInt32(0x000000), Theme.Scheme.dark), (0x1E1E2E, .dark), (0xFDF6E3, .light)])
  func `is the one for the background that the terminal has, unless the user prefers another`(
    background: UInt32, scheme: Theme.Scheme
  ) throws {
    var state = try AppState.clouds()
    state = state.shown(with: Capabilities(background: .rgb(background)))
    #expect(state.screen.theme.scheme == scheme)
    #expect(state.screen.theme.background == .rgb(background))
    state.prefer(Preferences())
    #expect(state.screen.theme.scheme == scheme)
    state.prefer(Preferences(scheme: .auto))
    #expect(state.screen.theme.scheme == .auto)
  }

  @Test func `is chosen with a key, and says which`() async throws {
    var state = try AppState.clouds()
    let first = state.frame()
    await state.press("t")
    #expect(state.screen.theme.scheme == .dark)
    #expect(state.shows("colours for a dark background"))
    await state.press("t t")
    state.notice = nil
    #expect(state.frame() == first)
  }

  @Test func `without colours uses none`() {
    for scheme in Theme.Scheme.allCases {
      #expect(Theme(colors: .none, scheme: scheme).style(.component(0)).foreground == nil)
    }
  }
}

@Suite struct `A preferred speed` {
  @Test(arguments: [(0.0, 0.5), (3.9, 4), (1000, 32), (1, 1)])
  func `is the nearest there is`(wish: Double, speed: Double) {
    #expect(Speed(nearest: wish).iterationsPerSecond == speed)
  }
}
