import MixtureEngine
import TerminalCanvas

/// Bayes' rule as a table.
///
/// Prior, density, product, posterior and distance of each component, and the sum that is divided
/// by. In the hard limit, the distances and who is nearest.
struct BayesTable {
  var terms: BayesTerms
  var criterion: Criterion
  /// The letter of the components' density.
  var density: String
  /// Whether it is a density of y where x is given.
  var isConditional = false
  /// What stands for the parameters of a component, where its number alone doesn't.
  var parameter: String?
  var theme: Theme

  /// A heading, the components, and the sum.
  var height: Int { terms.rows.count + (criterion == .logLikelihood ? 2 : 1) }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let columns = columns(width: size.width)
    let widths = columns.map(\.width)
    frame.write(row: columns.map(\.title), widths: widths, y: 0, style: theme.style(.muted))
    let room = size.height - (height - terms.rows.count)
    let rows = shown(room: room)
    for (y, row) in rows.enumerated() {
      frame.write(
        row: columns.map { $0.text(row) }, widths: widths, y: y + 1, style: theme.style(.text))
      frame.write(
        "\(Marks.mark(row.component)) \(Marks.name(row.component))", x: 0, y: y + 1,
        style: theme.style(.component(row.component)))
    }
    if criterion == .logLikelihood {
      frame.write(
        row: columns.map(\.sum), widths: widths, y: rows.count + 1, style: theme.style(.value))
    }
    return frame
  }

  /// All rows, or the most likely ones where there isn't room, in the order of the components.
  private func shown(room: Int) -> [BayesTerms.Row] {
    terms.rows.sorted { $0.logJoint > $1.logJoint }.prefix(max(0, room))
      .sorted { $0.component < $1.component }
  }

  private struct Column {
    var title: String
    var width: Int
    var sum = ""
    var text: (BayesTerms.Row) -> String
  }

  private func columns(width: Int) -> [Column] {
    let key = Column(title: "k", width: 3, sum: Spelling.choose("Σ", ascii: "sum")) { _ in "" }
    guard criterion == .logLikelihood else {
      return [
        key,
        Column(title: Spelling.choose("‖x-μₖ‖", ascii: "|x-mu_k|"), width: 11) {
          $0.distance?.significant(4) ?? ""
        },
        Column(title: Spelling.choose("‖x-μₖ‖²", ascii: "|x-mu_k|^2"), width: 12) {
          (-$0.logJoint).significant(4)
        },
        Column(title: "qₖₙ", width: 8) { $0.responsibility.fixed(0) },
      ]
    }
    let isWide = width >= 60
    let digits = isWide ? 5 : 3
    let ofComponent =
      isConditional
      ? "\(density)(y|x,k)"
      : parameter.map { "\(density)(x|\($0))" }
        ?? (isWide && density != "p"
          ? Spelling.choose("\(density)(x|μₖ,Σₖ)", ascii: "\(density)(x|k)") : "\(density)(x|k)")
    return [
      key,
      Column(title: "πₖ", width: isWide ? 9 : 5) { $0.prior.fixed(isWide ? 4 : 2) },
      Column(title: ofComponent, width: isWide ? 13 : 9) {
        $0.density.map { Self.text($0, digits) } ?? "–"
      },
      Column(
        title: isWide ? "πₖ" + ofComponent : "πₖ" + density, width: isWide ? 14 : 9,
        sum: Self.text(terms.evidence, digits)
      ) {
        Self.text($0.joint, digits)
      },
      Column(
        title: !isConditional ? "p(k|x)" : isWide ? "p(k|x,y)" : "qₖₙ", width: isWide ? 10 : 7,
        sum: 1.0.fixed(isWide ? 5 : 3)
      ) {
        $0.responsibility.fixed(isWide ? 5 : 3)
      },
      Column(title: isWide ? "Mahalanobis" : "Mah.", width: isWide ? 12 : 5) {
        $0.distance.map { isWide && $0 < 1000 ? $0.significant(3) : $0.distance(isWide ? 9 : 4) }
          ?? "–"
      },
    ]
  }

  /// A density or a product, which may be too small for a number.
  static func text(_ value: Double, _ digits: Int) -> String {
    guard value >= 1e-300 else { return "<1e-300" }
    let text = value.significant(digits)
    return text.count > digits + 5 ? value.significant(digits - 1) : text
  }
}

extension BayesTerms {
  /// p(x), the sum of the products.
  var evidence: Double { rows.reduce(0) { $0 + $1.joint } }
}
