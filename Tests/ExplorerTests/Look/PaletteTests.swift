import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A palette for a known background` {
  private static let all: [Theme] = [ColorDepth.palette256, .direct].flatMap { depth in
    [Theme.Scheme.dark, .light].map { Theme(colors: depth, scheme: $0) }
  }

  /// L, F and the alarm.
  private func special(_ theme: Theme) -> [Color] {
    ([.likelihood, .bound, .alert] as [Role]).compactMap { theme.style($0).foreground }
  }

  @Test(arguments: all)
  func `has eight components that stay apart, whoever looks`(theme: Theme) {
    #expect(theme.components.count == 8)
    for vision in Vision.allCases {
      #expect(vision.closest(theme.components) >= (vision == .normal ? 15 : 10), "\(vision)")
    }
  }

  @Test(arguments: all)
  func `has optima that stay apart, whoever looks`(theme: Theme) {
    #expect(theme.optima.count >= 4)
    for vision in Vision.allCases {
      #expect(vision.closest(theme.optima) >= (vision == .normal ? 15 : 10), "\(vision)")
    }
  }

  @Test(arguments: all)
  func `has hues of their own for L, F and the alarm`(theme: Theme) {
    let special = special(theme)
    #expect(special.count == 3)
    for vision in Vision.allCases {
      #expect(vision.closest(special) >= (vision == .normal ? 15 : 10), "\(vision)")
      #expect(
        vision.closest(special, to: theme.components) >= (vision == .normal ? 9 : 6), "\(vision)")
    }
  }

  @Test(arguments: all)
  func `is read well`(theme: Theme) throws {
    let background = try #require(theme.background)
    let contour = try #require(theme.style(.contour).foreground)
    for color in theme.components + theme.optima + special(theme) + [contour] {
      #expect(color.contrast(to: background) >= 4.5, "\(color.hex)")
    }
  }
}

@Suite struct `A palette of few colours` {
  @Test(arguments: [ColorDepth.ansi8, .ansi16], Theme.Scheme.allCases)
  func `begins with a readable one, and gives no component's away`(
    depth: ColorDepth, scheme: Theme.Scheme
  ) throws {
    let theme = Theme(colors: depth, scheme: scheme)
    let first = try #require(theme.components.first)
    // xterm's blue is read badly on black, its yellow on white.
    #expect(![UInt8(3), 11].contains(first.index) || scheme == .dark)
    #expect(![UInt8(4), 12].contains(first.index) || scheme == .light)
    if scheme == .dark { #expect(theme.components.last.map { $0.index % 8 } == 4) }
    for role in [.likelihood, .bound, .alert] as [Role] {
      let color = theme.style(role).foreground
      #expect(!theme.components.contains { $0 == color }, "\(role)")
    }
    #expect(Set(theme.components).count == theme.components.count)
  }

  @Test(arguments: ColorDepth.allCases, Theme.Scheme.allCases)
  func `has an odd number of marks to it, so that no two components are alike`(
    depth: ColorDepth, scheme: Theme.Scheme
  ) {
    let theme = Theme(colors: depth, scheme: scheme)
    let looks = (0..<Stage.mostComponents).map { k in
      Cell(Marks.mark(k), style: theme.style(.component(k)))
    }
    #expect(Set(looks).count == (theme.hasColors ? Stage.mostComponents : Marks.count))
  }
}
