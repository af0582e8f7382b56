import MixtureEngine
import RealModule
import TerminalCanvas

/// The numbers of Jensen's inequality at one point: q and r of each component, both sides, the gap, and
/// the gap of all points together.
struct JensenTable {
  /// The terms under the run's q.
  var terms: JensenTerms
  /// The terms under the q in hand, where it is pulled.
  var pulled: JensenTerms?
  /// The component whose share is in hand, if q is.
  var held: Int?
  /// What the point counts, or `nil` where each counts once.
  var weight: Double?
  /// The state of the run.
  var snapshot: Snapshot
  /// Whether the model's density is of y where x is given.
  var isConditional = false
  var theme: Theme

  /// How wide it is.
  static let width = 32

  /// The terms that the picture shows.
  var shown: JensenTerms { pulled ?? terms }

  /// p(x) of the point, as the sentences write it.
  var evidence: String { isConditional ? "p(yₙ|xₙ)" : "p(xₙ)" }

  /// Whether both sides of the inequality are written alike, so that no gap can be seen.
  var looksTight: Bool {
    text(terms.logOfMean) == text(terms.meanOfLogs)
  }

  /// A heading, the components, and the lines of numbers.
  ///
  /// - Parameter isCompact: Whether no line stays empty.
  func height(isCompact: Bool = false) -> Int { terms.rows.count + 1 + sums(isCompact).count }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let sums = sums(size.height < height())
    frame.write(
      row: ["k", "qₖₙ", "rₖ", "log rₖ"], widths: Self.widths, y: 0, style: theme.style(.muted))
    let rows = rows(room: max(1, size.height - 1 - sums.count))
    for (y, row) in rows.enumerated() {
      write(row, on: &frame, y: y + 1)
    }
    for (y, line) in sums.enumerated() {
      let rect = Rect(x: 0, y: rows.count + 1 + y, width: min(size.width, 30), height: 1)
      frame.write(line.name, x: 0, y: rect.origin.y, style: theme.style(.text))
      frame.write(
        line.value.withTrueMinus, in: rect.split(left: 18).rest, alignment: .right,
        style: theme.style(line.role))
    }
    return frame
  }

  private static let widths = [3, 8, 9, 10]

  /// All components, or those with most of the point where there isn't room.
  private func rows(room: Int) -> [JensenTerms.Row] {
    shown.rows.sorted { ($1.responsibility, $0.component) < ($0.responsibility, $1.component) }
      .prefix(room).sorted { $0.component < $1.component }
  }

  private func write(_ row: JensenTerms.Row, on frame: inout Frame, y: Int) {
    let logRatio = row.logRatio
    frame.write(
      row: [
        "", row.responsibility.fixed(3),
        logRatio.map(text(ofRatio:)) ?? "–",
        logRatio.map { $0.isFinite ? $0.total(9).withTrueMinus : "–" } ?? "–",
      ], widths: Self.widths, y: y, style: theme.style(.text))
    frame.write(
      "\(Marks.mark(row.component)) \(Marks.name(row.component))", x: 0, y: y,
      style: theme.style(.component(row.component)))
    if row.component == held { frame.write("◂", x: 31, y: y, style: theme.style(.key)) }
  }

  /// rₖ with as many decimals as give the greatest three digits; a small one keeps two of its own.
  private func text(ofRatio logRatio: Double) -> String {
    guard logRatio > -690 else { return "<1e-300" }
    let greatest = shown.rows.compactMap(\.logRatio).max() ?? logRatio
    let decimals = 2 - Int((greatest / .log(10)).rounded(.down))
    let (value, unit) = (Double.exp(logRatio), Double.exp(-Double(decimals) * .log(10)))
    guard (0...6).contains(decimals), value >= unit else { return value.significant(2) }
    return value.fixed(decimals, in: 8)
  }

  /// Both sides, the gap, the gap of all points, and what a pull has done to F.
  private func sums(_ isCompact: Bool) -> [(name: String, value: String, role: Role)] {
    let blank: [(name: String, value: String, role: Role)] = isCompact ? [] : [("", "", .text)]
    var lines =
      blank + [
        (
          Spelling.choose("log Σ q r", ascii: "log sum q r"), text(shown.logOfMean), .likelihood
        ),
        (Spelling.choose("Σ q log r", ascii: "sum q log r"), text(shown.meanOfLogs), .bound),
        ("gap = KLₙ", gap(shown.gap, beside: shown.logOfMean), .value),
      ]
    if let weight { lines.append(("it counts as", weight.significant(6), .muted)) }
    lines += blank
    if pulled == nil {
      lines.append(
        (
          weight == nil
            ? Spelling.choose("Σₙ KLₙ, all points", ascii: "sum KL, all points")
            : Spelling.choose("Σₙ wₙ KLₙ, all", ascii: "sum w KL, all"),
          snapshot.gap.map { gap($0, beside: snapshot.objective) } ?? "–", .value
        ))
    } else {
      lines.append(("ΔF, this point", change.map { $0.change(12) } ?? "–", .bound))
      lines.append(("ΔF, all points", totalChange.map { $0.change(12) } ?? "–", .bound))
    }
    return lines
  }

  private func text(_ value: Double) -> String { value.isFinite ? value.total(12) : "–" }

  private func gap(_ gap: Double, beside other: Double) -> String {
    guard gap.isFinite else { return "–" }
    return gap != 0 && Self.isRounding(gap, beside: other) ? "≈ 0" : gap.distance(12)
  }

  private static func isRounding(_ gap: Double, beside other: Double) -> Bool {
    gap <= 1e-14 * max(1, abs(other))
  }
}

// MARK: - A hand on q

extension JensenTable {
  /// What the pull has added to F of the point, counted once; `nil` where that is no number.
  private var change: Double? {
    pulled.flatMap {
      let change = $0.meanOfLogs - terms.meanOfLogs
      return change.isFinite ? change : nil
    }
  }

  /// What the pull has added to F of all points.
  private var totalChange: Double? { change.map { $0 * (weight ?? 1) } }

  /// What holding and pulling q shows, where it is in hand.
  var sentenceOfHand: String? {
    guard let held else { return nil }
    let arrows = Spelling.key("← →", named: "Left Right")
    guard pulled != nil else {
      return "q of component \(Marks.name(held)) is in hand: \(arrows) pull it, a lets it go."
    }
    guard let change else {
      return
        "This q gives a share to a component that can't have made the point: F lies below every number."
    }
    let wasPosterior = snapshot.next == .maximization
    if change < 0 {
      return
        (wasPosterior
        ? "This q is not the posterior, and F is lower. So it is for every other q"
        : "This q is farther from the posterior than the run's, and F is lower")
        + ", while L stays. a lets q spring back."
    }
    if change > 0, !wasPosterior {
      return
        "This q is nearer to the posterior than the run's, so F is higher; it reaches L at the "
        + "posterior and nowhere else: E goes there."
    }
    return "F is as it was. a lets q spring back."
  }
}
