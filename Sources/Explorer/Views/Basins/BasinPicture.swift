import MixtureEngine
import TerminalCanvas

/// The map of the basins as cells of the screen, each of which shows two of the map: colours and
/// letters say the optimum, shades the iterations.
///
/// Where optima have colours, each half of a cell has its own, fainter for short runs, and each
/// region a letter in its midst. Where they have none, or only ASCII can be shown, every cell is the
/// letter of the optimum of its upper half: small for short runs, capital for long ones.
struct BasinPicture {
  let map: BasinMap
  let look: OptimaLook
  let theme: Theme
  /// The count of iterations beyond which each shade but the first begins.
  private let limits: [Double]
  /// For each optimum its colour in each shade; none where optima have no colours.
  private let colors: [[Color]]
  /// The colour of runs that collapse.
  private let collapsedColor: Color?

  init(map: BasinMap, look: OptimaLook, theme: Theme) {
    (self.map, self.look, self.theme) = (map, look, theme)
    limits = Self.limits(of: map.iterations)
    let inks = map.optima.indices.map { theme.style(look.role($0)).foreground }
    var shades: [Color: [Color]] = [:]
    for ink in Set(inks.compactMap(\.self)) { shades[ink] = (0...3).map { theme.shade(ink, $0) } }
    colors = theme.optima.isEmpty ? [] : inks.map { $0.flatMap { shades[$0] } ?? [] }
    collapsedColor = theme.style(.alert).foreground.map { theme.shade($0, 0) }
  }

  /// How many rows of the map a row of the screen shows.
  static let rowsPerCell = 2

  /// The cell of the map in the upper half of a cell of the screen.
  static func upperHalf(of cell: Position) -> GridCell {
    GridCell(column: cell.x, row: cell.y * rowsPerCell)
  }

  /// The cell of the screen that shows a cell of the map.
  static func place(of cell: GridCell) -> Position {
    Position(x: cell.column, y: cell.row / rowsPerCell)
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let halves = Rect(size).cells.map { cell in
      let upper = Self.upperHalf(of: cell)
      return (
        cell: cell, upper: map.nearest(to: upper),
        lower: map.nearest(to: GridCell(column: upper.column, row: upper.row + 1))
      )
    }
    guard hasColors else {
      for half in halves { frame[half.cell] = letter(half.upper) }
      return frame
    }
    for half in halves {
      frame[half.cell] = Cell(
        upper: color(half.upper), lower: color(half.lower), letter: letter(half.upper).character)
    }
    let regions = halves.map { half -> Int? in
      guard let upper = half.upper, let lower = half.lower, upper.optimum == lower.optimum
      else { return nil }
      return upper.optimum ?? Self.collapsed
    }
    for (region, index) in RegionLabels(regions, size: size).places {
      let color = color(halves[index].upper)
      frame[halves[index].cell] = Cell(
        region == Self.collapsed ? Self.collapsedSign : look.letter(region),
        style: Style(
          foreground: color?.isDark ?? true ? .rgb(0xFFFFFF) : .rgb(0), background: color,
          bold: true))
    }
    return frame
  }

  /// What the shades mean: their samples, and how many iterations they stand for.
  func legend(width: Int) -> Frame {
    var frame = Frame(size: Size(width: width, height: 1))
    let range = "\(map.iterations.lowerBound) to \(map.iterations.upperBound) iterations"
    guard hasColors, let samples = colors.first else {
      frame.write("a few, A many: \(range)", x: 0, y: 0, style: theme.style(.muted))
      return frame
    }
    for ((x, sign), color) in zip("░▒▓█".enumerated(), samples) where x < width {
      frame[x, 0] = Cell(sign, style: Style(foreground: color, background: color))
    }
    frame.write(range, x: 5, y: 0, style: theme.style(.muted))
    return frame
  }

  /// Half blocks have no look-alike in ASCII.
  private var hasColors: Bool { !theme.optima.isEmpty && Spelling.current != .ascii }

  /// The sign of runs that collapse; in ASCII an x would be a letter.
  static var collapsedSign: Character { Spelling.current == .ascii ? "!" : "×" }

  /// The region of the runs that collapse.
  private static let collapsed = -1

  private func color(_ cell: BasinMap.Cell?) -> Color? {
    guard let cell else { return nil }
    guard let optimum = cell.optimum else { return collapsedColor }
    return colors[optimum][shade(cell.iterations)]
  }

  private func letter(_ cell: BasinMap.Cell?) -> Cell {
    guard let cell else { return .blank }
    guard let optimum = cell.optimum else {
      return Cell(Self.collapsedSign, style: theme.style(.alert))
    }
    let (letter, shade) = (look.letter(optimum), shade(cell.iterations))
    var style = theme.style(look.role(optimum))
    (style.bold, style.dim) = (shade == 3, shade == 0)
    return Cell(shade < 2 ? Character(letter.lowercased()) : letter, style: style)
  }

  /// The shade of a count of iterations, from 0 for the shortest runs to 3 for the longest.
  func shade(_ count: Int) -> Int { limits.count { Double(count) > $0 } }

  /// Limits between four shades, in equal ratios.
  static func limits(of iterations: ClosedRange<Int>) -> [Double] {
    let low = Double(max(1, iterations.lowerBound))
    let ratio = Double(max(1, iterations.upperBound)) / low
    let half = ratio.squareRoot()
    let quarter = half.squareRoot()
    return [low * quarter, low * half, low * half * quarter]
  }
}

extension Cell {
  /// A cell of two colours, one above the other; `nil` for the background that is there.
  ///
  /// - Parameter letter: What is written where both are the same: it can't be seen, but read where
  ///   the picture becomes text.
  init(upper: Color?, lower: Color?, letter: Character) {
    switch (upper, lower) {
    case (nil, nil): self = .blank
    case (let upper, let lower) where upper == lower:
      self.init(letter, style: Style(foreground: upper, background: upper))
    case (nil, let lower): self.init("▄", style: Style(foreground: lower))
    case (let upper, let lower):
      self.init("▀", style: Style(foreground: upper, background: lower))
    }
  }
}
