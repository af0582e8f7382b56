/// What lies behind the cells of a picture: rectangles of one colour, as large as can be, so that no
/// seam shows between two cells.
struct SVGPapers {
  /// The colours in the order in which they came, each with its rectangles as data of a path.
  var paths: [(paper: String, path: String)] {
    var order: [String] = []
    var data: [String: String] = [:]
    for rectangle in rectangles {
      if data[rectangle.paper] == nil { order.append(rectangle.paper) }
      data[rectangle.paper, default: ""] += rectangle.path
    }
    return order.map { ($0, data[$0] ?? "") }
  }

  private var runs: [Rectangle] = []

  private struct Rectangle {
    var paper: String
    var rect: Rect

    var path: String {
      let (x, y) = (rect.origin.x * SVGCell.width, rect.origin.y * SVGCell.height)
      let (width, height) = (rect.size.width * SVGCell.width, rect.size.height * SVGCell.height)
      return "M\(x) \(y)h\(width)v\(height)h-\(width)z"
    }
  }

  /// Takes in a cell; cells come row by row, each from left to right.
  mutating func add(_ paper: String, _ x: Int, _ y: Int) {
    if let last = runs.last, last.paper == paper, last.rect.origin.y == y,
      last.rect.columns.upperBound == x
    {
      runs[runs.count - 1].rect.size.width += 1
    } else {
      runs.append(Rectangle(paper: paper, rect: Rect(x: x, y: y, width: 1, height: 1)))
    }
  }

  /// The runs, those that go on in the row below joined.
  private var rectangles: [Rectangle] {
    struct Edge: Hashable {
      var paper: String
      var columns: Range<Int>
      var row: Int
    }
    var joined: [Rectangle] = []
    var open: [Edge: Int] = [:]
    for run in runs {
      let rect = run.rect
      let number = open.removeValue(
        forKey: Edge(paper: run.paper, columns: rect.columns, row: rect.origin.y))
      if let number { joined[number].rect.size.height += 1 } else { joined.append(run) }
      open[Edge(paper: run.paper, columns: rect.columns, row: rect.origin.y + 1)] =
        number ?? joined.count - 1
    }
    return joined
  }
}
