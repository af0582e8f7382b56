import MixtureEngine
import TerminalCanvas

/// A session from its opening to now: all that is needed to play it again and to compare.
public struct SessionRecord: Sendable {
  /// The data set that was opened: a built-in name or a file.
  public var dataName: String
  /// The coordinates' columns.
  public var columns: (x: String, y: String)
  /// The labels' column, if there is one.
  public var labelColumn: String?
  /// How many points there were.
  public var pointCount: Int
  /// The settings at the opening.
  public var recipe: RunRecipe
  /// The lesson that was given, if any.
  public var lesson: String?
  /// The screen's size at the opening.
  public var size: Size
  /// Everything that happened since.
  public var events: [SessionEvent]
  /// Where the session ended.
  public var outcome: Outcome

  /// Where a run stands, as numbers that can be compared.
  public struct Outcome: Sendable {
    /// The kind of the model.
    public var model: String
    /// The iteration.
    public var iteration: Int
    /// L in nats, or −J in the hard limit.
    public var objective: Double
    /// The centres of the components.
    public var centres: [Point]

    /// The outcome of a run.
    public init(model: String, iteration: Int, objective: Double, centres: [Point]) {
      self.model = model
      self.iteration = iteration
      self.objective = objective
      self.centres = centres
    }
  }

  /// A record from its parts, as a file gives them.
  public init(
    dataName: String, columns: (x: String, y: String), labelColumn: String?, pointCount: Int,
    recipe: RunRecipe, lesson: String?, size: Size, events: [SessionEvent], outcome: Outcome
  ) {
    self.dataName = dataName
    self.columns = columns
    self.labelColumn = labelColumn
    self.pointCount = pointCount
    self.recipe = recipe
    self.lesson = lesson
    self.size = size
    self.events = events
    self.outcome = outcome
  }
}

/// How a session was opened.
struct Opening: Sendable {
  var data: DataSet
  var recipe: RunRecipe
  var lesson: String?
  var size: Size
}

extension AppState {
  /// The session so far.
  public var record: SessionRecord {
    SessionRecord(
      dataName: opening.data.source, columns: (opening.data.xName, opening.data.yName),
      labelColumn: opening.data.labels?.column, pointCount: opening.data.points.count,
      recipe: opening.recipe, lesson: opening.lesson,
      size: opening.size, events: log, outcome: outcome)
  }

  /// Where the run on screen stands.
  public var outcome: SessionRecord.Outcome {
    SessionRecord.Outcome(
      model: recipe.kind.name, iteration: run.snapshot.iteration,
      objective: run.snapshot.objective, centres: run.model.shapes.map(\.centre))
  }

  /// Plays events that were written down; whatever they set going is finished before the next, but
  /// for long work that was not: that comes as far as it had come then.
  ///
  /// - Parameters:
  ///   - shown: Told the state after each event.
  ///   - perform: Does what an effect asks of the world (files).
  public mutating func replay(
    _ events: [SessionEvent], perform: (Effect) -> Action? = { _ in nil },
    shown: (AppState) -> Void = { _ in }
  ) async {
    for (number, recorded) in events.enumerated() {
      if case .worked(let done) = recorded, !done.isEmpty {
        await work(as: Set(done.joined()))
        shown(self)
      }
      for event in recorded.events {
        var agenda = Agenda()
        agenda.add(handle(event))
        guard await finish(&agenda, perform: perform, deferringWork: true) else { return }
        if !events[(number + 1)...].isCutShort { await work(as: nil) }
        shown(self)
      }
    }
  }

  /// Does what there is of the work that goes on.
  private mutating func work(as positions: Set<Int>?) async {
    for news in await work(only: positions)?.finished() ?? [] { _ = apply(news) }
  }
}

extension ArraySlice<SessionEvent> {
  /// Whether work that went on before these events was still going on when the next one came.
  fileprivate var isCutShort: Bool {
    for event in self {
      switch event {
      case .ticks: continue
      case .worked: return true
      case .key, .mouse, .resize: return false
      }
    }
    return false
  }
}

extension AppState {
  /// The same state on a screen with other abilities.
  public func shown(with capabilities: Capabilities) -> AppState {
    var state = self
    state.capabilities = capabilities
    state.theme = Theme(colors: capabilities.colors, scheme: theme.scheme)
    return state
  }
}
