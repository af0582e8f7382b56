import MixtureEngine
import TerminalCanvas

/// The lecture's figure made live: L and the bound F along the M-step's way, and below it the
/// ledger L = F + KL of the half-steps so far.
struct BoundPane {
  /// The M-step at hand, or the collapse that stands in its place.
  var step: Result<MaximizationStep, Collapse>
  /// The states from the start to the present one.
  var past: History<Snapshot>.SubSequence
  var points: PointSet
  var observed: ObservedLabels?
  var notation: Notation
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let ledgerHeight = max(5, size.height * 2 / 5)
    let (below, above) = frame.bounds.split(bottom: ledgerHeight)
    switch step {
    case .success(let step):
      frame.paste(figure(of: step).frame(size: above.size), at: above.origin)
    case .failure(let collapse):
      frame.write(Sentences.collapse(collapse), x: 0, y: 0, style: theme.style(.alert))
      frame.write(Self.nothingToDraw, x: 0, y: 1, style: theme.style(.text))
    }
    frame.paste(
      LedgerPane(past: past, theme: theme).frame(size: below.size), at: below.origin)
    return frame
  }

  /// What the figure shows, in words.
  var told: Told {
    switch step {
    case .success(let step):
      let figure = figure(of: step)
      return figure.ends.reduce(Told(figure.title)) { $0 + Told($1) }
    case .failure(let collapse): return Told(Sentences.collapse(collapse), Self.nothingToDraw)
    }
  }

  private static let nothingToDraw = "No M-step, so no line to draw: F has no top here."

  private func figure(of step: MaximizationStep) -> BoundFigure {
    BoundFigure(
      curve: BoundCurve(of: step, over: points, observed: observed), progress: step.progress,
      criterion: step.origin.criterion, iteration: iteration(step.progress),
      pointCount: points.count, notation: notation, theme: theme)
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
      step: maximizationStep, past: run.past, points: run.points, observed: run.observed,
      notation: notation, theme: screen.theme)
  }
}
