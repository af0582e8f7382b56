import MixtureEngine
import TerminalCanvas

/// How the rows of a plot are shared out where points are on a line: curves above, then the means,
/// then the points as dots stacked above the axis, and the posterior below where there is room.
struct LineRows: Hashable, Sendable {
  /// How many rows the curves have, from the top.
  let curves: Int
  /// The row of the means, where the second coordinate 0 is.
  let means: Int
  /// How many rows the stacks of dots have, below the means.
  let dots: Int
  /// How many rows the posterior has, at the bottom, below a line; none where there is no room.
  let posterior: Int

  /// The rows of a plot of a height.
  init(height: Int) {
    let height = max(1, height)
    posterior = height >= 24 ? 5 : height >= 16 ? 4 : height >= 10 ? 3 : 0
    let rest = height - (posterior > 0 ? posterior + 1 : 0)
    dots = rest < 3 ? rest - 1 : max(1, (rest - 1) / 3)
    means = rest - dots - 1
    curves = means
  }

  /// The row on which stacks of dots stand.
  var floor: Int { means + dots }

  /// The range of the second coordinate that puts 0 in the middle of the means' row.
  ///
  /// One row is one unit.
  func range(height: Int) -> ClosedRange<Double> {
    let top = Double(means) + 0.375
    return (top - Double(max(1, height)) + 0.25)...top
  }
}

extension PointSet {
  /// The points of a line as dots stacked by columns, in the units of the view's rows.
  ///
  /// Where a stack is higher than there are rows, every dot of every stack stands for more points.
  ///
  /// - Returns: The places, and how many points a dot stands for at most.
  func stacked(in viewport: Viewport) -> (points: PointSet, perDot: Int) {
    let rows = LineRows(height: viewport.size.height)
    let columns = xs.map { viewport.cell($0, 0)?.x ?? -1 }
    var heights = [Int](repeating: 0, count: max(1, viewport.size.width))
    for column in columns where column >= 0 { heights[column] += 1 }
    let room = max(1, rows.dots)
    let perDot = max(1, ((heights.max() ?? 0) + room - 1) / room)
    var filled = [Int](repeating: 0, count: heights.count)
    // Left to right within a column, so that a stack changes its colour once.
    var ys = [Double](repeating: 0, count: count)
    for n in xs.indices.sorted(by: { (xs[$0], $0) < (xs[$1], $1) }) where columns[n] >= 0 {
      let level = filled[columns[n]] / perDot
      filled[columns[n]] += 1
      ys[n] = viewport.data(at: Position(x: 0, y: rows.floor - level)).y
    }
    return (PointSet(xs: xs, ys: ys), perDot)
  }
}

/// The curves of a model over a line: πₖ times the density of each component, and their sum.
struct DensityLayer {
  var model: any LatentLabelModel
  var viewport: Viewport
  /// Whether lines are heavy.
  var isBold = false

  func draw(on frame: inout Frame, theme: Theme) {
    let rows = LineRows(height: viewport.size.height)
    let size = Size(width: viewport.size.width, height: rows.curves)
    guard rows.curves > 0, model.criterion == .logLikelihood else { return }
    let count = model.componentCount
    let places = (0..<(2 * size.width)).map { viewport.data(at: DotPoint(x: Double($0), y: 0)).x }
    let logs = places.map { x in
      let place = Point(x: x, y: 0)
      let carrier = model.logCarrier(at: place)
      return (0..<count).map { model.logJoint(of: place, label: $0) + carrier }
    }
    // In units of the highest place, so that no scale of the data is too small or too large.
    let sums = logs.map { $0.logSum(\.self) }
    guard let highest = sums.max(), highest.isFinite else { return }
    func dot(_ column: Int, _ value: Double) -> DotPoint {
      DotPoint(
        x: Double(column), y: (1 - .exp(value - highest) * 0.96) * Double(4 * size.height - 1))
    }
    var canvas = BrailleCanvas(size: size, owners: count)
    if count > 1 {
      canvas.polyline(sums.enumerated().map { dot($0, $1) }, layer: .points)
    }
    for k in 0..<count {
      canvas.polyline(
        logs.enumerated().map { dot($0, $1[k]) }, owner: k,
        layer: .marks, dash: theme.hasColors ? .solid : .numbered(k))
    }
    frame.draw(canvas, at: .zero) { cell in
      var style = theme.style(cell.owner.map { .component($0) } ?? .likelihood)
      style.bold = style.bold || isBold
      return style
    }
  }
}

/// The posterior over a line: q₁(x), or that of every component where there are more than two.
struct PosteriorStrip {
  var model: any LatentLabelModel
  var viewport: Viewport

  /// What the strip shows.
  var name: String { model.componentCount > 2 ? "q(x)" : Spelling.choose("q₁(x)", ascii: "q1(x)") }

  func draw(on frame: inout Frame, theme: Theme) {
    let rows = LineRows(height: viewport.size.height)
    guard rows.posterior > 0 else { return }
    let size = Size(width: viewport.size.width, height: rows.posterior)
    let top = viewport.size.height - rows.posterior
    frame.horizontalLine(x: 0, y: top - 1, width: size.width, style: theme.style(.axis))
    frame.write(" \(name) from 0 to 1 ", x: 1, y: top - 1, style: theme.style(.muted))
    let count = model.componentCount
    let shown = count > 2 ? Array(0..<count) : [0]
    let shares = (0..<(2 * size.width)).map { column in
      let x = viewport.data(at: DotPoint(x: Double(column), y: 0)).x
      return model.responsibilities(for: Point(x: x, y: 0))
    }
    var canvas = BrailleCanvas(size: size, owners: count)
    for k in shown {
      canvas.polyline(
        shares.enumerated().map {
          DotPoint(x: Double($0), y: (1 - $1[k]) * Double(4 * size.height - 1))
        }, owner: k, dash: theme.hasColors ? .solid : .numbered(k))
    }
    frame.draw(canvas, at: Position(x: 0, y: top)) { theme.style(.component($0.owner ?? 0)) }
  }
}

/// Whose each part of a line is: the row of the means in the colour of the most responsible component,
/// with a stroke where another takes over.
struct LineRegions {
  var model: any LatentLabelModel
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    let y = LineRows(height: viewport.size.height).means
    guard frame.bounds.rows.contains(y) else { return }
    let owners = (0..<viewport.size.width).map { x -> Int in
      let place = Point(x: viewport.data(at: Position(x: x, y: y)).x, y: 0)
      let shares = model.responsibilities(for: place)
      return shares.indices.max { (shares[$0], -$0) < (shares[$1], -$1) } ?? 0
    }
    var begin = 0
    while begin < owners.count {
      let owner = owners[begin]
      let end = owners[begin...].firstIndex { $0 != owner } ?? owners.count
      let line = String(repeating: Spelling.choose("━", ascii: "="), count: end - begin)
      frame.write(line, x: begin, y: y, style: theme.style(.component(owner)))
      if begin > 0 {
        frame.write(
          Spelling.choose("╂", ascii: "|"), x: begin, y: y, style: theme.style(.axis))
      }
      begin = end
    }
  }
}
