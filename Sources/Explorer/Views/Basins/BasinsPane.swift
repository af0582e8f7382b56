import MixtureEngine
import TerminalCanvas

/// The map of the basins, with a legend beside it.
struct BasinsPane {
  var sweep: BasinSweep
  var map: BasinMap?
  var look: OptimaLook
  var goesOn: Bool
  /// The cell of the map under the cursor.
  var cursor: GridCell
  var axes: PlotAxes
  var xName: String
  var yName: String
  var theme: Theme

  /// The columns of the legend, as wide as what stands beside the plot.
  private static let legendWidth = 39

  /// The part of a view's space that the map has, axes included.
  static func mapSize(in size: Size) -> Size {
    Rect(size).split(right: legendWidth).rest.size
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (right, left) = Rect(size).split(right: Self.legendWidth)
    var picture = Frame(size: left.size)
    axes.draw(on: &picture, xName: xName, yName: yName, theme: theme)
    picture.paste(mapFrame, at: axes.area.origin)
    frame.paste(picture, at: left.origin)
    let legend = right.split(left: 1).rest
    frame.paste(self.legend.frame(size: legend.size), at: legend.origin)
    return frame
  }

  /// The map in words: its optima, and what lies under the cursor.
  var told: Told {
    Told(Size(width: 60, height: (map?.optima.count ?? 0) + 11), legend.frame)
  }

  private var legend: BasinLegend {
    BasinLegend(
      sweep: sweep, picture: picture, goesOn: goesOn, cursor: cursor, theme: theme)
  }

  private var picture: BasinPicture? {
    map.map { BasinPicture(map: $0, look: look, theme: theme) }
  }

  private var mapFrame: Frame {
    let size = axes.area.size
    guard let picture, let map, map.columns == size.width,
      map.rows == size.height * BasinPicture.rowsPerCell
    else { return Frame(size: size) }
    var frame = picture.frame(size: size)
    drawOtherMeans(on: &frame)
    let under = map.nearest(to: cursor)?.optimum.map { look.letter($0) } ?? "×"
    frame[BasinPicture.place(of: cursor)] = Cell(
      under, style: theme.style(.selection))
    return frame
  }

  /// The means that stay in place.
  private func drawOtherMeans(on frame: inout Frame) {
    for (k, component) in sweep.start.components.enumerated()
    where k != sweep.swept && k != sweep.sweptToo {
      // On a line the others stand at the lower edge, under the axis that they have too.
      let y = sweep.points.dimension == 1 ? axes.viewport.y.lowerBound : component.mean.y
      guard let cell = axes.viewport.cell(component.mean.x, y) else { continue }
      frame[cell] = Cell(Marks.name(k), style: theme.style(.mean(k)))
    }
  }
}
