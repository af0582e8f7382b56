import MixtureEngine
import TerminalCanvas

/// Each pane, built from just the values that it shows.
extension AppState {
  var statusPane: StatusPane {
    StatusPane(
      snapshot: run.snapshot, latest: Ledger(of: run.past, latest: 1).entries.last,
      pointCount: data.points.count, occupation: hand.map(Sentences.placing), message: message,
      notice: notice, theme: theme)
  }

  var plotPane: PlotPane {
    var pane = plotPane(of: run, trails: trails)
    if view == .update { pane.moves = moves }
    if view == .posterior { pane.chosen = data.points[inspected] }
    return pane
  }

  /// How the M-step at hand moves each mean; nothing before there is a q.
  var moves: [ComponentUpdate] {
    guard case .success(let step) = maximizationStep, step.progress != .awaitsPosterior else {
      return []
    }
    return step.updates
  }

  var posteriorPane: PosteriorPane {
    let n = inspected
    return PosteriorPane(
      number: n, count: data.points.count,
      terms: BayesTerms(of: data.points[n], under: run.model, known: run.observed?[n]),
      responsibilities: run.responsibilities(of: n),
      isCurrent: run.snapshot.next == .maximization, criterion: run.model.criterion,
      density: run.model.densityLetter, theme: theme)
  }

  var boundPane: BoundPane {
    BoundPane(
      step: maximizationStep, past: run.past, points: data.points, observed: run.observed,
      notation: Notation(unicode: capabilities.unicode), theme: theme)
  }

  var updatePane: UpdatePane {
    UpdatePane(
      step: maximizationStep, iteration: run.snapshot.iteration, first: firstUpdate,
      holdsWeights: Dial.variance(of: run.model) != nil,
      notation: Notation(unicode: capabilities.unicode), theme: theme)
  }

  var formulaPane: FormulaPane {
    FormulaPane(
      formulas: Formulas(
        kind: recipe.kind, structure: recipe.structure,
        Notation(unicode: capabilities.unicode)),
      next: run.snapshot.next, theme: theme)
  }

  /// The M-step that was just taken or comes next, or why there is none.
  var maximizationStep: Result<MaximizationStep, Collapse> {
    Result { () throws(Collapse) in try run.maximizationStep() }
  }

  var parameterTable: ParameterTable {
    ParameterTable(
      shapes: run.model.shapes,
      sizes: run.posterior?.sizes(components: run.model.componentCount), theme: theme)
  }

  /// The state at the end of the iteration before.
  var previousIteration: Snapshot? {
    run.past.dropLast().last { $0.next == .expectation }
  }

  var restartsPane: RestartsPane {
    RestartsPane(
      plan: restartPlan, found: restarts.pursuit.answer, goesOn: restarts.pursuit.goesOn,
      selection: restarts.selection, theme: theme)
  }

  var basinsPane: BasinsPane? {
    guard let axes = basinAxes, let sweep = basinSweep else { return nil }
    return BasinsPane(
      sweep: sweep, map: sweep == basins.pursuit.question ? basins.pursuit.answer : nil,
      goesOn: basins.pursuit.goesOn, cursor: basinCursor(on: sweep, axes), axes: axes,
      xName: data.xName, yName: data.yName, theme: theme)
  }
}
