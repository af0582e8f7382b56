import MixtureEngine
import TerminalCanvas

/// The map of the basins as cells of the screen, each of which shows two of the map: colours and
/// letters say the optimum, shades the iterations.
///
/// Where optima have colours, each half of a cell has its own, fainter for short runs, and each
/// region a letter in its midst. Where they have none every cell is the letter of the optimum of its
/// upper half: small for short runs, capital for long ones.
struct BasinPicture {
  var map: BasinMap
  var look: OptimaLook
  var theme: Theme

  /// How many rows of the map a row of the screen shows.
  static let rowsPerCell = 2

  /// The cell of the map in the upper half of a cell of the screen.
  static func upperHalf(of cell: Position) -> GridCell {
    GridCell(column: cell.x, row: cell.y * rowsPerCell)
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    guard hasColors else {
      for cell in Rect(size).cells { frame[cell] = letter(upper(cell)) }
      return frame
    }
    for cell in Rect(size).cells {
      let (above, below) = (upper(cell), lower(cell))
      frame[cell] = Cell(
        upper: color(above), lower: color(below), letter: letter(above).character)
    }
    let labels = RegionLabels(size: size) { cell -> Int? in
      guard let (above, below) = halves(cell), above.optimum == below.optimum else { return nil }
      return above.optimum ?? Self.collapsed
    }
    for (region, cell) in labels.places {
      let color = color(upper(cell))
      frame[cell] = Cell(
        region == Self.collapsed ? "×" : look.letter(region),
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
    guard hasColors else {
      frame.write("a few, A many: \(range)", x: 0, y: 0, style: theme.style(.muted))
      return frame
    }
    for (step, sign) in "░▒▓█".enumerated() where step < width {
      let color = theme.style(look.role(0)).foreground.map { theme.shade($0, step) }
      frame[step, 0] = Cell(sign, style: Style(foreground: color, background: color))
    }
    frame.write(range, x: 5, y: 0, style: theme.style(.muted))
    return frame
  }

  private var hasColors: Bool { !theme.optima.isEmpty }

  /// The region of the runs that collapse.
  private static let collapsed = -1

  private func upper(_ cell: Position) -> BasinMap.Cell? {
    map.nearest(to: Self.upperHalf(of: cell))
  }

  private func lower(_ cell: Position) -> BasinMap.Cell? {
    var place = Self.upperHalf(of: cell)
    place.row += 1
    return map.nearest(to: place)
  }

  private func halves(_ cell: Position) -> (upper: BasinMap.Cell, lower: BasinMap.Cell)? {
    guard let upper = upper(cell), let lower = lower(cell) else { return nil }
    return (upper, lower)
  }

  private func color(_ cell: BasinMap.Cell?) -> Color? {
    guard let cell else { return nil }
    guard let optimum = cell.optimum else {
      return theme.style(.alert).foreground.map { theme.shade($0, 0) }
    }
    return theme.style(look.role(optimum)).foreground.map {
      theme.shade($0, shade(cell.iterations))
    }
  }

  private func letter(_ cell: BasinMap.Cell?) -> Cell {
    guard let cell else { return .blank }
    guard let optimum = cell.optimum else { return Cell("×", style: theme.style(.alert)) }
    let (letter, shade) = (look.letter(optimum), shade(cell.iterations))
    return Cell(
      shade < 2 ? Character(letter.lowercased()) : letter,
      style: Style(bold: shade == 3, dim: shade == 0))
  }

  /// From 0 for the shortest runs to 3 for the longest, in equal ratios.
  private func shade(_ count: Int) -> Int {
    let low = Double(max(1, map.iterations.lowerBound))
    let ratio = Double(max(1, map.iterations.upperBound)) / low
    let half = ratio.squareRoot()
    let quarter = half.squareRoot()
    return [quarter, half, half * quarter].filter { Double(count) > low * $0 }.count
  }
}

extension Cell {
  /// A cell of two colours, one above the other; `nil` for the background that is there.
  ///
  /// - Parameter letter: What is written where both are the same: it can't be seen, but read where
  ///   the picture becomes text.
  fileprivate init(upper: Color?, lower: Color?, letter: Character) {
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
