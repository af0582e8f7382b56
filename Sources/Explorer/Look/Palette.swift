import TerminalCanvas

extension Theme {
  /// The colours of a scheme on a terminal with a number of colours; none where it has none.
  struct Palette: Hashable, Sendable {
    /// The components' colours, in their order.
    var components: [Color] = []
    /// The optima's colours, in their order.
    var optima: [Color] = []
    /// The colour of L; here and below `nil` is the terminal's default.
    var likelihood: Color?
    /// The colour of F.
    var bound: Color?
    /// The colour of what wants attention.
    var alert: Color?
    /// The colour of lines of equal density.
    var contour: Color?
  }
}

extension Theme.Palette {
  /// The palette for a scheme.
  ///
  /// The components' colours were chosen by exchange so that the closest pair is as far apart as can
  /// be under normal vision and under simulated protanopia, deuteranopia and tritanopia (Machado,
  /// Oliveira & Fernandes 2009; CIEDE2000), the first few weighing most, and so that L, F and the
  /// alarm have hues of their own; the optima's are close to greys. Eight colours are too few for
  /// that: the components have four, that which is read worst on the background coming last, F is
  /// written in the default colour, and optima in letters alone.
  init(_ scheme: Theme.Scheme, colors: ColorDepth) {
    switch (colors, scheme) {
    case (.none, _): self.init()
    case (.ansi16, .dark):
      self.init(entries: [10, 13, 11, 12], likelihood: 14, alert: 9)
    case (.ansi8, .dark): self.init(entries: [2, 5, 3, 4], likelihood: 6, alert: 1)
    case (.ansi8, .light), (.ansi16, .light):
      self.init(entries: [4, 5, 2, 3], likelihood: 6, alert: 1)
    case (.ansi8, .auto), (.ansi16, .auto):
      self.init(entries: [5, 2, 3, 4], likelihood: 6, alert: 1)
    case (_, .auto):
      self.init(
        entries: [129, 28, 31, 96, 65], optima: [99, 64, 132, 29], likelihood: 62, bound: 130,
        alert: 162, contour: 243)
    case (.palette256, .dark):
      self.init(
        entries: [111, 214, 158, 205, 228, 35, 44, 150], optima: [153, 139, 230, 108, 145],
        likelihood: 195, bound: 144, alert: 202, contour: 247)
    case (.palette256, .light):
      self.init(
        entries: [20, 28, 125, 96, 129, 52, 17, 90], optima: [60, 95, 16, 238], likelihood: 25,
        bound: 58, alert: 161, contour: 242)
    case (.direct, .dark):
      self.init(
        mixtures: [
          0x7F9DFE, 0xF18600, 0x52EEC3, 0xFFCDFF, 0xFFF130, 0x8FAA79, 0xD2FFA7, 0xCB92AA,
        ], optima: [0xD3ECFE, 0xD2B49C, 0x8496B3, 0xF6F0CB, 0xB18A89], likelihood: 0xC7FFF7,
        bound: 0xF5C16B, alert: 0xF95B4F, contour: 0x9E9E9E)
    case (.direct, .light):
      self.init(
        mixtures: [
          0x004DFF, 0x8B5900, 0x106A59, 0x6A0659, 0x780300, 0x735994, 0x3500AA, 0x932242,
        ], optima: [0x4B718B, 0x7E6843, 0x104F52, 0x272203, 0x614236, 0x10213E],
        likelihood: 0x104479, bound: 0x6D704C, alert: 0xDA003B, contour: 0x6C6C6C)
    }
  }

  /// Entries of xterm's palette.
  private init(
    entries components: [UInt8], optima: [UInt8] = [], likelihood: UInt8, bound: UInt8? = nil,
    alert: UInt8, contour: UInt8? = nil
  ) {
    self.init(
      components: components.map { .indexed($0) }, optima: optima.map { .indexed($0) },
      likelihood: .indexed(likelihood), bound: bound.map { .indexed($0) },
      alert: .indexed(alert), contour: contour.map { .indexed($0) })
  }

  /// Mixtures of red, green and blue.
  private init(
    mixtures components: [UInt32], optima: [UInt32], likelihood: UInt32, bound: UInt32,
    alert: UInt32, contour: UInt32
  ) {
    self.init(
      components: components.map { .rgb($0) }, optima: optima.map { .rgb($0) },
      likelihood: .rgb(likelihood), bound: .rgb(bound), alert: .rgb(alert), contour: .rgb(contour))
  }
}
