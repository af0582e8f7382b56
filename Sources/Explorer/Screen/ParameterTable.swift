import MixtureEngine
import TerminalCanvas

/// The parameters of each component, in columns that stay in place.
struct ParameterTable {
  var shapes: [ComponentShape]
  /// Nₖ = Σₙ wₙ qₖₙ of each component now, or `nil` before the first E-step.
  var masses: [Double]?
  /// Whether Σ is a scale matrix, which a covariance is a multiple of.
  var isScale = false
  /// Whether components are on a line, with one mean and one variance each.
  var isLine = false
  /// Of how many tosses a mean is the expected heads, for coins.
  var tosses: Int?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let columns = columns(width: size.width)
    let widths = columns.map(\.width)
    frame.write(row: columns.map(\.title), widths: widths, y: 0, style: theme.style(.muted))
    for (k, shape) in shapes.enumerated() where k + 1 < size.height {
      let cells = columns.map { $0.text(shape, masses?[k]).withTrueMinus }
      frame.write(row: cells, widths: widths, y: k + 1, style: theme.style(.text))
      frame.write(
        "\(Marks.mark(k)) \(Marks.name(k))", x: 0, y: k + 1,
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
    var text: (ComponentShape, Double?) -> String
  }

  /// The columns that fit; those of ellipses only where there are some.
  private func columns(width: Int) -> [Column] {
    if shapes.contains(where: { $0.line != nil }) {
      return Self.lines(isWide: width >= 63)
    }
    let hasMatrices = shapes.contains { $0.covariance != nil }
    guard !isLine else {
      return means(9) + (hasMatrices ? Array(variance.prefix(width >= 63 ? 2 : 1)) : [])
    }
    guard width >= 63, hasMatrices else { return means(9) }
    return means(8) + covariance
  }

  /// Weight, mean and soft count.
  private func means(_ width: Int) -> [Column] {
    let centres = shapes.filter { $0.outline != .everywhere }.map(\.centre)
    let x = MeanColumn("x", centres.map(\.x), width: width)
    let y = MeanColumn("y", centres.map(\.y), width: width)
    // What a mean needs more is taken from the weight and the count.
    let spare = x.width + y.width > 2 * width ? 2 : 0
    let places =
      isLine
      ? [
        Column(title: Spelling.choose("μₖ", ascii: "mu"), width: x.width) { shape, _ in
          shape.outline == .everywhere ? "uniform" : x.text(shape.centre.x)
        }
      ]
      : [
        Column(title: x.title, width: x.width) { shape, _ in
          shape.outline == .everywhere ? "uniform" : x.text(shape.centre.x)
        },
        Column(title: y.title, width: y.width) { shape, _ in
          shape.outline == .everywhere ? "noise" : y.text(shape.centre.y)
        },
      ]
    return [
      Column(title: "k", width: 3) { _, _ in "" },
      Column(title: Self.weight, width: width - 1 - spare) { shape, _ in shape.weight.fixed(3) },
    ] + places + [Self.mass(width - 1 - spare)]
  }

  /// The variance and the standard deviation on a line.
  private var variance: [Column] {
    if let tosses {
      return [
        Column(title: Spelling.choose("θₖ", ascii: "P(heads)"), width: 9) { shape, _ in
          (shape.centre.x / Double(tosses)).fixed(3)
        }
      ]
    }
    let deviation = ColumnFormat(
      shapes.compactMap { $0.covariance?.xx.squareRoot() }, width: 8)
    return [
      entry(Spelling.choose(isScale ? "sₖ²" : "σₖ²", ascii: isScale ? "s^2" : "var"), \.xx),
      Column(title: Spelling.choose(isScale ? "sₖ" : "σₖ", ascii: isScale ? "s" : "sd"), width: 9) {
        shape, _ in shape.covariance.map { deviation.text($0.xx.squareRoot()) } ?? ""
      },
    ]
  }

  private static var weight: String { "πₖ" }

  /// The soft count, as the M-step has it.
  private static func mass(_ width: Int) -> Column {
    Column(title: "Nₖ", width: width) { _, mass in mass.map { $0.count(width - 1) } ?? "–" }
  }

  /// Weight, slope, deviation and soft count of lines; where there is room their height at
  /// x = 0 too.
  private static func lines(isWide: Bool) -> [Column] {
    let height = Column(title: "y at x=0", width: 10) { shape, _ in
      shape.line?.intercept.entry(9) ?? ""
    }
    return [
      Column(title: "k", width: 3) { _, _ in "" },
      Column(title: weight, width: 8) { shape, _ in shape.weight.fixed(3) },
    ] + (isWide ? [height] : []) + [
      Column(title: "slope", width: 9) { shape, _ in shape.line?.slope.entry(8) ?? "" },
      Column(title: "sd", width: 9) { shape, _ in shape.line?.deviation.entry(8) ?? "" },
      mass(8),
    ]
  }

  /// The covariance's numbers, or the scale matrix's, and its correlation.
  private var covariance: [Column] {
    let letter = isScale ? "S" : "Σ"
    return [
      entry(Spelling.choose("\(letter)xx", ascii: isScale ? "Sxx" : "var x"), \.xx),
      entry(Spelling.choose("\(letter)xy", ascii: isScale ? "Sxy" : "cov xy"), \.xy),
      entry(Spelling.choose("\(letter)yy", ascii: isScale ? "Syy" : "var y"), \.yy),
      Column(title: "corr", width: 7) { shape, _ in
        shape.covariance.map { $0.correlation.fixed(2) } ?? ""
      },
    ]
  }

  private func entry(_ title: String, _ value: @escaping (Covariance2) -> Double) -> Column {
    let width = 9
    let format = ColumnFormat(
      shapes.compactMap { $0.covariance.map(value) }, width: width - 1)
    return Column(title: title, width: width) { shape, _ in
      shape.covariance.map { format.text(value($0)) } ?? ""
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
