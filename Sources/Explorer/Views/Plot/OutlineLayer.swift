import MixtureEngine
import TerminalCanvas

/// The outline of each component, in its colour.
///
/// Where there are colours lines are solid, but ellipses within the largest one are dotted. Without
/// colours each component has dashes of its own. An outline shares its cells with the dots of points
/// that fall on them, and of other lines, so that neither hides the other; where points are so many
/// that their dots fill the cell, it stands there alone. The lines within give way to the points.
struct OutlineLayer {
  var shapes: [ComponentShape]
  /// Radii of the ellipses, in standard deviations.
  var levels: [Double]
  var viewport: Viewport
  /// The points that share its cells, if any do.
  var points: PointTally?
  /// Whether lines are heavy.
  var isBold = false

  /// With more points a cell's dots are more of a surface than of points.
  private static let crowd = 5

  func draw(on frame: inout Frame, theme: Theme) {
    let hasColors = theme.hasColors
    var canvas = BrailleCanvas(size: viewport.size, owners: shapes.count)
    var inner = canvas
    for (k, shape) in shapes.enumerated() {
      switch shape.outline {
      case .ellipse(let covariance):
        for level in levels {
          let isInner = level != levels.max()
          let dash = !hasColors ? Dash.numbered(k) : isInner ? .dotted : .solid
          if isInner {
            ellipse(covariance, at: shape.centre, level, k, dash, on: &inner)
          } else {
            ellipse(covariance, at: shape.centre, level, k, dash, on: &canvas)
          }
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
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        let within = inner[x, y]
        guard let line = canvas[x, y] ?? (points?[x, y] == nil ? within : nil) else { continue }
        var style = theme.style(.component(line.owner ?? 0))
        style.bold = isBold || points.map { $0[x, y]?.count ?? 0 > Self.crowd } ?? false
        let dots = line.dots | (within?.dots ?? 0) | others(x, y, under: frame)
        var cell = Cell(BrailleCell.glyph(of: dots), style: style)
        cell.fineDots = dots & ~(points?[x, y]?.dots ?? 0)
        frame[x, y] = cell
      }
    }
  }

  /// The dots of what else is in a cell.
  private func others(_ x: Int, _ y: Int, under frame: Frame) -> UInt8 {
    if let cell = points?[x, y] { return cell.count > Self.crowd ? 0 : cell.dots }
    return frame[x, y].character.brailleDots
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

extension Character {
  /// The dots of a braille pattern; none of any other character.
  fileprivate var brailleDots: UInt8 {
    let value = unicodeScalars[unicodeScalars.startIndex].value
    return (0x2800..<0x2900).contains(value) ? UInt8(value - 0x2800) : 0
  }
}
