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
    var overlap: [Int] = []
    var (last, tint): ([Int], Color?) = ([], nil)
    for y in 0..<viewport.size.height {
      for x in 0..<viewport.size.width where !frame[x, y].style.reverse {
        let place = viewport.data(at: Position(x: x, y: y))
        overlap.removeAll(keepingCapacity: true)
        for ellipse in ellipses {
          let distance = ellipse.squaredDistance(to: Point(x: place.x, y: place.y))
          if distance <= 4 { overlap.append(ellipse.component * 2 + (distance <= 1 ? 0 : 1)) }
        }
        guard !overlap.isEmpty else { continue }
        // Most cells are like the one before.
        if overlap != last {
          last = overlap
          tint =
            tints[overlap] ?? theme.tint(overlap.map { ($0 / 2, $0 % 2 + 1) })
          tints[overlap] = tint
        }
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
