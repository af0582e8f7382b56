import MixtureEngine
import TerminalCanvas

extension PointSet {
  /// The point that is drawn nearest to a place, by its number; the first of equals.
  ///
  /// - Parameter direction: Only points within 45° of this way on the plot count, and none on the
  ///   same dot as the place; without it all count.
  func nearest(
    to place: Point, toward direction: DotPoint? = nil, in viewport: Viewport
  ) -> Int? {
    let origin = viewport.dot(place.x, place.y)
    var best: (number: Int, squared: Double)?
    for n in 0..<count {
      let dot = viewport.dot(xs[n], ys[n])
      let (dx, dy) = (dot.x - origin.x, dot.y - origin.y)
      if let direction {
        let along = dx * direction.x + dy * direction.y
        let aside = abs(dx * direction.y - dy * direction.x)
        guard along >= 0.5, aside <= along else { continue }
      }
      let squared = dx * dx + dy * dy
      if squared < best?.squared ?? .infinity { best = (n, squared) }
    }
    return best?.number
  }
}
