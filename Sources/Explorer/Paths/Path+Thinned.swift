import MixtureEngine
import TerminalCanvas

extension Path {
  /// The line's corners without those that set no other dots on a plot.
  ///
  /// A stretch is left out where all of it lies in one column, or one row, of dots: a stroke between
  /// its ends sets them all. So is one that lies beyond an edge of the plot.
  func thinned(on viewport: Viewport) -> [Point] {
    var thinning = Thinning(path: self, viewport: viewport)
    thinning.run()
    return thinning.corners
  }
}

/// The choice of the corners that matter.
private struct Thinning {
  let path: Path
  let viewport: Viewport
  var corners: [Point] = []

  init(path: Path, viewport: Viewport) {
    (self.path, self.viewport) = (path, viewport)
  }

  mutating func run() {
    var stretches: [(level: Int, number: Int)] = []
    var rest: [Point] = []
    path.forEachPart {
      stretches.append(($0, $1))
    } corner: {
      rest.append($0)
    }
    for stretch in stretches { add(stretch.level, stretch.number) }
    corners += rest
  }

  private mutating func add(_ level: Int, _ number: Int) {
    let places = number * Path.span..<(number + 1) * Path.span
    if let stroke = stroke(for: path.boxes[level][number]) {
      let (first, last) = ends(level, number)
      corners.append(first)
      corners += stroke(first)
      corners.append(last)
    } else if level == 0 {
      corners += path.points[places]
    } else {
      for part in places { add(level - 1, part) }
    }
  }

  /// The first and the last corner of a stretch.
  private func ends(_ level: Int, _ number: Int) -> (first: Point, last: Point) {
    let length = (0...level).reduce(1) { length, _ in length * Path.span }
    return (path.points[number * length], path.points[(number + 1) * length - 1])
  }

  /// What is drawn between the ends of a stretch in a box, by its first corner; `nil` where that
  /// isn't all that the stretch draws.
  private func stroke(for box: Box) -> ((Point) -> [Point])? {
    let (lowest, highest) = (
      viewport.dot(box.low.x, box.low.y), viewport.dot(box.high.x, box.high.y)
    )
    guard box.isWhole, lowest.isFinite, highest.isFinite else { return nil }
    let (width, height) = (Double(viewport.size.width * 2), Double(viewport.size.height * 4))
    // The rows of dots count downward.
    if highest.x < -1 || lowest.x > width || lowest.y < -1 || highest.y > height {
      return { _ in [] }
    }
    // What lies on the very edge is for the pen to clip.
    guard lowest.x > -0.49, highest.x < width - 0.51, highest.y > -0.49, lowest.y < height - 0.51
    else { return nil }
    let isColumn = lowest.x.rounded() == highest.x.rounded()
    let isRow = lowest.y.rounded() == highest.y.rounded()
    switch (isColumn, isRow) {
    case (true, true): return { _ in [] }
    case (true, false):
      return { first in
        let ends = [box.low.y, box.high.y].map { Point(x: first.x, y: $0) }
        return first.y - box.low.y <= box.high.y - first.y ? ends : ends.reversed()
      }
    case (false, true):
      return { first in
        let ends = [box.low.x, box.high.x].map { Point(x: $0, y: first.y) }
        return first.x - box.low.x <= box.high.x - first.x ? ends : ends.reversed()
      }
    case (false, false): return nil
    }
  }
}
