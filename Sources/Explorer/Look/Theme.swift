import TerminalCanvas

/// How each role looks, on a terminal with a number of colours.
///
/// The default foreground and background are kept; the colours are those of the scheme.
public struct Theme: Hashable, Sendable {
  /// The colours of the components, in their order; repeated when there are more components.
  let components: [Color]
  /// Which backgrounds it is made for.
  let scheme: Scheme
  /// Whether there are colours between those of the components.
  private let mixesColors: Bool
  private let alert: Color?
  private let accent: Color?
  private let second: Color?

  /// The theme for a terminal with this many colours.
  public init(colors: ColorDepth, scheme: Scheme = .auto) {
    let palette = Palette(scheme, colors: colors)
    let hasColors = colors != .none
    self.scheme = scheme
    mixesColors = colors >= .palette256
    components = hasColors ? palette.components : []
    alert = hasColors ? palette.alert : nil
    accent = hasColors ? palette.accent : nil
    second = hasColors ? palette.second : nil
  }

  /// The style of a role.
  func style(_ role: Role) -> Style {
    switch role {
    case .text: .plain
    case .muted, .axis: Style(dim: true)
    case .title: Style(bold: true, reverse: true)
    case .key: Style(foreground: accent, bold: true)
    case .value: Style(bold: true)
    case .alert: Style(foreground: alert, bold: true)
    case .component(let k): Style(foreground: color(k))
    case .region(let k): Style(foreground: color(k), dim: true)
    case .trail(let k): Style(foreground: color(k), bold: true)
    case .contour: Style(foreground: accent, dim: true)
    case .mean(let k): Style(foreground: color(k), bold: true, reverse: true)
    case .arrow(let k): Style(foreground: color(k), bold: true)
    case .unassigned: .plain
    case .likelihood: Style(foreground: accent, bold: true)
    case .bound: Style(foreground: second)
    case .selection: Style(bold: true, reverse: true)
    }
  }

  /// Whether components differ in colour.
  var hasColors: Bool { !components.isEmpty }

  /// The style of a point that belongs to several components, each with a share.
  func style(blending shares: [Double]) -> Style {
    guard hasColors else { return .plain }
    guard mixesColors else {
      return style(.component(shares.indices.max { shares[$0] < shares[$1] } ?? 0))
    }
    return Style(
      foreground: Color.mix(shares.indices.map { (color($0) ?? components[0], shares[$0]) }))
  }

  private func color(_ k: Int) -> Color? {
    components.isEmpty ? nil : components[k % components.count]
  }
}
