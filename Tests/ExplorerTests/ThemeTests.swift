import RealModule
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Every theme` {
  /// Relative luminance of a colour, by WCAG 2.
  private func luminance(_ color: Color) -> Double {
    func linear(_ byte: UInt8) -> Double {
      let value = Double(byte) / 255
      if value <= 0.04045 { return value / 12.92 }
      return Double.pow((value + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = color.rgb
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  @Test(arguments: Theme.Scheme.allCases)
  func `keeps its contrast with the backgrounds that it is made for`(scheme: Theme.Scheme) {
    let theme = Theme(colors: .palette256, scheme: scheme)
    #expect(Set(theme.components).count == 8)
    for color in theme.components {
      let onBlack = (luminance(color) + 0.05) / 0.05
      let onWhite = 1.05 / (luminance(color) + 0.05)
      if scheme != .light { #expect(onBlack >= (scheme == .auto ? 4 : 4.5), "\(color.index)") }
      if scheme != .dark { #expect(onWhite >= (scheme == .auto ? 4 : 4.5), "\(color.index)") }
    }
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
