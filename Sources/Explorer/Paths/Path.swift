import MixtureEngine

/// A line that grows for as long as a run goes on, and knows the box around each of its stretches.
///
/// So what is told of it, and how it is drawn, costs no more for its being long: a stretch that
/// doesn't matter is passed over whole. Copies share what they have in common.
struct Path: Sendable {
  /// The corners, oldest first.
  private(set) var points: History<Point> = []
  /// The boxes around each `span` corners, then those around each `span` of these, and so on.
  private(set) var boxes: [History<Box>] = []

  /// How many corners, or boxes, a box is around.
  static let span = 32

  /// A line through some points.
  init(_ points: some Sequence<Point> = []) {
    for point in points { append(point) }
  }

  /// Goes on to a point.
  mutating func append(_ point: Point) {
    points.append(point)
    var (level, count) = (0, points.count)
    while count.isMultiple(of: Self.span) {
      if boxes.count == level { boxes.append([]) }
      var box = Box()
      if level == 0 {
        for point in points.suffix(Self.span) { box.add(point) }
      } else {
        for part in boxes[level - 1].suffix(Self.span) { box.add(part) }
      }
      boxes[level].append(box)
      (level, count) = (level + 1, count / Self.span)
    }
  }

  /// The line as it was when it had so many corners.
  func prefix(_ count: Int) -> Path {
    guard count < points.count else { return self }
    var (path, length) = (self, count)
    path.points.truncate(to: length)
    for level in boxes.indices {
      length /= Self.span
      path.boxes[level].truncate(to: length)
    }
    return path
  }

  /// Goes through the whole line in the largest stretches that have boxes, then corner by corner.
  func forEachPart(stretch: (_ level: Int, _ number: Int) -> Void, corner: (Point) -> Void) {
    var start = 0
    for level in boxes.indices.reversed() {
      for number in start..<boxes[level].count { stretch(level, number) }
      start = boxes[level].count * Self.span
    }
    for point in points[start...] { corner(point) }
  }

  /// The box around the line.
  var box: Box {
    var box = Box()
    forEachPart {
      box.add(boxes[$0][$1])
    } corner: {
      box.add($0)
    }
    return box
  }
}
