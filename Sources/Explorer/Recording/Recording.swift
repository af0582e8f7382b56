import MixtureEngine
import TerminalCanvas

/// How a session was opened, and everything that happened since, so that it can be saved and
/// played again.
struct Recording: Sendable {
  /// The data at the opening.
  let data: DataSet
  /// The recipe of the first run.
  let recipe: RunRecipe
  /// The lesson that was given, if any.
  var lesson: String?
  /// The screen's size at the opening.
  var size: Size
  /// What happened.
  private(set) var events: [SessionEvent] = []

  /// A recording at the opening.
  init(data: DataSet, recipe: RunRecipe, size: Size) {
    self.data = data
    self.recipe = recipe
    self.size = size
  }

  /// Writes an event down.
  ///
  /// - Parameters:
  ///   - stopsRun: Whether the run is on its way to the end, where a key stops it.
  ///   - workDone: How far background work had come, where some goes on; asked only at events that
  ///     say so.
  mutating func record(_ event: Event, stoppingRun stopsRun: Bool, workDone: () -> [Int]?) {
    switch event {
    case .key, .mouse, .resize: if let done = workDone() { events.append(.worked(done.ranges)) }
    case .tick, .redraw, .wake, .end: break
    }
    switch event {
    case .key(let key):
      // Without a word of how far it came, it came to its end.
      if stopsRun { note(ticks: 0) }
      events.append(.key(key))
    case .mouse(let mouse): events.append(.mouse(mouse))
    case .resize(let size): events.append(.resize(size))
    case .tick: note(ticks: 1)
    case .redraw, .wake, .end: return
    }
  }

  private mutating func note(ticks: Int) {
    if case .ticks(let count) = events.last {
      events[events.count - 1] = .ticks(count + ticks)
    } else {
      events.append(.ticks(ticks))
    }
  }
}

extension AppState {
  /// The session so far.
  public var record: SessionRecord {
    let (data, table) = (recording.data, recording.data.table)
    func column(_ position: Int?, or name: String?) -> String? {
      position.flatMap { table?.designation(of: $0) } ?? name
    }
    return SessionRecord(
      dataName: data.source,
      columns: (
        column(table?.taken.x, or: data.xName) ?? data.xName,
        column(table?.taken.y, or: data.yName) ?? data.yName
      ),
      labelColumn: column(table?.taken.label, or: data.labels?.column),
      weightColumn: column(table?.taken.weight, or: data.weightColumn),
      reading: table?.options ?? [], pointCount: data.points.count,
      recipe: recording.recipe, lesson: recording.lesson, size: recording.size,
      events: recording.events, outcome: outcome)
  }

  /// Where the run on screen stands.
  public var outcome: SessionRecord.Outcome {
    SessionRecord.Outcome(
      model: recipe.kind.name, iteration: run.snapshot.iteration,
      objective: run.snapshot.objective, centres: run.model.shapes.map(\.centre))
  }
}
