import MixtureEngine
import TerminalCanvas

/// What can be done to the part of the plane that is shown.
public enum ZoomAction: Hashable, Sendable {
  /// Larger, smaller.
  case nearer, farther
  /// All the data again.
  case fit
  /// A part of the plane farther to one side.
  case left, right, up, down
}

extension AppState {
  /// The share of the plot that one key moves.
  private static let stride = 0.2

  /// Shows another part of the plane.
  mutating func zoom(_ action: ZoomAction) {
    guard let view = plotAxes?.viewport else { return }
    switch action {
    case .nearer: plotOptions.zoom.magnify(by: Zoom.step, in: view)
    case .farther: plotOptions.zoom.magnify(by: 1 / Zoom.step, in: view)
    case .fit: plotOptions.zoom = Zoom()
    case .left: plotOptions.zoom.move(by: view.way(across: -Self.stride, 0), in: view)
    case .right: plotOptions.zoom.move(by: view.way(across: Self.stride, 0), in: view)
    case .up: plotOptions.zoom.move(by: view.way(across: 0, Self.stride), in: view)
    case .down: plotOptions.zoom.move(by: view.way(across: 0, -Self.stride), in: view)
    }
  }
}
