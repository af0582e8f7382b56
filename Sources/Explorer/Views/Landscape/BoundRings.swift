import MixtureEngine
import TerminalCanvas

/// Level lines of the bound as one mean moves: ellipses around where the M-step puts it.
struct BoundRings {
  /// The bound.
  var bound: BoundParabola
  /// Whether it touches L at the present mean: whether q is the posterior.
  var isTight: Bool

  /// Whether it is J(q), not F.
  var isHard: Bool

  /// From so many rows on a plot has room for three rings.
  private static let high = 25
  /// With more points a cell's dots would hide the ring.
  private static let crowd = 5
  /// How many dots a ring has to be away from its centre.
  private static let least = 3.0

  /// The falls below the top, in nats, whose rings are drawn on a plot: two or three powers of ten, the
  /// greatest whose ring takes no more than the plot's middle.
  func falls(in viewport: Viewport) -> [Double] {
    var falls: [Double] = []
    let half = (Double(viewport.size.width), 2 * Double(viewport.size.height))
    for exponent in -6...9 {
      let fall = Self.powersOfTen(exponent)
      guard isVisible(fall, in: viewport) else { continue }
      let reach = reach(of: fall, in: viewport)
      guard reach.x <= 0.6 * half.0, reach.y <= 0.6 * half.1 else { break }
      falls.append(fall)
    }
    return Array(falls.suffix(viewport.size.height < Self.high ? 2 : 3))
  }

  /// Whether a ring is large enough to be seen as one, and not so large that it is none.
  private func isVisible(_ fall: Double, in viewport: Viewport) -> Bool {
    let reach = reach(of: fall, in: viewport)
    return reach.x.isFinite && reach.y.isFinite && max(reach.x, reach.y) >= Self.least
  }

  private static func powersOfTen(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1) { power, _ in exponent < 0 ? power / 10 : power * 10 }
  }

  /// How far a ring reaches to the side and up, in dots.
  private func reach(of fall: Double, in viewport: Viewport) -> DotPoint {
    let (radius, factor) = (bound.radius(ofFall: fall), bound.factor)
    let deviation = (factor.l21 * factor.l21 + factor.l22 * factor.l22).squareRoot()
    let way = viewport.dots(along: radius * factor.l11, radius * deviation)
    return DotPoint(x: abs(way.x), y: abs(way.y))
  }

  /// Whether there is a ring through the present mean.
  func showPresent(at mean: Point, in viewport: Viewport) -> Bool {
    isTight && isVisible(bound.fall(at: mean), in: viewport)
  }

  func draw(
    on frame: inout Frame, around mean: Point, of k: Int, over points: PointTally,
    in viewport: Viewport, theme: Theme
  ) {
    let present = bound.fall(at: mean)
    let decades = falls(in: viewport)
    let hasPresent = showPresent(at: mean, in: viewport)
    // Two rings at about one place would be none.
    let falls =
      hasPresent
      ? (decades.filter { !(present / 2.5...present * 2.5).contains($0) } + [present]).sorted()
      : decades
    var canvas = BrailleCanvas(size: viewport.size)
    for fall in falls { ring(fall, on: &canvas, in: viewport) }
    var style = theme.style(.bound)
    style.bold = true
    // A ring and the points on it share their cells.
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        guard let line = canvas[x, y] else { continue }
        let others = points[x, y].map { $0.count > Self.crowd ? 0 : $0.dots } ?? 0
        frame[x, y] = Cell(BrailleCell.glyph(of: line.dots | others), style: style)
      }
    }
    var last: Int?
    for fall in falls.reversed() {
      let top = viewport.place(bound.centre).y - reach(of: fall, in: viewport).y
      let place = viewport.place(bound.centre)
      guard place.x.isFinite, top.isFinite, (0..<4 * Double(viewport.size.height)).contains(top),
        (0..<2 * Double(viewport.size.width)).contains(place.x)
      else { continue }
      let cell = Position(x: Int(place.x) / 2, y: Int(top) / 4)
      guard last.map({ cell.y > $0 }) ?? true else { continue }
      last = cell.y
      let text = hasPresent && fall == present ? Self.presentLabel(isHard) : label(fall)
      let room = Rect(
        x: cell.x, y: cell.y,
        width: min(DisplayWidth.of(text), viewport.size.width - cell.x), height: 1)
      frame.write(text, in: room, style: style)
    }
    if let cell = viewport.cell(bound.centre.x, bound.centre.y) {
      frame[cell] = Cell("◎", style: theme.style(.arrow(k)))
    }
  }

  /// How far below the top a ring is, or how much more J(q) is there.
  private func label(_ fall: Double) -> String {
    let size = fall.significant(fall < 1 ? 1 : 6)
    return isHard ? "+" + size : "-\(size)".withTrueMinus
  }

  /// The label of the ring through the present mean, on which F is L as it is, or J(q) is J.
  static func presentLabel(_ isHard: Bool) -> String { isHard ? "=J" : "=L" }

  private func ring(
    _ fall: Double, on canvas: inout BrailleCanvas, in viewport: Viewport
  ) {
    let (radius, factor) = (bound.radius(ofFall: fall), bound.factor)
    canvas.ellipse(
      center: viewport.place(bound.centre),
      axis: viewport.dots(along: radius * factor.l11, radius * factor.l21),
      other: viewport.dots(along: 0, radius * factor.l22))
  }
}
