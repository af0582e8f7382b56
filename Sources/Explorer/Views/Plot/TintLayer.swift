import MixtureEngine
import TerminalCanvas

/// The inside of each ellipse, as the background of its cells: the shape where marks leave no room
/// for its outline.
struct TintLayer {
  var shapes: [ComponentShape]
  /// Radii of the ellipses that are drawn, in standard deviations; those inside the smallest two are
  /// tinted.
  var levels: [Double]
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    let ellipses = shapes.enumerated().compactMap { k, shape in
      Ellipse(component: k, shape: shape)
    }
    guard !levels.isEmpty, !ellipses.isEmpty else { return }
    // A tint is worked out once for each way in which ellipses overlap.
    var tints: [[Int]: Color?] = [:]
    for y in 0..<viewport.size.height {
      for x in 0..<viewport.size.width where !frame[x, y].style.reverse {
        let place = viewport.data(at: Position(x: x, y: y))
        let insides = ellipses.compactMap { ellipse -> (component: Int, deviations: Int)? in
          let distance = ellipse.squaredDistance(to: Point(x: place.x, y: place.y))
          return distance <= 1
            ? (ellipse.component, 1) : distance <= 4 ? (ellipse.component, 2) : nil
        }
        guard !insides.isEmpty else { continue }
        let overlap = insides.map { $0.component * 2 + $0.deviations - 1 }
        let tint = tints[overlap] ?? theme.tint(insides)
        tints[overlap] = tint
        if let tint { frame[x, y].style.background = tint }
      }
    }
  }

  /// A component's ellipse.
  private struct Ellipse {
    let component: Int
    private let centre: Point
    private let factor: Cholesky2

    init?(component: Int, shape: ComponentShape) {
      guard case .ellipse(let covariance) = shape.outline, let factor = Cholesky2(covariance)
      else { return nil }
      (self.component, self.centre, self.factor) = (component, shape.centre, factor)
    }

    /// (x − μ)ᵀ Σ⁻¹ (x − μ).
    func squaredDistance(to point: Point) -> Double {
      factor.squaredMahalanobis(point.x - centre.x, point.y - centre.y)
    }
  }
}
