import MixtureEngine
import TerminalCanvas

extension AppState {
  /// The whole screen, drawn from the state alone.
  public func frame() -> Frame { frame(size: size) }

  /// The whole screen at a size; a lesson speaks below the picture.
  public func frame(size: Size) -> Frame {
    guard let lesson else { return shown(picture(size: size)) }
    let (rest, below) = parts(of: size)
    var frame = Frame(size: size)
    frame.paste(picture(size: rest.size), at: rest.origin)
    frame.paste(LessonPane(state: lesson, theme: theme).frame(size: below.size), at: below.origin)
    return shown(frame)
  }

  /// The part of the screen that has the picture.
  var pictureSize: Size { parts(of: size).picture.size }

  /// What the picture has of a screen, and what a lesson has below it.
  private func parts(of screen: Size) -> (picture: Rect, lesson: Rect) {
    let (below, rest) = Rect(screen).split(bottom: lesson == nil ? 0 : LessonPane.height)
    return (rest, below)
  }

  /// The frame in characters that the terminal has.
  private func shown(_ frame: Frame) -> Frame { capabilities.unicode ? frame : frame.ascii }

  /// The screen without a lesson.
  private func picture(size: Size) -> Frame {
    guard size.width >= Layout.smallest.width, size.height >= Layout.smallest.height else {
      return tooSmall(size)
    }
    var frame = Frame(size: size)
    let layout = layout(of: size)
    let snapshot = run.snapshot
    func place(_ rect: Rect?, _ pane: (Size) -> Frame) {
      if let rect { frame.paste(pane(rect.size), at: rect.origin) }
    }
    place(
      layout.title,
      TitlePane(data: data, settings: settings, snapshot: snapshot, theme: theme).frame)
    if let hand {
      place(layout.plot, HandPane(hand: hand, options: plotOptions, theme: theme).frame)
      place(layout.column, HandGuide(hand: hand, theme: theme).frame)
    } else {
      place(layout.plot, plotPane.frame)
      place(
        layout.numbers,
        NumbersPane(
          snapshot: snapshot, previous: previousIteration, floor: run.safeguard.varianceFloor,
          floored: run.flooredComponents, theme: theme
        ).frame)
      if let labelsPane, let rect = layout.table {
        let (below, above) = rect.split(bottom: LabelsPane.height)
        place(above, parameterTable.frame)
        place(below, labelsPane.frame)
      } else {
        place(layout.table, parameterTable.frame)
      }
      place(layout.view, viewFrame)
    }
    place(layout.trace, TracePane(past: run.past, forecast: run.forecast, theme: theme).frame)
    if let dialGauge { place(layout.gauge, dialGauge.frame) }
    place(layout.formulas, formulaPane.frame)
    place(layout.status, statusPane.frame)
    place(layout.keys, KeysPane(hints: hints, theme: theme).frame)
    drawOverlay(on: &frame)
    return frame
  }

  /// The picture of the view that isn't the plot.
  private func viewFrame(size: Size) -> Frame {
    switch view.besidePlot {
    case .plot: Frame(size: size)
    case .bound: boundPane.frame(size: size)
    case .update: updatePane.frame(size: size)
    case .restarts: restartsPane.frame(size: size)
    case .basins: basinsPane?.frame(size: size) ?? Frame(size: size)
    case .posterior: posteriorPane.frame(size: size)
    case .race: racePane?.frame(size: size) ?? Frame(size: size)
    }
  }

  private var statusPane: StatusPane {
    StatusPane(
      snapshot: run.snapshot, latest: Ledger(of: run.past, latest: 1).entries.last,
      pointCount: data.points.count, occupation: hand.map(Sentences.placing), message: message,
      theme: theme)
  }

  private var plotPane: PlotPane {
    var pane = plotPane(of: run, trails: trails)
    if view == .update { pane.moves = moves }
    if view == .posterior { pane.chosen = data.points[inspected] }
    return pane
  }

  /// How the M-step at hand moves each mean; nothing before there is a q.
  private var moves: [ComponentUpdate] {
    guard case .success(let step) = maximizationStep, step.progress != .awaitsPosterior else {
      return []
    }
    return step.updates
  }

  private var posteriorPane: PosteriorPane {
    let n = inspected
    return PosteriorPane(
      number: n, count: data.points.count,
      terms: BayesTerms(of: data.points[n], under: run.model, known: run.observed?[n]),
      responsibilities: run.responsibilities(of: n),
      isCurrent: run.snapshot.next == .maximization, criterion: run.model.criterion, theme: theme)
  }

  private var boundPane: BoundPane {
    BoundPane(
      step: maximizationStep, past: run.past, points: data.points, observed: run.observed,
      notation: Notation(unicode: capabilities.unicode), theme: theme)
  }

  private var updatePane: UpdatePane {
    UpdatePane(
      step: maximizationStep, iteration: run.snapshot.iteration, first: firstUpdate,
      notation: Notation(unicode: capabilities.unicode), theme: theme)
  }

  private var formulaPane: FormulaPane {
    FormulaPane(
      formulas: Formulas(
        kind: settings.kind, structure: settings.structure,
        Notation(unicode: capabilities.unicode)),
      next: run.snapshot.next, theme: theme)
  }

  /// The M-step that was just taken or comes next, or why there is none.
  private var maximizationStep: Result<MaximizationStep, Collapse> {
    Result { () throws(Collapse) in try run.maximizationStep() }
  }

  private var parameterTable: ParameterTable {
    ParameterTable(
      shapes: run.model.shapes,
      sizes: run.posterior?.sizes(components: run.model.componentCount), theme: theme)
  }

  /// The state at the end of the iteration before.
  private var previousIteration: Snapshot? {
    run.past.dropLast().last { $0.next == .expectation }
  }

  var restartsPane: RestartsPane {
    RestartsPane(
      plan: restartPlan, found: restarts.pursuit.answer, goesOn: restarts.pursuit.goesOn,
      selection: restarts.selection, theme: theme)
  }

  private var basinsPane: BasinsPane? {
    guard let axes = basinAxes, let sweep = basinSweep else { return nil }
    return BasinsPane(
      sweep: sweep, map: sweep == basins.pursuit.question ? basins.pursuit.answer : nil,
      goesOn: basins.pursuit.goesOn, cursor: basinCursor(on: sweep, axes), axes: axes,
      xName: data.xName, yName: data.yName, theme: theme)
  }

  private var hints: [(key: String, help: String)] {
    if hand != nil {
      return [
        ("Tab", "next"), ("←↑↓→", "move"), ("+", "add"), ("-", "remove"), ("p", "what is placed"),
        ("U", "undo"), ("Enter", "start"), ("Esc", "leave"), ("?", "help"),
      ]
    }
    switch view {
    case .restarts:
      return [
        ("↑ ↓", "optimum"), ("Enter", "open its run"), ("+ -", "runs"), ("x", "other seeds"),
        ("i", "rule"), ("1", "plot"), ("?", "help"), ("q", "quit"),
      ]
    case .basins:
      return [
        ("Tab", "mean"), ("←↑↓→", "cursor"), ("Enter", "open its run"), ("x", "new start"),
        ("i", "rule"), ("1", "plot"), ("?", "help"), ("q", "quit"),
      ]
    case .race:
      return [
        ("space", "step both"), ("←", "back"), ("G", "to the end"), ("O", "choose the other run"),
        ("Tab", "change sides"), ("1", "plot"), ("?", "help"),
      ]
    default: break
    }
    return [
      ("space", "step"), ("e", "half-step"), ("←", "back"), ("r", "run"), ("?", "help"),
      ("q", "quit"), ("m", "k-means"), ("x", "new start"), ("i", "rule"), ("G", "to the end"),
      ("v", "view"), ("+", "more"), ("d", "data"),
    ]
  }

  private func drawOverlay(on frame: inout Frame) {
    guard let rect = overlayRect(in: frame.size) else { return }
    switch overlay {
    case nil: return
    case .help(let scroll):
      frame.paste(HelpPane(scroll: scroll, theme: theme).frame(size: rect.size), at: rect.origin)
    case .card(let card):
      frame.paste(CardPane(card: card, theme: theme).frame(size: rect.size), at: rect.origin)
    case .menu(let menu):
      frame.paste(MenuPane(menu: menu, theme: theme).frame(size: rect.size), at: rect.origin)
    }
  }

  /// Where what lies over the picture is.
  var overlayRect: Rect? { overlayRect(in: pictureSize) }

  private func overlayRect(in screen: Size) -> Rect? {
    let size: Size
    switch overlay {
    case nil: return nil
    case .help: size = HelpPane.size(in: screen)
    case .card(let card): size = CardPane.size(of: card, in: screen)
    case .menu(let menu): size = MenuPane.size(of: menu, in: screen)
    }
    return Rect(
      origin: Position(x: (screen.width - size.width) / 2, y: (screen.height - size.height) / 2),
      size: size)
  }

  private func tooSmall(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    let smallest = Layout.smallest
    frame.write("emscope needs \(smallest.width)×\(smallest.height)", x: 0, y: 0)
    frame.write("q quits", x: 0, y: 1)
    return frame
  }
}
