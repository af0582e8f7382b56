import MixtureEngine
import TerminalCanvas

extension AppState {
  /// The number of the point that is looked at: the chosen one, or the first.
  var inspected: Int {
    min(posterior.chosen ?? 0, max(0, data.points.count - 1))
  }

  /// Looks at another point.
  mutating func apply(_ action: PosteriorAction) {
    let count = data.points.count
    switch action {
    case .next: posterior.chosen = (inspected + 1) % count
    case .previous: posterior.chosen = (inspected + count - 1) % count
    case .left: inspect(toward: DotPoint(x: -1, y: 0))
    case .right: inspect(toward: DotPoint(x: 1, y: 0))
    case .up: inspect(toward: DotPoint(x: 0, y: -1))
    case .down: inspect(toward: DotPoint(x: 0, y: 1))
    case .mostUncertain: inspectMostUncertain()
    }
  }

  /// The view of the posterior begins with the least decided point.
  mutating func openPosterior() {
    if posterior.chosen == nil, run.model.criterion == .logLikelihood { inspectMostUncertain() }
  }

  /// Looks at the point in a cell of the plot, at the next one there when clicked again, or at the
  /// nearest one when there is none.
  mutating func inspect(at cell: Position, near place: Point) {
    guard let view = plotAxes?.viewport else { return }
    let points = data.points
    let here = (0..<points.count).filter { view.cell(points.xs[$0], points.ys[$0]) == cell }
    let next = here.contains(inspected) ? here.first { $0 > inspected } : nil
    posterior.chosen = next ?? here.first ?? points.nearest(to: place, in: view)
  }

  private mutating func inspect(toward direction: DotPoint) {
    guard let view = plotAxes?.viewport else { return }
    let next = data.points.nearest(
      to: data.points[inspected], toward: direction, in: view)
    posterior.chosen = next ?? posterior.chosen
  }

  private mutating func inspectMostUncertain() {
    guard run.model.criterion == .logLikelihood else {
      message = "In the hard limit every point is certain."
      return
    }
    let uncertainty = Uncertainty(of: run.model, over: data.points, observed: run.observed)
    posterior.chosen = uncertainty.mostUncertain
  }
}
