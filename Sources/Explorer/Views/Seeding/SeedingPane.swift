import MixtureEngine
import TerminalCanvas

/// The choice of a start: the points shaded by D, the centres so far, and the inspected point's chance.
struct SeedingPane {
  var data: DataSet
  /// The moment, `nil` for starts that are not chosen centre by centre.
  var moment: SeedingMoment?
  /// Where the start comes from.
  var title: String
  /// Why there are no steps, where there are none.
  var absence: String
  /// The means of the start, which are shown where there are no steps.
  var start: [Point]
  /// The point that is looked at.
  var inspected: Int
  /// The axes of a plot of a size.
  var axes: (Size) -> PlotAxes
  var theme: Theme

  /// Where plot and numbers stand in a view of a size.
  static func parts(of size: Size) -> (plot: Rect, numbers: Rect) {
    let (right, left) = Rect(size).split(right: min(numbersWidth, size.width / 2))
    return (left, right.split(left: 1).rest)
  }

  private static let numbersWidth = 40

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let parts = Self.parts(of: size)
    frame.paste(plot(size: parts.plot.size), at: parts.plot.origin)
    frame.paste(numbers(size: parts.numbers.size), at: parts.numbers.origin)
    return frame
  }

  /// The numbers in words.
  var told: Told {
    Told(Size(width: 72, height: centres.count + 24), numbers)
  }

  // MARK: - The plot

  private func plot(size: Size) -> Frame {
    var frame = Frame(size: size)
    let axes = axes(size)
    axes.draw(on: &frame, xName: data.xName, yName: data.yName, theme: theme)
    guard !axes.area.isEmpty else { return frame }
    var picture = Frame(size: axes.area.size)
    ShadeLayer(points: data.points, shades: shades, viewport: axes.viewport)
      .draw(on: &picture, theme: theme)
    for (k, centre) in centres.enumerated() {
      guard let cell = axes.viewport.cell(centre.x, centre.y) else { continue }
      picture[cell] = Cell(Marks.name(k), style: theme.style(.mean(k)))
    }
    ChosenLayer(point: data.points[inspected], viewport: axes.viewport) { _ in nil }
      .draw(on: &picture, theme: theme)
    frame.paste(picture, at: axes.area.origin)
    return frame
  }

  /// The centres so far; without steps all means of the start.
  private var centres: [Point] { moment?.centres.map { data.points[$0] } ?? start }

  /// Whether points have no second coordinate.
  private var isLine: Bool { data.points.dimension == 1 }

  /// Whether weights are part of the chance.
  private var isWeighted: Bool {
    data.points.weights != nil && (moment?.trace.method == .proportional || moment?.count == 0)
  }

  /// How dark each point is, from 0 to 1: the square root of its chance beside the greatest, which is
  /// D beside the greatest D; `nil` where all points are alike.
  private var shades: [Double]? {
    guard let moment, moment.draw.squaredDistances != nil || data.points.weights != nil else {
      return nil
    }
    let standings = moment.standings
    guard let most = standings.max(), most > 0 else { return nil }
    return standings.map { ($0 / most).squareRoot() }
  }

  // MARK: - The numbers

  private func numbers(size: Size) -> Frame {
    var frame = Frame(size: size)
    var rest = frame.bounds
    func write(_ text: String, _ role: Role) {
      for line in text.wrapped(to: size.width) {
        frame.write(line, in: rest.split(top: 1).top, style: theme.style(role))
        rest = rest.split(top: 1).rest
      }
    }
    write(title, .value)
    write(sentence, .text)
    rest = rest.split(top: 1).rest
    let lines = lines
    // The point's lines go before centres, of which the latest are shown.
    let room = max(0, rest.size.height - lines.count - 2)
    let rows = Array(centres.enumerated().suffix(room))
    if !rows.isEmpty {
      frame.write(
        row: ["k", moment == nil ? "" : "point", "x", isLine ? "" : "y"], widths: Self.widths,
        y: rest.origin.y, style: theme.style(.muted))
      for (row, (k, centre)) in rows.enumerated() {
        let y = rest.origin.y + 1 + row
        frame.write(
          row: [
            "", moment.map { "\($0.centres[k] + 1)" } ?? "", centre.x.significant(5),
            isLine ? "" : centre.y.significant(5),
          ], widths: Self.widths, y: y, style: theme.style(.text))
        frame.write(
          "\(Marks.mark(k)) \(Marks.name(k))", x: 0, y: y, style: theme.style(.component(k)))
      }
      rest = rest.split(top: rows.count + 2).rest
    }
    for line in lines.prefix(rest.size.height) {
      frame.write(line.name, x: 0, y: rest.origin.y, style: theme.style(line.role))
      if !line.value.isEmpty {
        let place = Rect(x: 0, y: rest.origin.y, width: min(size.width, 34), height: 1)
        frame.write(
          line.value, in: place.split(left: 17).rest, alignment: .right,
          style: theme.style(.value))
      }
      rest = rest.split(top: 1).rest
    }
    return frame
  }

  private static let widths = [3, 9, 11, 11]

  /// The inspected point, and what the shade means.
  private var lines: [(name: String, value: String, role: Role)] {
    let points = data.points
    let name =
      "point \(inspected + 1) of \(points.count)"
      + (moment?.latest == nil ? "" : ", before the draw")
    var lines: [(name: String, value: String, role: Role)] = [(name, "", .value)]
    guard let moment else { return lines }
    if let weight = points.weights?[inspected] {
      lines.append(("weight w", weight.significant(6), .text))
    }
    let chance = moment.draw.chances[inspected]
    guard let squared = moment.draw.squaredDistances else {
      lines.append(("its chance", chance.significant(4), .text))
      return lines
    }
    if let nearest = moment.trace.nearestCentre(to: inspected, among: moment.position / 2) {
      lines.append(("nearest centre", "\(Marks.name(nearest))", .text))
    }
    lines.append(("its distance D", squared[inspected].squareRoot().entry(12), .text))
    lines.append(("D²", squared[inspected].entry(12), .text))
    let greatest = (squared.max() ?? 0).squareRoot()
    switch moment.trace.method {
    case .proportional:
      let weighted = squared.indices.map { points.weight(of: $0) * squared[$0] }
      let sum = weighted.reduce(0, +)
      let term = isWeighted ? "w D²" : "D²"
      lines.append((Spelling.choose("Σ ", ascii: "sum ") + term, sum.entry(12), .text))
      lines.append((sum > 0 ? "its chance \(term)/Σ" : "its chance", chance.significant(4), .text))
    case .farthest:
      lines.append(("farther points", "\(squared.count { $0 > squared[inspected] })", .text))
    }
    lines.append(("", "", .text))
    lines.append(
      (
        "░▒▓█ \(isWeighted ? "√w D" : "D"), in quarters", "", .text
      ))
    if !isWeighted { lines.append(("greatest D", greatest.entry(12), .text)) }
    return lines
  }

  /// What was done, and what comes next.
  private var sentence: String {
    guard let moment else { return absence + " Its means are on the plot." }
    let isFarthest = moment.trace.method == .farthest
    guard let latest = moment.latest else {
      guard let squared = moment.draw.squaredDistances else {
        return "No centre yet. The first is a point at random, "
          + (data.points.weights == nil
            ? "each with the same chance." : "in proportion to its weight.")
      }
      guard squared.contains(where: { $0 > 0 }) else {
        return isFarthest
          ? "Every point is a centre already: the next is the first point again."
          : "Every point is a centre already: the next is drawn as the first was."
      }
      return isFarthest
        ? "The next centre is the point with the greatest distance D to its nearest centre."
        : "The next centre is drawn in proportion to \(isWeighted ? "w D²" : "D²"), D the distance "
          + "to the nearest centre."
    }
    let name = "Centre \(moment.count) is point \(latest + 1)"
    let done =
      isFarthest && moment.count > 1
      ? "\(name), the farthest from the centres before."
      : "\(name): its chance was \(moment.draw.chances[latest].significant(3))."
    return moment.isComplete ? "\(done) These are all \(moment.count)." : done
  }
}

/// Points as blocks that are the heavier the darker the darkest point of the cell is.
struct ShadeLayer {
  var points: PointSet
  /// From 0 to 1 for each point; `nil` where all are alike.
  var shades: [Double]?
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    let width = viewport.size.width
    var darkest = [Double](repeating: -1, count: width * viewport.size.height)
    for n in 0..<points.count {
      guard let cell = viewport.cell(points.xs[n], points.ys[n]) else { continue }
      let place = cell.y * width + cell.x
      darkest[place] = max(darkest[place], shades?[n] ?? 0)
    }
    for (place, shade) in darkest.enumerated() where shade >= 0 {
      let glyph =
        shades == nil
        ? Marks.unassigned : Self.blocks[max(0, min(3, Int((shade * 4).rounded(.down))))]
      frame[place % width, place / width] = Cell(glyph, style: theme.style(.unassigned))
    }
  }

  private static let blocks: [Character] = Array("░▒▓█")
}
