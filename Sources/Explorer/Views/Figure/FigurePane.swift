import MixtureEngine
import TerminalCanvas

/// Small multiples: the plot at some iterations of one run, all with the same axes, each with its
/// iteration and its objective above it.
struct FigurePane {
  /// One of the pictures.
  struct Picture {
    /// The iteration t, the objective at its end, and how the run stands there.
    var snapshot: Snapshot
    var plot: PlotPane

    /// L or J with two decimals.
    var objective: String {
      snapshot.model.criterion == .distortion
        ? "J " + snapshot.shownObjective.significant(7)
        : "L " + snapshot.objective.fixed(2).withTrueMinus
    }
  }

  /// The pictures; at least one.
  var pictures: [Picture]
  /// The number of the chosen one, if one can be chosen.
  var chosen: Int?
  /// What the pictures are of, where nothing else on the screen says so.
  var title: String?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let parts = parts(of: size)
    if let title { frame.write(title, in: parts.title, style: theme.style(.value)) }
    frame.write(legend(width: size.width), in: parts.legend, style: theme.style(.muted))
    let grid = grid(in: parts.grid.size)
    for (number, picture) in pictures.enumerated() {
      let (head, place) = grid.place(of: number)
      let shown = grid.shown(number)
      var plot = picture.plot
      (plot.xName, plot.yName) = ("", "")
      frame.paste(
        withoutNames(plot.frame(size: grid.drawn), grid.area).part(shown),
        at: place + parts.grid.origin)
      write(picture, isChosen: number == chosen, in: head + parts.grid.origin, on: &frame)
    }
    return frame
  }

  /// The picture at a cell, if there is one.
  func number(at cell: Position, size: Size) -> Int? {
    let place = parts(of: size).grid
    let inside = Position(x: cell.x - place.origin.x, y: cell.y - place.origin.y)
    return grid(in: place.size).number(at: inside, of: pictures.count)
  }

  /// How many of so many pictures stand side by side in a pane of a size.
  static func columns(of count: Int, in size: Size) -> Int {
    FigureGrid.shape(count, in: Size(width: size.width, height: size.height - 1)).columns
  }

  /// The pictures in words.
  var told: Told {
    pictures.reduce(Told("The plot at some iterations of the run (Figure 1):")) {
      $0 + Told("t = \($1.snapshot.iteration)   \($1.objective)")
    }
  }

  private func grid(in size: Size) -> FigureGrid {
    FigureGrid(pictures.count, in: size) { pictures[0].plot.axes(size: $0) }
  }

  /// How many pictures a pane of a size has room for, at most six: more of them say no more.
  static func most(in size: Size) -> Int {
    min(6, FigureGrid.most(in: Size(width: size.width, height: size.height - 1)))
  }

  private func parts(of size: Size) -> (title: Rect, grid: Rect, legend: Rect) {
    let (title, rest) = Rect(size).split(top: self.title == nil ? 0 : 1)
    let (legend, grid) = rest.split(bottom: 1)
    return (title, grid, legend)
  }

  /// The names of the axes, and what the marks mean: as much as has room, nothing cut.
  private func legend(width: Int) -> String {
    let plot = pictures[0].plot
    let isLine = plot.points.dimension == 1
    let isFitted = plot.axes(size: FigureGrid.least).viewport.aspect == .fitted
    // Each with its rank: the highest gives way first.
    let parts: [(text: String?, rank: Int)] = [
      ("x \(plot.xName)", 1), (isLine ? nil : "y \(plot.yName)", 1),
      (isFitted && !isLine ? "scales differ" : nil, 3),
      // The first picture may be from before the first E-step, where no mark means anything.
      (pictures.lazy.compactMap(\.plot.legend).first, 0), (isLine ? nil : meaningOfOutlines, 2),
    ]
    for rank in [3, 2, 1, 0] {
      let kept = parts.filter { $0.rank <= rank }.compactMap(\.text)
      for gap in ["   ", "  "] {
        let line = " " + kept.joined(separator: gap)
        if DisplayWidth.of(line) <= width { return line }
      }
    }
    return ""
  }

  /// How large the ellipses are, where there are any.
  private var meaningOfOutlines: String? {
    let plot = pictures[0].plot
    let hasEllipses = plot.model.shapes.contains {
      if case .ellipse = $0.outline { true } else { false }
    }
    guard plot.showsModel, hasEllipses, !plot.options.levels.isEmpty else { return nil }
    return "ellipses: \(plot.options.levels.map { $0.fixed(0) }.joined(separator: ", ")) sd"
  }

  /// The iteration at the left, the objective at the right.
  private func write(_ picture: Picture, isChosen: Bool, in head: Rect, on frame: inout Frame) {
    let style = theme.style(isChosen ? .key : .value)
    let mark = chosen == nil ? "" : isChosen ? "▸ " : "  "
    let name = mark + "t = \(picture.snapshot.iteration)"
    frame.write(name, in: head, style: style)
    let width = DisplayWidth.of(picture.objective)
    if DisplayWidth.of(name) + width < head.size.width {
      frame.write(picture.objective, in: head.split(right: width).right, style: style)
    }
  }

  /// The drawn plot, with a whole axis where the name of a coordinate would stand.
  private func withoutNames(_ frame: Frame, _ area: Rect) -> Frame {
    var frame = frame
    guard area.origin.x > 0 else { return frame }
    for x in area.columns where frame[x, area.rows.upperBound].isBlank {
      frame[x, area.rows.upperBound] = Cell("─", style: theme.style(.axis))
    }
    return frame
  }
}

extension Frame {
  /// A part of the picture.
  func part(_ rect: Rect) -> Frame {
    var part = Frame(size: rect.size)
    part.paste(self, at: Position(x: -rect.origin.x, y: -rect.origin.y))
    return part
  }
}

extension Position {
  fileprivate static func + (a: Position, b: Position) -> Position {
    Position(x: a.x + b.x, y: a.y + b.y)
  }
}

extension Rect {
  fileprivate static func + (a: Rect, b: Position) -> Rect {
    Rect(origin: a.origin + b, size: a.size)
  }
}
