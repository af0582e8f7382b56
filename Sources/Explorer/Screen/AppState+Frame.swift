import MixtureEngine
import TerminalCanvas

extension AppState {
  /// The whole screen, drawn from the state alone.
  public func frame() -> Frame { frame(size: screen.size) }

  /// The whole screen at a size.
  public func frame(size: Size) -> Frame { frame(size: size) { _ in true } }

  /// The whole screen at a size; its last line names those keys that it may.
  func frame(size: Size, naming isNamed: (Key) -> Bool) -> Frame {
    screen.shown { picture(size: size, naming: isNamed) }
  }

  private func picture(size: Size, naming isNamed: (Key) -> Bool) -> Frame {
    if let pane = screen.pane { return pane.frame(self, size) }
    guard Layout.fits(size) else {
      return Layout.tooSmall(size, for: "emscope", height: Layout.smallest.height)
    }
    var frame = Frame(size: size)
    let layout = layout(of: size)
    let (theme, run) = (screen.theme, session.run)
    func place(_ rect: Rect?, _ pane: (Size) -> Frame) {
      if let rect { frame.paste(pane(rect.size), at: rect.origin) }
    }
    place(layout.title, titlePane.frame)
    if let hand {
      place(
        layout.plot, HandPane(hand: hand, axes: axes, options: plot.options, theme: theme).frame)
      place(layout.column, HandGuide(hand: hand, theme: theme).frame)
    } else {
      place(layout.plot, plotPane.frame)
      place(layout.numbers, numbersPane.frame)
      place(layout.table, parameterTable.frame)
      if let labelsPane { place(layout.labels, labelsPane.frame) }
      place(layout.view) { view.frame(self, $0) }
    }
    place(layout.hall, hallPane.frame)
    place(layout.trace, tracePane.frame)
    if let gauge = DialGauge(of: run, theme: theme) { place(layout.gauge, gauge.frame) }
    place(layout.formulas, formulaPane.frame)
    place(layout.status, statusPane(naming: isNamed).frame)
    place(layout.keys, KeysPane(hints: hints(naming: isNamed), theme: theme).frame)
    drawOverlay(on: &frame)
    return frame
  }

  var titlePane: TitlePane {
    TitlePane(
      data: data, stage: session.course.last, snapshot: run.snapshot,
      world: world(of: session.course.last)?.number, theme: screen.theme)
  }

  var numbersPane: NumbersPane {
    NumbersPane(
      run: run, heldOut: session.course.last.pastHeldOutTrace, legend: plotPane.legend,
      theme: screen.theme)
  }

  var hallPane: HallPane {
    HallPane(snapshot: run.snapshot, legend: plotPane.legend, theme: screen.theme)
  }

  var parameterTable: ParameterTable {
    ParameterTable(
      shapes: run.model.shapes,
      masses: run.posterior?.masses(over: run.points), isScale: run.model is StudentMixture,
      isLine: run.points.dimension == 1, tosses: (run.model as? CoinMixture)?.tosses,
      theme: screen.theme)
  }

  var tracePane: TracePane {
    TracePane(
      trace: session.course.last.pastTrace, first: run.history[0], last: run.snapshot,
      heldOut: session.course.last.pastHeldOutTrace, totalWeight: run.points.totalWeight,
      forecast: run.forecast, stops: session.course.last.otherStops, theme: screen.theme)
  }

  var formulaPane: FormulaPane {
    formulaPane(screen.formulas ?? .model)
  }

  /// A page of formulas, with the numbers of the point that is looked at.
  func formulaPane(_ page: FormulaPage) -> FormulaPane {
    FormulaPane(
      page: page, recipe: recipe, notation: notation, next: run.snapshot.next,
      climber: run.algorithm, point: pointNumbers, count: data.points.count, theme: screen.theme)
  }

  /// The numbers of the point that is looked at, if there is one.
  private var pointNumbers: PointNumbers? {
    let n = inspected
    // Where points drawn from θ are on screen, there is none of the data to look at.
    guard n < run.points.count, plot.world == nil else { return nil }
    return PointNumbers(
      number: n, weight: run.points.weights?[n],
      terms: BayesTerms(of: run.points[n], under: run.model, known: run.observed?[n]),
      responsibilities: run.responsibilities(of: n),
      isCurrent: run.snapshot.next == .maximization, criterion: run.model.criterion)
  }

  var statusPane: StatusPane { statusPane { _ in true } }

  /// The line of status, which suggests only keys that it may name.
  private func statusPane(naming isNamed: (Key) -> Bool) -> StatusPane {
    StatusPane(
      snapshot: run.snapshot, latest: Ledger(of: run.past, latest: 1).entries.last,
      pointCount: data.points.count, climber: run.algorithm,
      gain: run.gainOfIteration,
      leastGain: run.stopping.leastGain(
        at: run.snapshot.objective, totalWeight: data.points.totalWeight,
        criterion: run.model.criterion),
      growingGains: session.course.last.growingGains,
      stop: session.isRacing ? nil : session.course.last.otherStops.first,
      occupation: occupation,
      ending: session.isRacing ? nil : remarkOnEnd,
      suggestions: suggestions.filter { isNamed($0.key) }.map { "\($0.key.label): \($0.words)" },
      notice: notice,
      theme: screen.theme)
  }

  /// What goes on beside stepping, if anything does.
  private var occupation: String? {
    if let status = overlay?.status { return status }
    if let hand { return Sentences.placing(hand) }
    if session.pace == .toEnd {
      return Sentences.goingToEnd(run.snapshot, limit: recipe.stopping.iterationLimit)
    }
    if !showsRun, let status = view.status(self) { return status }
    return session.isLevel ? nil : Sentences.unevenRace
  }

  /// Whether there is something to say about labels: some are known, told or hidden.
  private var showsLabels: Bool {
    data.labels != nil || recipe.observed != nil || plot.labelling != .inferred
      || plot.world != nil
  }

  /// The lines about labels, where there is something to say.
  var labelsPane: LabelsPane? {
    guard showsLabels else { return nil }
    var pane = LabelsPane(
      of: run, LabelComparison(of: run, with: data.labels), labelling: plot.labelling,
      names: data.labels?.names ?? [], drawn: shownDrawnLabels, theme: screen.theme)
    pane.world = world(of: session.course.last)
    return pane
  }
}

// MARK: - Where everything stands

extension AppState {
  /// Where everything stands at present.
  var layout: Layout { layout(of: screen.size) }

  /// Where everything stands on a screen of a size.
  private func layout(of size: Size) -> Layout {
    if let pane = screen.pane { return Layout(of: pane, alone: size) }
    return Layout(
      size: size, place: view.place, components: run.model.componentCount,
      showsFormulas: screen.formulas != nil, showsGauge: Dial.variance(of: run.model) != nil,
      showsLabels: showsLabels, isHall: screen.isHall)
  }

  /// Where the plots stand on the screen; several, as in a race, are equally large.
  var plots: [Rect] {
    let layout = layout
    if let plot = layout.plot { return [plot] }
    guard let view = layout.view else { return [] }
    return self.view.plots(view.size).map {
      Rect(
        origin: Position(x: view.origin.x + $0.origin.x, y: view.origin.y + $0.origin.y),
        size: $0.size)
    }
  }

  /// The axes of the plots on screen, if there are any.
  var plotAxes: PlotAxes? {
    plots.first.map { axes(size: $0.size) }
  }

  /// The axes of a picture of the data, with all points in view, those that are held out too.
  func axes(size: Size) -> PlotAxes {
    PlotAxes(
      points: data.points, isPair: landscapePair != nil, beside: data.heldOut?.points, size: size,
      zoom: plot.options.zoom, aspect: plot.options.aspect)
  }
}

// MARK: - The line of keys

extension AppState {
  /// Keys and what they do here, in order of importance; keys that do alike share their words.
  ///
  /// - Parameter isNamed: Whether a key may be named; a walkthrough has some for itself.
  func hints(naming isNamed: (Key) -> Bool) -> [(key: String, help: String)] {
    // First what goes before everything, then the first table's own, then the others'.
    var ranked: [(group: Int, rank: Int, key: Key, text: String)] = []
    func add(_ hint: Hint, of key: Key, isOwn: Bool) {
      guard let text = hint.text(self) else { return }
      ranked.append((hint.isUrgent ? 0 : isOwn ? 1 : 2, hint.rank, key, text))
    }
    let chosen = hand == nil && overlay == nil ? view.pictureHints : nil
    let tables = keyTables
    for (number, table) in tables.enumerated() {
      for binding in table.bindings {
        // A key belongs to the first table that knows it.
        guard let key = binding.keys.first, !tables[..<number].contains(where: { $0[key] != nil })
        else { continue }
        for hint in binding.hints where number == 0 || chosen == nil || hint.isUrgent {
          add(hint, of: key, isOwn: number == 0)
        }
      }
    }
    for (key, hint) in chosen ?? [] { add(hint, of: key, isOwn: true) }
    let ordered = ranked.filter { isNamed($0.key) }.enumerated()
      .sorted { a, b in
        (a.element.group, a.element.rank, a.offset) < (b.element.group, b.element.rank, b.offset)
      }
    var lines: [(keys: [Key], text: String)] = []
    for (_, hint) in ordered {
      if lines.last?.text == hint.text {
        lines[lines.count - 1].keys.append(hint.key)
      } else {
        lines.append(([hint.key], hint.text))
      }
    }
    return lines.map { keys, text in
      (
        Set(keys) == Key.arrows
          ? Spelling.key("←↑↓→", named: "arrows")
          : keys.map(\.label).joined(separator: " "), text
      )
    }
  }
}

extension Key {
  fileprivate static let arrows: Set<Key> = [.left, .right, .up, .down]
}
