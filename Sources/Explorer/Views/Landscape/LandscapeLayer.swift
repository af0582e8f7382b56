import MixtureEngine
import TerminalCanvas

/// The ground under a plot as one mean moves, and on it the bound's rings, the arrows of the flow, the
/// way of the mean and the top of the highest hill in view.
struct LandscapeLayer {
  /// The component whose mean moves, counted from 0.
  var component: Int
  /// The component whose mean moves upward, where the points are on a line.
  var other: Int?
  /// Where its mean stands, or both.
  var mean: Point
  /// As much of the ground as is known.
  var ground: Landscape?
  /// The bound, where there is one.
  var bound: BoundRings?
  /// Where the arrows begin.
  var arrows: [Point]
  /// The way of the mean so far.
  var way: Path

  /// How many rows of the ground a row of the screen shows.
  private static let rowsPerCell = 2

  /// The sign of the top of the highest hill in view.
  static let topSign: Character = "^"
  /// The sign of the place where two means stand, between brackets.
  static let pairSign: Character = "·"

  /// What the axes of a plane of two means are called.
  func names(of line: String) -> (x: String, y: String)? {
    other.map { ("\(line) of mean \(Marks.name(component))", "\(line) of mean \(Marks.name($0))") }
  }

  /// Draws all of it where there are no points under it, but a plane of two means.
  func drawPair(on frame: inout Frame, in viewport: Viewport, theme: Theme) {
    let noPoints = PointTally(xs: [], ys: [], labels: nil, owners: 1, in: viewport)
    drawLines(on: &frame, over: noPoints, in: viewport, theme: theme)
    if let cell = viewport.cell(mean.x, mean.y) {
      frame[cell] = Cell(Self.pairSign, style: theme.style(.mean(component)))
    }
    drawBrackets(on: &frame, in: viewport, theme: theme)
    drawGround(on: &frame, in: viewport, theme: theme)
  }

  /// Draws what lies over the points and under the means.
  func drawLines(
    on frame: inout Frame, over points: PointTally, in viewport: Viewport, theme: Theme
  ) {
    if let ground, ground.destinations.count == arrows.count {
      FlowLayer(
        component: component, arrows: zip(arrows, ground.destinations).map { ($0, $1) },
        viewport: viewport
      )
      .draw(on: &frame, theme: theme)
    }
    var ways = [Path](repeating: Path(), count: component + 1)
    ways[component] = way
    TrailLayer(trails: ways, viewport: viewport).draw(on: &frame, theme: theme)
    bound?.draw(
      on: &frame, around: mean, of: component, over: points, in: viewport, theme: theme)
    if let top = ground?.top?.place, let cell = viewport.cell(top.x, top.y) {
      var style = theme.style(.likelihood)
      style.reverse = true
      frame[cell] = Cell(Self.topSign, style: style)
    }
  }

  /// Draws brackets around the mean that moves, over the means.
  func drawBrackets(on frame: inout Frame, in viewport: Viewport, theme: Theme) {
    guard let cell = viewport.cell(mean.x, mean.y) else { return }
    for (x, sign) in [(cell.x - 1, Character("[")), (cell.x + 1, "]")]
    where Rect(viewport.size).contains(Position(x: x, y: cell.y)) {
      frame[x, cell.y] = Cell(sign, style: theme.style(.mean(component)))
    }
  }

  /// Shades the ground: cells where nothing stands in halves, the background of all others.
  func drawGround(on frame: inout Frame, in viewport: Viewport, theme: Theme) {
    let size = viewport.size
    guard let ground, ground.columns == size.width,
      ground.rows == size.height * Self.rowsPerCell
    else { return }
    let shades = LandscapeShades(ground, theme: theme)
    for cell in Rect(size).cells where !frame[cell].style.reverse {
      let upper = ground.nearest(to: GridCell(column: cell.x, row: cell.y * Self.rowsPerCell))
      let lower = ground.nearest(to: GridCell(column: cell.x, row: cell.y * Self.rowsPerCell + 1))
      guard let upper, let lower else { continue }
      let (high, low) = (shades.band(upper), shades.band(lower))
      let isBlank = frame[cell] == .blank
      guard !shades.colors.isEmpty else {
        if isBlank {
          frame[cell] = Cell(
            LandscapeShades.characters[(high + low) / 2], style: theme.style(.muted))
        }
        continue
      }
      if isBlank {
        frame[cell] = Cell(
          upper: shades.colors[high], lower: shades.colors[low],
          letter: LandscapeShades.characters[high])
      } else {
        frame[cell].style.background = shades.colors[(high + low) / 2]
      }
    }
  }
}

/// Where one iteration sends the mean from places all over the plot: arrows of one length.
struct FlowLayer {
  /// The component whose mean it is, counted from 0.
  var component: Int
  /// Where each arrow begins, and where its iteration leads.
  var arrows: [(from: Point, to: Landscape.Destination)]
  var viewport: Viewport

  /// How many columns and rows lie between arrows.
  private static let (columns, rows) = (4, 2)

  /// Where arrows begin on a plot.
  static func places(in viewport: Viewport) -> [Point] {
    stride(from: 1, to: viewport.size.height, by: rows).flatMap { y in
      stride(from: columns / 2, to: viewport.size.width, by: columns).map { x in
        let place = viewport.data(at: Position(x: x, y: y))
        return Point(x: place.x, y: place.y)
      }
    }
  }

  func draw(on frame: inout Frame, theme: Theme) {
    for (from, destination) in arrows {
      guard case .known(let to?) = destination, let cell = viewport.cell(from.x, from.y) else {
        continue
      }
      let way = viewport.dots(along: to.x - from.x, to.y - from.y)
      frame[cell] = Cell(Self.sign(of: way), style: theme.style(.arrow(component)))
    }
  }

  /// The arrow of a way on the dots; a point where the mean stays within its cell.
  static func sign(of way: DotPoint) -> Character {
    guard way.isFinite, max(abs(way.x), abs(way.y) / 2) >= 1 else { return "·" }
    let (across, down) = (abs(way.x), abs(way.y))
    // Steeper than 22.5° and flatter than 67.5° is diagonal; ASCII has no such arrows.
    let slope = 0.41421356
    if down <= slope * across || Spelling.current == .ascii && down <= across {
      return way.x > 0 ? "→" : "←"
    }
    if across <= slope * down || Spelling.current == .ascii { return way.y > 0 ? "↓" : "↑" }
    return way.y > 0 ? (way.x > 0 ? "↘" : "↙") : (way.x > 0 ? "↗" : "↖")
  }
}
