import MixtureEngine
import TerminalCanvas

/// The parameters of each component, in columns that stay in place.
struct ParameterTable {
  var shapes: [ComponentShape]
  /// How many points each component has now, or `nil` before the first E-step.
  var sizes: [Int]?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let columns = columns(width: size.width)
    let widths = columns.map(\.width)
    frame.write(row: columns.map(\.title), widths: widths, y: 0, style: theme.style(.muted))
    for (k, shape) in shapes.enumerated() where k + 1 < size.height {
      let cells = columns.map { $0.text(shape, sizes?[k]) }
      frame.write(row: cells, widths: widths, y: k + 1, style: theme.style(.text))
      frame.write(
        "\(Marks.mark(k, count: 9)) \(Marks.name(k))", x: 0, y: k + 1,
        style: theme.style(.component(k)))
    }
    if shapes.count + 1 > size.height, size.height > 1 {
      frame.write(
        "… \(shapes.count - size.height + 2) more", in: frame.bounds.split(bottom: 1).bottom,
        style: theme.style(.muted))
    }
    return frame
  }

  private struct Column {
    var title: String
    var width: Int
    var text: (ComponentShape, Int?) -> String
  }

  /// The columns that fit; those of ellipses only where there are some.
  private func columns(width: Int) -> [Column] {
    if shapes.contains(where: { $0.line != nil }) {
      return Self.lines(isWide: width >= 63)
    }
    guard width >= 63, shapes.contains(where: { $0.covariance != nil }) else {
      return Self.means(9)
    }
    return Self.means(8) + Self.covariance + (width >= 79 ? Self.axes : [])
  }

  /// Weight, mean and number of points.
  private static func means(_ width: Int) -> [Column] {
    [
      Column(title: "k", width: 3) { _, _ in "" },
      Column(title: "weight", width: width - 1) { shape, _ in shape.weight.fixed(3) },
      Column(title: "mean x", width: width) { shape, _ in
        shape.outline == .everywhere ? "uniform" : shape.centre.x.entry(width - 1)
      },
      Column(title: "mean y", width: width) { shape, _ in
        shape.outline == .everywhere ? "noise" : shape.centre.y.entry(width - 1)
      },
      Column(title: "points", width: width - 1) { _, count in count.map { String($0) } ?? "–" },
    ]
  }

  /// Weight, slope, deviation and number of points of lines; where there is room their height at
  /// x = 0 too.
  private static func lines(isWide: Bool) -> [Column] {
    let height = Column(title: "y at x=0", width: 10) { shape, _ in
      shape.line?.intercept.entry(9) ?? ""
    }
    return [
      Column(title: "k", width: 3) { _, _ in "" },
      Column(title: "weight", width: 8) { shape, _ in shape.weight.fixed(3) },
    ] + (isWide ? [height] : []) + [
      Column(title: "slope", width: 9) { shape, _ in shape.line?.slope.entry(8) ?? "" },
      Column(title: "sd", width: 9) { shape, _ in shape.line?.deviation.entry(8) ?? "" },
      Column(title: "points", width: 8) { _, count in count.map { String($0) } ?? "–" },
    ]
  }

  /// The covariance's numbers and its correlation.
  private static var covariance: [Column] {
    [
      entry(Spelling.choose("Σxx", ascii: "var x"), 8) { $0.xx },
      entry(Spelling.choose("Σxy", ascii: "cov xy"), 8) { $0.xy },
      entry(Spelling.choose("Σyy", ascii: "var y"), 8) { $0.yy },
      Column(title: "corr", width: 6) { shape, _ in
        shape.covariance.map { $0.correlation.fixed(2) } ?? ""
      },
    ]
  }

  /// The ellipse's half-axes, in standard deviations, and the direction of the longer one.
  private static var axes: [Column] {
    [
      Column(title: "sd×sd", width: 10) { shape, _ in
        shape.covariance.map {
          "\($0.axes.major.squareRoot().entry(4))×\($0.axes.minor.squareRoot().entry(4))"
        } ?? ""
      },
      Column(title: Spelling.choose("angle", ascii: "deg"), width: 6) { shape, _ in
        shape.covariance.map {
          ($0.axes.angle * 180 / .pi).fixed(0) + Spelling.choose("°", ascii: "")
        } ?? ""
      },
    ]
  }

  private static func entry(
    _ title: String, _ width: Int, _ value: @escaping (Covariance2) -> Double
  ) -> Column {
    Column(title: title, width: width) { shape, _ in
      shape.covariance.map { value($0).entry(width - 1) } ?? ""
    }
  }
}

extension ComponentShape {
  /// The covariance of an ellipse.
  fileprivate var covariance: Covariance2? {
    if case .ellipse(let covariance) = outline { covariance } else { nil }
  }

  /// The height at x = 0, the slope and the noise's standard deviation of a line.
  fileprivate var line: (intercept: Double, slope: Double, deviation: Double)? {
    if case .line(let intercept, let slope, let deviation) = outline {
      (intercept, slope, deviation)
    } else {
      nil
    }
  }
}
