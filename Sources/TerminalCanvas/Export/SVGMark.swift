/// A mark that is drawn as a shape, so that it is as large and looks alike in every font.
struct SVGMark {
  /// A part of a mark: a pen, where it sets out within the cell in tenths of a unit, and its way from
  /// there as the relative commands of a path.
  struct Stroke {
    var pen: SVGPen
    var x: Int
    var y: Int
    var way: String

    /// The data of the path, in a cell with its upper left corner at a place.
    func path(_ left: Int, _ top: Int) -> String {
      "M\(Self.text(left * 10 + x)) \(Self.text(top * 10 + y))\(way)"
    }

    private static func text(_ tenths: Int) -> String {
      tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
  }

  var strokes: [Stroke]

  private init(_ strokes: (SVGPen, Int, Int, String)...) {
    self.strokes = strokes.map { Stroke(pen: $0.0, x: $0.1, y: $0.2, way: $0.3) }
  }

  /// Each mark that is drawn; the middle of a cell is at (4, 8).
  static let all: [Character: SVGMark] = [
    "●": SVGMark((.disc, 40, 80, "h0")),
    "○": SVGMark((.ring, 11, 80, circle(2.9))),
    "◎": SVGMark((.ring, 7, 80, circle(3.3)), (.dot, 40, 80, "h0")),
    "◉": SVGMark((.ring, 7, 80, circle(3.3)), (.heavyDot, 40, 80, "h0")),
    "•": SVGMark((.heavyDot, 40, 80, "h0")),
    "·": SVGMark((.dot, 40, 80, "h0")),
    "▲": SVGMark((.area, 40, 41, "l4.2 7.4h-8.4z")),
    "△": SVGMark((.ring, 40, 52, "l3.2 5.7h-6.4z")),
    "▼": SVGMark((.area, 40, 119, "l4.2-7.4h-8.4z")),
    "▽": SVGMark((.ring, 40, 108, "l3.2-5.7h-6.4z")),
    "■": SVGMark((.area, 7, 47, "h6.6v6.6h-6.6z")),
    "□": SVGMark((.ring, 14, 54, "h5.2v5.2h-5.2z")),
    "◆": SVGMark((.area, 40, 36, "l4.2 4.4l-4.2 4.4l-4.2-4.4z")),
    "◇": SVGMark((.ring, 40, 45, "l3.3 3.5l-3.3 3.5l-3.3-3.5z")),
    "★": SVGMark((.area, 40, 34, star(4.7))),
    "☆": SVGMark((.ring, 40, 43, star(3.7))),
    "✚": SVGMark((.area, 27, 44, "h2.6v2.3h2.3v2.6h-2.3v2.3h-2.6v-2.3h-2.3v-2.6h2.3z")),
  ]

  /// The digits as they stand in a box, drawn with one pen.
  static let digits: [Character: Stroke] = [
    "1": (23, 54, "l2.1-1.8v8.8"),
    "2": (17, 58, "a2.4 2.4 0 1 1 4.1 1.7l-4.1 4.8h4.8"),
    "3": (18, 37, "h4.2l-2.7 3.4a2.6 2.6 0 1 1-1.9 4.4"),
    "4": (53, 124, "v-8.7l-4 6.3h5.6"),
    "5": (62, 37, "h-3.7l-.5 3.9a2.6 2.6 0 1 1-.3 4"),
    "6": (57, 36, "c-2.7.8-4.2 3.3-4.2 6.2a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"),
    "7": (16, 37, "h4.9l-3.2 8.7"),
    "8": (40, 37, "a2 2 0 1 0 .01 0m-.01 4a2.4 2.4 0 1 0 .01 0"),
    "9": (23, 124, "c2.7-.8 4.2-3.3 4.2-6.2a2.5 2.5 0 1 0-5 0a2.5 2.5 0 1 0 5 0"),
  ].mapValues { Stroke(pen: .digit, x: $0.0, y: $0.1, way: $0.2) }

  /// A circle from its leftmost point on.
  private static func circle(_ radius: Double) -> String {
    let (r, d) = (radius.significant(3), (2 * radius).significant(3))
    return "a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0-\(d) 0z"
  }

  /// A star of five points from its upper one on.
  ///
  /// - Parameter radius: From its middle to its points.
  private static func star(_ radius: Double) -> String {
    // The corners of a star of radius 1, the inner ones at .42, as ways from one to the next.
    let ways = [
      (0.247, 0.66), (0.704, 0.031), (-0.552, 0.439), (0.189, 0.679), (-0.588, -0.389),
      (-0.588, 0.389), (0.189, -0.679), (-0.552, -0.439), (0.704, -0.031),
    ]
    return ways.map { "l\(($0.0 * radius).significant(3)) \(($0.1 * radius).significant(3))" }
      .joined() + "z"
  }
}
