import MixtureEngine
import TerminalCanvas

/// The outline of each component, in its colour.
///
/// Where there are colours lines are solid, but the innermost of several ellipses is dotted. Without
/// colours each component has dashes of its own.
struct OutlineLayer {
  var shapes: [ComponentShape]
  /// Radii of the ellipses, in standard deviations.
  var levels: [Double]
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    let hasColors = theme.hasColors
    var canvas = BrailleCanvas(size: viewport.size, owners: shapes.count)
    for (k, shape) in shapes.enumerated() {
      switch shape.outline {
      case .ellipse(let covariance):
        for level in levels {
          let dash = hasColors ? self.dash(of: level) : Dash.numbered(k)
          ellipse(covariance, at: shape.centre, level, k, dash, on: &canvas)
        }
      case .line(let intercept, let slope, let deviation):
        for offset in [0, deviation, -deviation] {
          let dash = hasColors ? Dash.dotted : Dash.numbered(k + 1)
          line(intercept + offset, slope, k, offset == 0 ? .solid : dash, on: &canvas)
        }
      case .none, .everywhere:
        break
      }
    }
    frame.draw(canvas, at: .zero, style: { theme.style(.component($0.owner ?? 0)) })
  }

  private func dash(of level: Double) -> Dash {
    levels.count > 1 && level == levels.min() ? .dotted : .solid
  }

  /// The ellipse c + ℓ (√λ₁ v₁ cos t + √λ₂ v₂ sin t), along the columns of the Cholesky factor.
  private func ellipse(
    _ covariance: Covariance2, at centre: Point, _ level: Double, _ k: Int,
    _ dash: Dash, on canvas: inout BrailleCanvas
  ) {
    guard let factor = Cholesky2(covariance) else { return }
    canvas.ellipse(
      center: viewport.dot(centre.x, centre.y),
      axis: viewport.dots(along: level * factor.l11, level * factor.l21),
      other: viewport.dots(along: 0, level * factor.l22), owner: k, dash: dash)
  }

  private func line(
    _ intercept: Double, _ slope: Double, _ k: Int, _ dash: Dash, on canvas: inout BrailleCanvas
  ) {
    let (left, right) = (viewport.x.lowerBound, viewport.x.upperBound)
    canvas.line(
      from: viewport.dot(left, intercept + slope * left),
      to: viewport.dot(right, intercept + slope * right), owner: k, dash: dash)
  }
}
