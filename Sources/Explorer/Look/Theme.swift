import TerminalCanvas

/// How each role looks, on a terminal with a number of colours.
///
/// The default foreground and background are kept; the colours are those of the scheme. L, F, the
/// alarm, the components and the optima share none, wherever there are 256 of them.
public struct Theme: Hashable, Sendable {
  /// Which backgrounds it is made for.
  let scheme: Scheme
  /// How many colours there are.
  let colors: ColorDepth
  /// The colour behind everything, `nil` where nobody knows it.
  let background: Color?
  private let palette: Palette

  /// The theme for a terminal with this many colours.
  ///
  /// - Parameters:
  ///   - colors: How many colours there are.
  ///   - scheme: Which backgrounds the colours are made for.
  ///   - background: The colour behind everything, where it is known; otherwise black stands for
  ///     the dark ones and white for the light ones.
  public init(colors: ColorDepth, scheme: Scheme = .auto, background: Color? = nil) {
    self.scheme = scheme
    self.colors = colors
    self.background = background ?? scheme.background
    palette = Palette(scheme, colors: colors)
  }

  /// The theme that fits a terminal.
  ///
  /// - Parameters:
  ///   - capabilities: What the terminal can show, and its background.
  ///   - scheme: Which backgrounds the colours are made for; `nil` for the one that is there.
  init(for capabilities: Capabilities, scheme: Scheme? = nil) {
    let fitting = capabilities.background.map { $0.isDark ? Scheme.dark : .light } ?? .auto
    self.init(
      colors: capabilities.colors, scheme: scheme ?? fitting, background: capabilities.background)
  }

  /// The colours of the components, in their order; repeated when there are more components.
  var components: [Color] { palette.components }
  /// The colours of the optima, in their order; none where there are too few for any of their own.
  var optima: [Color] { palette.optima }

  /// The style of a role.
  func style(_ role: Role) -> Style {
    switch role {
    case .text: .plain
    case .muted, .axis: Style(dim: true)
    case .title: Style(bold: true, reverse: true)
    case .key: Style(bold: true)
    case .value: Style(bold: true)
    case .alert: Style(foreground: palette.alert, bold: true)
    case .component(let k): Style(foreground: color(k))
    case .region(let k): Style(foreground: color(k), dim: true)
    case .trail(let k): Style(foreground: color(k), bold: true)
    case .optimum(let number):
      Style(foreground: optima.isEmpty ? nil : optima[number % optima.count])
    case .contour: Style(foreground: palette.contour, dim: palette.contour == nil)
    case .mean(let k): Style(foreground: color(k), bold: true, reverse: true)
    case .arrow(let k): Style(foreground: color(k), bold: true)
    case .unassigned: .plain
    case .likelihood: Style(foreground: palette.likelihood, bold: true)
    case .bound: Style(foreground: palette.bound)
    case .selection: Style(bold: true, reverse: true)
    }
  }

  /// Whether components differ in colour.
  var hasColors: Bool { !components.isEmpty }

  /// The style of a point that belongs to several components, each with a share.
  func style(blending shares: [Double]) -> Style {
    guard hasColors else { return .plain }
    guard colors >= .palette256 else {
      return style(.component(shares.indices.max { shares[$0] < shares[$1] } ?? 0))
    }
    return Style(
      foreground: Color.mix(shares.indices.map { (color($0) ?? components[0], shares[$0]) }))
  }

  private func color(_ k: Int) -> Color? {
    components.isEmpty ? nil : components[ComponentNumbers.of(k) % components.count]
  }
}
