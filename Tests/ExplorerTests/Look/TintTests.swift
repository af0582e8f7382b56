import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The tint of a cell` {
  private static let known: [Theme] = [ColorDepth.palette256, .direct].flatMap { depth in
    [0x000000, 0x1C1C1C, 0x282A36, 0xFFFFFF, 0xFDF6E3].map { (background: UInt32) in
      Theme(
        for: Capabilities(colors: depth, background: .rgb(background)))
    }
  }

  @Test func `is none where nothing is known of the background, outside, and with few colours`() {
    #expect(Theme(colors: .direct, scheme: .auto).tint([(0, 1)]) == nil)
    #expect(Theme(colors: .direct, scheme: .dark).tint([]) == nil)
    for depth in [ColorDepth.none, .ansi8, .ansi16] {
      #expect(Theme(colors: depth, scheme: .dark).tint([(0, 1)]) == nil)
    }
  }

  @Test func `mixes a share of the component into the background`() throws {
    let dark = Theme(colors: .direct, scheme: .dark)
    #expect(dark.tint([(1, 2)])?.hex == "#2b1800")
    #expect(dark.tint([(1, 1)])?.hex == "#351d00")
    #expect(dark.tint([(1, 2), (1, 1)])?.hex == "#351d00")
    let light = Theme(colors: .direct, scheme: .light)
    #expect(light.tint([(0, 2)])?.hex == "#e6edff")
    #expect(light.tint([(0, 1)])?.hex == "#dbe6ff")
  }

  @Test(arguments: known)
  func `differs from the background`(theme: Theme) throws {
    let background = try #require(theme.background)
    for k in 0..<8 {
      for insides in [[(k, 2)], [(k, 1)], [(k, 2), ((k + 1) % 8, 2)]] {
        let tint = try #require(theme.tint(insides))
        #expect(tint.contrast(to: background) >= 1.07, "\(insides)")
      }
    }
  }

  @Test(arguments: Theme.Scheme.allCases.filter { $0 != .auto })
  func `shows where ellipses overlap`(scheme: Theme.Scheme) throws {
    let theme = Theme(colors: .direct, scheme: scheme)
    let background = try #require(theme.background)
    for k in 0..<8 {
      let (one, other) = ((k, 2), ((k + 1) % 8, 2))
      let most = try [theme.tint([one]), theme.tint([other])].map {
        try #require($0).contrast(to: background)
      }.max()
      let both = try #require(theme.tint([one, other])).contrast(to: background)
      #expect(try both > #require(most) + 0.1, "\(k)")
    }
  }

  @Test(arguments: known)
  func `keeps the contrast of the marks within`(theme: Theme) throws {
    let background = try #require(theme.background)
    for k in 0..<8 {
      for insides in [[(k, 1)], [(k, 2)], [(k, 2), ((k + 3) % 8, 1)]] {
        let tint = try #require(theme.tint(insides))
        for (component, _) in insides {
          let color = theme.components[component]
          let wanted = min(insides.count == 1 ? 4.5 : 3.5, 0.8 * color.contrast(to: background))
          #expect(color.contrast(to: tint) >= wanted, "\(insides)")
        }
      }
    }
  }

  @Test func `is an entry where there are 256 colours, one of few`() {
    let theme = Theme(colors: .palette256, scheme: .dark)
    let tints = (0..<8).flatMap { k in [1, 2].map { theme.tint([(k, $0)]) } }
    #expect(tints.allSatisfy { $0?.isIndexed ?? false })
    #expect(Set(tints).count <= 12)
  }
}
