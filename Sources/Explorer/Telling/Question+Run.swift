import MixtureEngine
import TerminalCanvas

/// The questions about the run, its numbers and its data.
extension Question {
  static let state = Question("state", about: "the data, the run, its numbers, what comes next") {
    state, _ in
    Told(Size(width: 300, height: 1), state.titlePane.frame)
      + Told(Size(width: 80, height: 7), state.numbersPane.frame) + state.toldStatus
  }

  static let status = Question(
    "status", "say", about: "what was done last, and what comes next"
  ) { state, _ in state.toldStatus }

  static let parameters = Question("parameters", about: "the parameters of each component") {
    state, _ in
    Told(Size(width: 79, height: state.run.model.componentCount + 1), state.parameterTable.frame)
  }

  static let formulas = Question(
    "formulas", argument: FormulaPage.allCases.map(\.word).joined(separator: " or "),
    about: "formulas of the model, of EM in general, of the lecture"
  ) { state, words throws(Notice) in
    let page = words.first.map { word in FormulaPage.allCases.first { $0.word == word } }
    guard let page = page ?? state.screen.formulas ?? .model else {
      throw .refusal("Formulas are those of the model, in general, or of the lecture.")
    }
    // Narrow enough that numbers have lines of their own.
    let pane = state.formulaPane(page)
    let told = Told(Size(width: 140, height: FormulaPane.mostRows), pane.frame)
    return page == .lecture ? told : (pane.point?.facts ?? []).reduce(told) { $0 + Told($1) }
  }

  static let trace = Question(
    "trace", argument: "NUMBER or all", about: "the objective at the latest iterations"
  ) { state, words throws(Notice) in
    let count = try words.count(usually: usualLines)
    let pane = state.tracePane
    return [pane.summary, pane.heldOutSummary, pane.gainSummary, pane.stopSummary].filter {
      !$0.isEmpty
    }
    .reduce(Told()) { $0 + Told($1) }
      + Told(Size(width: 80, height: min(count, state.run.past.count) + 1)) {
        TraceTable(past: state.run.past, latest: count).frame(size: $0)
      }
  }

  static let ledger = Question(
    "ledger", argument: "NUMBER or all", about: "L = F + KL at the latest half-steps"
  ) { state, words throws(Notice) in
    state.toldLedger(latest: try words.count(usually: usualLines))
  }

  static let labels = Question("labels", about: "known labels, and how well they agree") {
    state, _ in
    state.labelsPane.map { Told(Size(width: 120, height: LabelsPane.height), $0.frame) }
      ?? Told("No labels are known here, and none is told.")
  }

  static let dial = Question("dial", about: "the shared variance of the dial") { state, _ in
    DialGauge(of: state.run, theme: state.screen.theme)
      .map { Told(Size(width: 100, height: 1), $0.frame) }
      ?? Told("The model is not the dial: < turns to it.")
  }

  static let data = Question("data", about: "what the points are, and where they lie") {
    state, _ in
    let (data, points) = (state.data, state.data.points)
    let (lower, upper) = points.bounds
    var told = Told(
      "\(data.name): \(points.count) points",
      "x is \(data.xName), from \(lower.x.significant(5)) to \(upper.x.significant(5))")
    if points.dimension == 2 {
      told += Told(
        "y is \(data.yName), from \(lower.y.significant(5)) to \(upper.y.significant(5))")
    }
    if let column = data.weightColumn {
      told += Told("weights are \(column), \(points.totalWeight.significant(6)) together")
    }
    if let labels = data.labels {
      told += Told("labels are \(labels.column): " + labels.names.joined(separator: ", "))
    }
    if let heldOut = data.heldOut {
      told += Told("\(heldOut.points.count) more points are held out: neither E nor M sees them")
    }
    if data.skippedRows > 0 {
      told += Told("\(data.skippedRows) \(data.skippedRows == 1 ? "row" : "rows") left out")
    }
    return data.notes.reduce(told) { $0 + Told($1) }
  }
}

extension AppState {
  /// The line of status, as a sentence of any length.
  var toldStatus: Told { Told(Size(width: 1000, height: 1), statusPane.frame) }

  /// The iteration, the objective, and what the iteration gained.
  var toldProgress: Told {
    Told("iteration \(run.snapshot.iteration)   \(numbersPane.progress)")
  }

  /// The ledger's latest lines.
  func toldLedger(latest count: Int) -> Told {
    let rows = min(count, run.past.count) + 2
    return Told(Size(width: 90, height: rows)) {
      LedgerPane(
        past: run.past, latest: count, climber: run.algorithm, theme: screen.theme
      ).frame(size: $0)
    }
  }
}

/// The objective at each of the latest iterations, and what each gained.
private struct TraceTable {
  var past: History<Snapshot>.SubSequence
  /// How many iterations are shown at most.
  var latest: Int

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let iterations = past.filter { $0.next == .expectation }
    let first = max(0, iterations.count - latest)
    let isHard = past.last?.model.criterion == .distortion
    let hasPrior = past.last?.logPrior != nil
    let widths = [9, 16, 16]
    frame.write(
      row: [
        "iteration", isHard ? "J" : "L", isHard ? "saved" : hasPrior ? "with p(θ) +" : "gained",
      ], widths: widths, y: 0,
      style: .plain)
    for (row, index) in (first..<iterations.count).enumerated() {
      let pane = NumbersPane(
        snapshot: iterations[index],
        gained: index > 0 ? iterations[index].climbed - iterations[index - 1].climbed : nil,
        theme: Theme(colors: .none))
      frame.write(
        row: ["\(iterations[index].iteration)", pane.objective, pane.gain], widths: widths,
        y: row + 1, style: .plain)
    }
    return frame
  }
}
