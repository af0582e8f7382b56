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
  /// - Parameter workDone: How far background work had come, where some goes on; asked only at
  ///   events that say so.
  mutating func record(_ event: Event, workDone: () -> [Int]?) {
    switch event {
    case .key, .mouse, .resize: if let done = workDone() { events.append(.worked(done.ranges)) }
    case .tick, .redraw, .wake, .end: break
    }
    switch event {
    case .key(let key): events.append(.key(key))
    case .mouse(let mouse): events.append(.mouse(mouse))
    case .resize(let size): events.append(.resize(size))
    case .tick:
      if case .ticks(let count) = events.last {
        events[events.count - 1] = .ticks(count + 1)
      } else {
        events.append(.ticks(1))
      }
    case .redraw, .wake, .end: return
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
