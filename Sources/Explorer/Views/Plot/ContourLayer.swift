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
