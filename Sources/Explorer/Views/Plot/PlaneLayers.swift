import MixtureEngine
import TerminalCanvas

/// Lines of equal density p(x | θ), like a map's.
///
/// The lines are those of a single Gaussian at ½, 1, 1½ … 3 standard deviations below its peak:
/// log p = log pₘₐₓ − r²/2.
struct ContourLayer {
  var model: any LatentLabelModel
  var viewport: Viewport

  private static let linesPerDeviation = 2.0
  private static let farthest = 3.0

  func draw(on frame: inout Frame, theme: Theme) {
    let peak = highest
    guard peak.isFinite else { return }
    ChangeLines(viewport: viewport).draw(on: &frame, style: theme.style(.contour)) { point in
      let depth = max(0, peak - model.logDensity(at: point))
      let deviations = min((2 * depth).squareRoot(), Self.farthest + 0.1)
      return Int(deviations * Self.linesPerDeviation)
    }
  }

  /// The highest density at a mean: close to the highest of all.
  private var highest: Double {
    model.shapes.map { model.logDensity(at: $0.centre) }.max() ?? .nan
  }
}

/// Where the most responsible component changes: the decision boundaries.
///
/// In the hard limit they are the Voronoi cells of the centres. Inside, sparse marks may say whose
/// region it is.
struct BoundaryLayer {
  var model: any LatentLabelModel
  var viewport: Viewport
  /// Whether the regions are marked, too.
  var marksRegions = false

  func draw(on frame: inout Frame, theme: Theme) {
    guard model.componentCount > 1 else { return }
    if marksRegions { drawRegions(on: &frame, theme: theme) }
    ChangeLines(viewport: viewport).draw(on: &frame, style: theme.style(.axis)) {
      model.predict($0)
    }
  }

  private func drawRegions(on frame: inout Frame, theme: Theme) {
    for y in stride(from: 1, to: viewport.size.height, by: 3) {
      for x in stride(from: 1 + y % 2 * 3, to: viewport.size.width, by: 6) {
        let place = viewport.data(at: Position(x: x, y: y))
        let owner = model.predict(Point(x: place.x, y: place.y))
        frame[x, y] = Cell(Marks.name(owner), style: theme.style(.region(owner)))
      }
    }
  }
}

/// Shades the places where the posterior is undecided: the heavier, the less it knows.
struct UncertaintyLayer {
  var model: any LatentLabelModel
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    guard model.criterion == .logLikelihood, model.componentCount > 1 else { return }
    for y in 0..<viewport.size.height {
      for x in 0..<viewport.size.width {
        let place = viewport.data(at: Position(x: x, y: y))
        let most = model.responsibilities(for: Point(x: place.x, y: place.y)).max() ?? 1
        guard let glyph = Self.glyph(doubt: 1 - most) else { continue }
        frame[x, y] = Cell(glyph, style: theme.style(.axis))
      }
    }
  }

  /// From one chance in a hundred that it is another component, to one in four.
  private static func glyph(doubt: Double) -> Character? {
    doubt > 0.25 ? "▓" : doubt > 1 - Uncertainty.certainty ? "▒" : doubt > 0.01 ? "░" : nil
  }
}

/// Lines where a whole number that belongs to each place of the plane changes.
struct ChangeLines {
  var viewport: Viewport

  /// Draws the lines of a number.
  func draw(on frame: inout Frame, style: Style, number: (Point) -> Int) {
    var canvas = BrailleCanvas(size: viewport.size, owners: 0)
    let dots = canvas.dots
    var above = [Int?](repeating: nil, count: dots.width)
    for y in 0..<dots.height {
      var left: Int?
      for x in 0..<dots.width {
        let place = viewport.data(at: DotPoint(x: Double(x), y: Double(y)))
        let here = number(Point(x: place.x, y: place.y))
        if (left ?? here) != here || (above[x] ?? here) != here {
          canvas.set(x, y, layer: .background)
        }
        left = here
        above[x] = here
      }
    }
    frame.draw(canvas, at: .zero, style: { _ in style })
  }
}
