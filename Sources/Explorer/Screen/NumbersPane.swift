import MixtureEngine
import TerminalCanvas

/// The numbers of the present state: L, the bound, the gap between them, and what was gained.
struct NumbersPane {
  var snapshot: Snapshot
  /// What the latest iteration gained, if there was one.
  var gained: Double?
  /// The floor under every variance, if one is set.
  var floor: Double?
  /// The components that it holds up.
  var floored: [Int] = []
  /// What the points are worth at θ and what those are that were held out, per point, if any were.
  var perPoint: (seen: Double, heldOut: Double)?
  /// What the marks in the plot beside it mean, if there is something to say.
  var legend: String?
  var theme: Theme

  /// Beyond this many columns a number would stand far from its name.
  static let width = 42

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    for (y, line) in lines.enumerated() where y < size.height {
      frame.write(line.name, x: 0, y: y, style: theme.style(.text))
      guard !line.value.isEmpty else { continue }
      frame.write(
        line.value.withTrueMinus,
        in: Rect(x: 0, y: y, width: min(size.width, Self.width), height: 1).split(left: 24).rest,
        alignment: .right, style: theme.style(line.role))
    }
    return frame
  }

  private var lines: [(name: String, value: String, role: Role)] {
    let terms = terms + judgement
    guard let floor else { return terms + (legend.map { [($0, "", .muted)] } ?? []) }
    let held = floored.map { String(Marks.name($0)) }.joined(separator: " ")
    let effect = held.isEmpty ? "reached by none" : "reached by \(held)"
    return terms + [("variance floor \(floor.significant(3))", effect, .alert)]
  }

  /// L per point, or J, beside that of the held-out points.
  private var judgement: [(name: String, value: String, role: Role)] {
    guard let perPoint else { return [] }
    let name = snapshot.model.criterion == .distortion ? "J" : "L"
    return [
      (
        "\(name) per point, held out +",
        "\(perPoint.seen.total(6).withTrueMinus) \(perPoint.heldOut.total(6).withTrueMinus)", .value
      )
    ]
  }

  private var terms: [(name: String, value: String, role: Role)] {
    switch snapshot.model.criterion {
    case .logLikelihood:
      [
        (
          Spelling.choose("log-likelihood    L(θ)", ascii: "log-likelihood  L(theta)"),
          snapshot.objective.total(14), .likelihood
        ),
        (
          Spelling.choose("lower bound     F(q,θ)", ascii: "lower bound   F(q,theta)"),
          text(snapshot.bound), .bound
        ),
        (
          Spelling.choose("gap            KL(q‖p)", ascii: "gap             KL(q||p)"),
          gap, .value
        ),
      ] + penalized + [("gained this iteration", gain, .value)]
    case .distortion:
      [
        (
          isOfScores
            ? "distortion of z-scores"
            : Spelling.choose("distortion       J(μ)", ascii: "distortion         J(mu)"),
          (-snapshot.objective).significant(9), .likelihood
        ),
        (
          Spelling.choose("with these labels J(q,μ)", ascii: "with these labels   J(q)"),
          snapshot.bound.map { (-$0).significant(9) } ?? "–", .bound
        ),
        ("the E-step will save", gap, .value),
        ("saved this iteration", gain, .value),
      ]
    }
  }

  /// Whether J is that of z-scores.
  private var isOfScores: Bool {
    (snapshot.model as? KMeans).map { !$0.standardization.isNone } ?? false
  }

  /// L + log p(θ), which a run under a prior climbs.
  private var penalized: [(name: String, value: String, role: Role)] {
    guard snapshot.logPrior != nil else { return [] }
    return [
      (
        Spelling.choose("MAP      L + log p(θ)", ascii: "MAP  L + log p(theta)"),
        snapshot.climbed.total(14), .value
      )
    ]
  }

  /// The objective as the pane writes it.
  var objective: String { terms[0].value }

  /// The objective and what the iteration gained, in a line.
  var progress: String {
    switch snapshot.model.criterion {
    case .logLikelihood where snapshot.logPrior != nil:
      "L \(objective)   L + log p(θ) \(snapshot.climbed.total(14)), gained \(gain)"
    case .logLikelihood: "L \(objective)   gained \(gain)"
    case .distortion: "J \(objective)   saved \(gain)"
    }
  }

  private func text(_ value: Double?) -> String { value?.total(14) ?? "–" }

  /// What stands where only rounding is left.
  private static let nearlyZero = "≈ 0"

  /// Whether a difference of objectives is no more than their rounding, but not 0.
  private func isRounding(_ difference: Double) -> Bool {
    difference != 0 && abs(difference) <= 1e-14 * abs(snapshot.objective)
  }

  /// The gap as the pane writes it, or what the E-step will save.
  var gap: String {
    guard let gap = snapshot.gap else { return "–" }
    if snapshot.model.criterion == .distortion { return gap.significant(6) }
    return isRounding(gap) ? Self.nearlyZero : gap.distance(12)
  }

  /// What the iteration gained, as the pane writes it.
  var gain: String {
    gained.map { isRounding($0) ? Self.nearlyZero : $0.change(12) } ?? "–"
  }
}

extension Run {
  /// What the latest whole iteration gained, in L or, under a prior, in L + log p(θ); `nil` before there is one; an E-step on top of it
  /// gains nothing and takes nothing from that.
  var gainOfIteration: Double? {
    guard let latest = past.last(where: { $0.next == .expectation }),
      let previous = past.last(where: {
        $0.next == .expectation && $0.iteration < latest.iteration
      }), previous.model.criterion == model.criterion
    else { return nil }
    return latest.climbed - previous.climbed
  }
}

extension NumbersPane {
  /// The numbers of a run's present state.
  init(run: Run, heldOut: Path? = nil, legend: String? = nil, theme: Theme) {
    self.legend = legend
    perPoint = heldOut?.points.last.map {
      (run.snapshot.shownObjective / run.points.totalWeight, $0.y)
    }
    snapshot = run.snapshot
    gained = run.gainOfIteration
    floor = run.safeguard.varianceFloor
    floored = run.flooredComponents
    self.theme = theme
  }
}
