import TerminalCanvas
import Testing

@testable import Explorer

/// Two things that mean something else look different, whatever the colours.
@Suite struct `The look of a role` {
  static let colourful: [ColorDepth] = [.ansi8, .ansi16, .palette256, .direct]

  /// How far apart two colours are, from 0 to 442.
  private func distance(_ a: Color?, _ b: Color?) -> Double {
    guard let a, let b else { return a == nil && b == nil ? 0 : 442 }
    func square(_ a: UInt8, _ b: UInt8) -> Double {
      (Double(a) - Double(b)) * (Double(a) - Double(b))
    }
    return
      (square(a.rgb.0, b.rgb.0) + square(a.rgb.1, b.rgb.1) + square(a.rgb.2, b.rgb.2)).squareRoot()
  }

  @Test(arguments: Theme.Scheme.allCases, colourful)
  func `tells L, F and the alarm apart by their colours`(scheme: Theme.Scheme, colors: ColorDepth) {
    let theme = Theme(colors: colors, scheme: scheme)
    let roles: [Role] = [.likelihood, .bound, .alert]
    for (number, role) in roles.enumerated() {
      for other in roles.dropFirst(number + 1) {
        let gap = distance(theme.style(role).foreground, theme.style(other).foreground)
        #expect(gap > 60, "\(role) and \(other)")
      }
    }
    let alarm = theme.style(.alert).foreground
    for role in [.contour, .key, .text, .muted, .axis, .value, .title, .selection] as [Role] {
      #expect(distance(theme.style(role).foreground, alarm) > 60, "\(role)")
    }
  }

  @Test(arguments: Theme.Scheme.allCases)
  func `has no colour of a component for L, F and the alarm`(scheme: Theme.Scheme) {
    let theme = Theme(colors: .palette256, scheme: scheme)
    for role in [.likelihood, .bound, .alert] as [Role] {
      #expect(!theme.components.contains { $0 == theme.style(role).foreground }, "\(role)")
    }
  }

  @Test(arguments: Theme.Scheme.allCases, ColorDepth.allCases)
  func `differs from every other on the same picture`(scheme: Theme.Scheme, colors: ColorDepth) {
    let theme = Theme(colors: colors, scheme: scheme)
    // Things that are written in words or have marks of their own may share a style.
    let groups: [[Role]] = [
      [.text, .muted, .key, .alert, .selection],
      [.component(0), .mean(0), .trail(0), .region(0)],
      [.text, .value, .muted, .selection],
    ]
    for group in groups {
      let styles = group.map(theme.style)
      if colors != .none { #expect(Set(styles).count == group.count, "\(group)") }
    }
    #expect(theme.style(.selection) != theme.style(.text))
    #expect(theme.style(.alert) != theme.style(.text))
    #expect(theme.style(.mean(0)) != theme.style(.component(0)))
  }

  @Test(arguments: Theme.Scheme.allCases)
  func `is the component's colour for its points, region, trail, arrow and mean`(
    scheme: Theme.Scheme
  ) {
    let theme = Theme(colors: .palette256, scheme: scheme)
    for k in theme.components.indices {
      let color = theme.style(.component(k)).foreground
      for role in [.region(k), .trail(k), .arrow(k), .mean(k)] as [Role] {
        #expect(theme.style(role).foreground == color)
      }
      for other in theme.components.indices where other != k {
        #expect(theme.style(.component(other)).foreground != color)
      }
    }
  }

  @Test func `stays as the user chose it when a lesson goes on`() async throws {
    let lesson = try await Exploration.lesson(pressing: ["e", "e"]).after("t")
    let chosen = lesson.app.screen.theme
    #expect(try chosen != Exploration.lesson(pressing: ["e", "e"]).app.screen.theme)
    #expect(await lesson.after("Space").app.screen.theme == chosen)
    let back = await lesson.after("Space Space Left").app.screen.theme
    #expect(back == chosen)
  }
}
