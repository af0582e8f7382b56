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
  var lesson: Lesson?
  /// The chain of lessons that was given, if any.
  var chain: LessonChain?
  /// The screen's size at the opening.
  var size: Size
  /// What happened, but for the ticks since.
  private var settled = History<SessionEvent>()
  /// How many ticks there were since anything else happened.
  private var ticks = 0
  /// The keys that lead here.
  private(set) var way = KeyWay()

  /// What happened.
  var events: [SessionEvent] { settled + (ticks > 0 ? [.ticks(ticks)] : []) }

  /// A recording at the opening.
  init(data: DataSet, recipe: RunRecipe, size: Size) {
    self.data = data
    self.recipe = recipe
    self.size = size
  }

  /// Writes an event down.
  ///
  /// - Parameters:
  ///   - pace: Whether the run goes on by itself; a key stops one on its way to the end.
  ///   - isBare: Whether nothing lies over the picture.
  ///   - isTaught: Whether a lesson has the keys that step.
  ///   - workDone: How far background work had come, where some goes on; asked only at events that
  ///     say so.
  mutating func record(
    _ event: Event, pace: Pace, isBare: Bool, isTaught: Bool, workDone: () -> [Int]?
  ) {
    if isTaught, pace == .running { way.block("a run went by itself in a lesson") }
    switch event {
    case .key(let key):
      // Without a word of how far the run came by itself, it came to its end.
      settle(.key(key), workDone(), isAboutTicks: pace == .toEnd)
      if pace == .toEnd { way.block("a run was stopped on its way to the end") }
      way.press(key, isBare: isBare, at: pace)
    case .mouse(let mouse):
      settle(.mouse(mouse), workDone())
      way.block("the mouse was used")
    case .resize(let size): settle(.resize(size), workDone())
    case .tick:
      ticks += 1
      if pace == .running { way.iterate() }
    case .redraw, .wake, .trouble, .end: return
    }
  }

  /// Writes down that something is taken back, or done again.
  mutating func takeBack() { way.takeBack() }

  /// How much of what happened is kept once for this recording and another.
  func sharedChunkCount(with other: Recording) -> Int {
    settled.sharedChunkCount(with: other.settled)
  }

  private mutating func settle(
    _ event: SessionEvent, _ done: [Int]?, isAboutTicks: Bool = false
  ) {
    if ticks > 0 || isAboutTicks { settled.append(.ticks(ticks)) }
    ticks = 0
    if let done {
      settled.append(.worked(done.ranges))
      way.block("a key came while a view was working in the background")
    }
    settled.append(event)
  }
}

extension AppState {
  /// The session so far.
  public var record: SessionRecord {
    let (data, table) = (recording.data, recording.data.table)
    func column(_ position: Int?, or name: String?) -> String? {
      position.flatMap { table?.designation(of: $0) } ?? name
    }
    var record = SessionRecord(
      dataName: data.source,
      columns: (
        column(table?.taken.x, or: data.xName) ?? data.xName,
        data.points.dimension == 1
          ? nil : column(table?.taken.y, or: data.yName) ?? data.yName
      ),
      labelColumn: column(table?.taken.label, or: data.labels?.column),
      weightColumn: column(table?.taken.weight, or: data.weightColumn),
      reading: table?.options ?? [], pointCount: data.wholeCount, holdOut: data.heldOut?.share,
      recipe: recording.recipe, lesson: recording.chain?.name ?? recording.lesson?.name,
      lessonText: recording.chain.map { $0.texts?.chain } ?? recording.lesson?.text,
      lessonParts: recording.chain?.texts?.lessons, size: recording.size,
      events: recording.events, keys: recording.way.leading, obstacle: recording.way.obstacle,
      dependsOnSize: session.isPlacedByHand, outcome: outcome)
    record.lessonFolder = recording.chain?.folder ?? recording.lesson?.folder
    return record
  }

  /// Where the run on screen stands.
  public var outcome: SessionRecord.Outcome {
    SessionRecord.Outcome(
      model: recipe.kind.name, iteration: run.snapshot.iteration,
      objective: run.snapshot.objective, centres: run.model.shapes.map(\.centre))
  }
}
