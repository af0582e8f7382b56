import MixtureEngine
import TerminalCanvas

/// The lecture's figure made live: L and the bound F along a line, and below it the ledger
/// L = F + KL of the half-steps so far.
struct BoundPane {
  /// The M-step at hand, or the collapse that stands in its place.
  var step: Result<MaximizationStep, Collapse>
  /// Along which line.
  var choice: BoundChoice
  /// The states from the start to the present one.
  var past: History<Snapshot>.SubSequence
  var points: PointSet
  var observed: ObservedLabels?
  /// By which algorithm the run climbs; the M-step at hand is EM's all the same.
  var climber = Climber.em
  var notation: Notation
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (below, above) = frame.bounds.split(bottom: Self.ledgerHeight(size))
    switch step {
    case .success(let step):
      frame.paste(figure(of: step).frame(size: above.size), at: above.origin)
    case .failure(let collapse):
      frame.write(Sentences.collapse(collapse), x: 0, y: 0, style: theme.style(.alert))
      frame.write(Self.nothingToDraw, x: 0, y: 1, style: theme.style(.text))
    }
    guard below.size.height > 0 else { return frame }
    var free = 0
    if below.size.height > 2 {
      frame.paste(
        LedgerPane(past: past, climber: climber, theme: theme).frame(size: below.size),
        at: below.origin)
      free = LedgerPane.titleWidth + 2
    }
    let choices = choice.text(width: size.width - free)
    frame.write(
      choices, x: size.width - DisplayWidth.of(choices), y: below.origin.y,
      style: theme.style(.key))
    return frame
  }

  /// How many rows the ledger has; it gives way to the figure, which has the larger part of any
  /// height, and of a small one all but the line of choices.
  private static func ledgerHeight(_ size: Size) -> Int {
    switch size.height {
    case ..<9: 0
    case ..<16: 1
    default: max(5, size.height / 4)
    }
  }

  /// What the figure shows, in words.
  var told: Told {
    switch step {
    case .success(let step):
      let figure = figure(of: step)
      let told = figure.ends.reduce(Told(figure.title)) { $0 + Told($1) }
      return choice.blocks.isEmpty
        ? told : told + Told("lines to choose with Tab: \(choice.text(width: 4000))")
    case .failure(let collapse): return Told(Sentences.collapse(collapse), Self.nothingToDraw)
    }
  }

  private static let nothingToDraw = "No M-step, so no line to draw: F has no top here."

  private func figure(of step: MaximizationStep) -> BoundFigure {
    BoundFigure(
      curve: BoundCurve(
        of: step, along: choice.chosen, over: points, observed: observed,
        start: past.first?.model), progress: step.progress,
      criterion: step.origin.criterion, iteration: iteration(step.progress),
      pointCount: points.count,
      isParabola: (choice.chosen?.isPlace ?? false) && step.expectation.sums != nil,
      isEMsOwn: climber != .em, hasPrior: step.prior != nil, notation: notation, theme: theme)
  }

  /// The number t of θ⁽ᵗ⁾, where the line begins.
  private func iteration(_ progress: MaximizationStep.Progress) -> Int {
    let present = past.last?.iteration ?? 0
    return progress == .taken ? present - 1 : present
  }
}

extension View {
  /// L and the bound along the M-step's way, and the ledger.
  static let bound = View(
    "bound", "the bound: L and F along the M-step", at: .whole,
    bindings: [
      Binding(
        [.tab], "what moves: all of θ, one mean, one Σ",
        hint: Hint(3) { $0.boundChoice.blocks.isEmpty ? nil : "what moves" }
      ) {
        state throws(Notice) in try state.chooseLine(by: 1)
      },
      Binding([.backTab], "what moves, the choice before") { state throws(Notice) in
        try state.chooseLine(by: -1)
      },
    ],
    told: Telling(argument: "NUMBER or all") { state, words throws(Notice) in
      let latest = try words.count(usually: Question.usualLines)
      return state.boundPane.told + Told("") + state.toldLedger(latest: latest)
    }
  ) { $0.boundPane.frame(size: $1) }
}

extension AppState {
  fileprivate var boundPane: BoundPane {
    let run = session.run
    return BoundPane(
      step: maximizationStep, choice: boundChoice, past: run.past, points: run.points,
      observed: run.observed, climber: run.algorithm, notation: notation, theme: screen.theme)
  }
}
