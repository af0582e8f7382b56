import MixtureEngine

/// The data and the run over them: what is explored, apart from how it is shown.
///
/// Its methods do what they say, or throw the sentence that says why not and leave everything as
/// it was.
struct Session: Sendable {
  /// The data, its lengths measured as the run on screen has them.
  private(set) var data: DataSet {
    get { store.measured(for: recipe) }
    set {
      store = newValue.asTheyCame
      dataIdentity = Identity()
    }
  }
  /// The data as they came.
  private var store: DataSet
  /// What tells the data from all others.
  private(set) var dataIdentity = Identity()
  /// The run that the keys act on, with the stages before it.
  private(set) var course: Course
  /// The other run of a race, once there was one.
  private(set) var race: Race?
  /// Whether both runs are stepped at once.
  private(set) var isRacing = false
  /// Whether the run goes on by itself.
  private(set) var pace = Pace.paused
  /// How fast.
  private(set) var speed = Speed()

  /// A session at the start of a run.
  ///
  /// - Parameter origin: Where a start came from that has a name or is given.
  init(_ recipe: RunRecipe, from origin: Origin = .recipe, over data: DataSet) throws(StartError) {
    store = data.asTheyCame
    course = Course(
      try Stage(
        recipe, from: origin.named(as: recipe, in: data), over: data.points,
        heldOut: data.heldOut?.points))
  }

  /// The run on screen.
  var run: Run { course.last.run }

  /// Its recipe.
  var recipe: RunRecipe { course.last.recipe }

  /// How long to wait before the next tick; `nil` when nothing goes on by itself.
  var tickInterval: Duration? {
    switch pace {
    case .paused: nil
    case .running: speed.interval
    case .toEnd: .zero
    }
  }
}

// MARK: - Beginning

extension Session {
  /// Begins a run over the present data.
  ///
  /// - Parameter origin: Where a start came from that is given.
  mutating func begin(_ recipe: RunRecipe, from origin: Origin = .recipe) throws(Notice) {
    pace = .paused
    course = Course(try stage(recipe, from: origin, over: data))
    race?.rival.rewind()
  }

  /// Begins anew after a change of the present recipe.
  ///
  /// What belongs to single components is dropped where there are no longer as many.
  ///
  /// - Parameter origin: Where the start comes from that the change gives; unless given, a start
  ///   that was given before stays where it came from.
  mutating func restart(
    from origin: Origin? = nil, _ change: (inout RunRecipe) -> Void
  ) throws(Notice) {
    var recipe = recipe
    change(&recipe)
    recipe.setComponents(recipe.components)
    try begin(
      recipe, from: origin ?? (recipe.givenStart == nil ? .recipe : course.first.origin))
  }

  /// Begins from another seed, in the place of any start that was given.
  mutating func reseed(by step: Int) throws(Notice) {
    guard step >= 0 || recipe.seed >= UInt64(-step) else {
      throw .idle("Seed 0 is the first: x is the next.")
    }
    try restart {
      $0.seed &+= UInt64(bitPattern: Int64(step))
      $0.givenStart = nil
    }
  }

  /// Begins from a rule, in the place of any start that was given.
  mutating func begin(from rule: StartingRule) throws(Notice) {
    try restart {
      $0.rule = rule
      $0.givenStart = nil
    }
  }

  /// Begins with other covariances or weights of a start that is means alone, as one by hand is.
  mutating func begin(spread change: (inout RunRecipe) -> Void) throws(Notice) {
    var changed = recipe
    change(&changed)
    guard changed != recipe else { throw .idle("The start is like that already.") }
    for (setting, isMeant) in [
      (ModelSetting.startCovariance, changed.startCovariance != recipe.startCovariance),
      (.startWeights, changed.startWeights != recipe.startWeights),
    ] where isMeant {
      if let refusal = recipe.kind.refusal(of: setting) { throw .refusal(refusal.asSentence) }
    }
    if let start = recipe.givenStart, course.first.origin == .hand {
      changed.givenStart = .start(
        means: start.components.map(\.mean), over: data.points,
        covariance: changed.startCovariance, weights: changed.startWeights)
      return try begin(changed, from: .hand)
    }
    guard recipe.givenStart == nil, recipe.rule.beginsFromMeans else {
      let owner = recipe.givenStart == nil ? recipe.rule.name : "This start"
      throw .refusal("\(owner) has covariances and weights of its own: i chooses a rule.")
    }
    try restart(from: .recipe, change)
  }

  /// Begins from a start that has a name, with the model that it is meant for.
  mutating func begin(_ start: NamedStart) throws(Notice) {
    try restart(from: .named(start.name)) {
      $0.kind = start.recipe.kind
      $0.structure = start.recipe.structure
      $0.components = start.components
      $0.rule = start.rule
      $0.seed = start.seed
      $0.givenStart = nil
    }
  }

  /// Begins with a tenth of the known labels told, then with all of them, then with none.
  ///
  /// - Returns: A sentence that says so.
  mutating func observeNextShare() throws(Notice) -> String {
    guard let labels = data.labels else {
      throw .refusal("No labels are known here; a, p and a number tell EM the label of a point.")
    }
    guard labels.names.count <= recipe.components else {
      throw .refusal("There are \(labels.names.count) labels: choose as many components with +.")
    }
    let share = recipe.observedShare == 0 ? 0.1 : recipe.observedShare < 1 ? 1 : 0
    try restart { $0.observe(share, of: labels) }
    let told = recipe.observed?.count ?? 0
    return told == 0
      ? "EM is told no labels now"
      : "EM is told \(told) of \(data.points.count) labels z"
  }

  /// Begins with a fifth of the points held out from E and M, or with none.
  ///
  /// - Returns: A sentence that says so.
  mutating func toggleHoldOut() throws(Notice) -> String {
    var recipe = recipe
    if recipe.observed != nil, recipe.observedShare == 0 {
      throw .refusal("Labels were told by hand, for these points alone: Y tells none.")
    }
    let next = try toggledHoldOut
    recipe.observe(recipe.observedShare, of: next.labels)
    let origin = course.first.origin
    let start = try stage(recipe, from: recipe.given == nil ? .recipe : origin, over: next)
    data = next
    (race, isRacing) = (nil, false)
    pace = .paused
    course = Course(start)
    return next.heldOut.map {
      "\($0.points.count) of \(next.wholeCount) points are held out: neither E nor M sees them"
    } ?? "no points are held out now"
  }

  /// How much of the data a key holds out.
  private static let heldOutShare = 0.2

  /// The data with a fifth of the points held out, or with none if some are.
  private var toggledHoldOut: DataSet {
    get throws(Notice) {
      guard data.heldOut == nil else { return data.whole }
      do throws(InvalidInput) {
        return try data.holdingOut(Self.heldOutShare)
      } catch {
        throw .refusal("A single point can't be held out: nothing would be left.")
      }
    }
  }

  /// Begins from what was placed by hand.
  mutating func begin(_ draft: Draft) throws(Notice) {
    var recipe = recipe
    recipe.components = draft.means.count
    recipe.givenStart = .start(
      means: draft.means, over: draft.data.points, covariance: recipe.startCovariance,
      weights: recipe.startWeights)
    if draft.observed != recipe.observed { recipe.observe(draft.observed) }
    let start = try stage(recipe, from: .hand, over: draft.data)
    if draft.hasOtherPoints {
      data = draft.data
      if !data.name.hasSuffix(Self.edited) { data.name += Self.edited }
      (race, isRacing) = (nil, false)
    }
    pace = .paused
    course = Course(start)
    race?.rival.rewind()
  }

  /// What the name of points ends in that were changed by hand.
  private static let edited = " (edited)"

  /// Begins over other data.
  mutating func open(_ data: DataSet) throws(Notice) {
    var recipe = recipe
    recipe.givenStart = nil
    recipe.varianceFloor = nil
    recipe.observe(nil)
    recipe.components = data.startingComponents
    if let usual = data.usualModel {
      recipe.kind = usual.kind
      recipe.given = usual.start
    } else if data.points.tosses != nil {
      recipe.kind = .coins
    } else if recipe.kind.refusal(over: data.points) != nil {
      recipe.kind = .gaussianMixture
    }
    if !recipe.kind.structures.isEmpty,
      !recipe.kind.structures(over: data.points).contains(recipe.structure)
    {
      recipe.structure = recipe.structure.isShared ? .tied : .full
    }
    let start = try stage(recipe, over: data)
    self.data = data
    course = Course(start)
    (race, isRacing) = (nil, false)
    pace = .paused
  }

  /// Goes on in another stage; stepping back returns to this one.
  mutating func enter(_ stage: Stage, replacingLast isReplacing: Bool = false) {
    course.enter(stage, replacingLast: isReplacing)
  }

  /// Puts the stage back that the one on screen has taken the place of.
  mutating func takeBackPassed() { course.takeBackPassed() }

  /// Goes back to the stage before, as it was left.
  mutating func leaveStage() { course.leave() }

  private func stage(
    _ recipe: RunRecipe, from origin: Origin = .recipe, over data: DataSet
  ) throws(Notice) -> Stage {
    do throws(StartError) {
      return try Stage(
        recipe, from: origin.named(as: recipe, in: data), over: data.asTheyCame.points,
        heldOut: data.heldOut?.points)
    } catch {
      throw .refusal(error.description)
    }
  }
}

// MARK: - Stepping

extension Session {
  /// What a step came to.
  enum Progress: Hashable, Sendable {
    /// The run goes on.
    case goesOn
    /// The run has come to its end with this step.
    case ended
    /// The run was at its end, and can't go on.
    case stuck
  }

  /// Takes a step of the run; a converged one goes on stepping if the user insists.
  mutating func step(_ move: (inout Run) -> Bool) -> Progress {
    pace = .paused
    if isRacing {
      stepBoth { _ = move(&$0) }
      return .goesOn
    }
    let wasOver = course.isOver
    let hasMoved = move(&course.last.run)
    return course.isOver && !wasOver ? .ended : hasMoved ? .goesOn : .stuck
  }

  /// One iteration back; in a race for whichever run has come farther, so that both keep step.
  mutating func stepBack() {
    pace = .paused
    guard isRacing, let rival = race?.rival else { return course.iterateBack() }
    let (mine, others) = (course.halfSteps, rival.halfSteps)
    if mine >= others { course.iterateBack() }
    if others >= mine { race?.rival.iterateBack() }
  }

  /// Back to the very start, before any switch of the model.
  mutating func rewind() {
    pace = .paused
    course.rewind()
    race?.rival.rewind()
  }

  /// Iterates from now on until the run is over, a batch at each tick.
  mutating func runToEnd() -> Progress {
    pace = .toEnd
    return tick()
  }

  /// Runs, or pauses.
  mutating func togglePlay() {
    pace = pace == .paused && !isOver ? .running : .paused
  }

  /// Waits for a key.
  mutating func pause() { pace = .paused }

  /// Goes on by itself, if it does.
  mutating func tick() -> Progress {
    switch pace {
    case .paused: return .goesOn
    case .running where isRacing: stepBoth { $0.iterate() }
    case .running: course.move { $0.iterate() }
    case .toEnd:
      let batch = batch
      course.move { $0.run(limit: batch) }
      if isRacing { race?.rival.move { $0.run(limit: batch) } }
    }
    guard isOver else { return .goesOn }
    pace = .paused
    return .ended
  }

  /// Shows other states of both runs of a race, or of the one there is.
  mutating func move(to cursors: [Int]) {
    pace = .paused
    if let cursor = cursors.first { course.move { $0.move(to: cursor) } }
    if cursors.count > 1 { race?.rival.move { $0.move(to: cursors[1]) } }
  }

  /// Shows another state of the run on screen, perhaps with more of its history.
  ///
  /// - Parameter run: The run on screen, at another state.
  mutating func show(_ run: Run) {
    pace = .paused
    course.last.run = run
  }

  /// The same session, ready to be shown and to go on at a speed.
  func restored(at speed: Speed) -> Session {
    var session = self
    session.speed = speed
    session.wake()
    return session
  }

  /// Changes how fast a run goes by itself.
  mutating func changeSpeed(_ change: (inout Speed) -> Void) { change(&speed) }

  /// Whether no run of a race has another to catch up with; one that is over waits.
  var isLevel: Bool {
    guard isRacing, let rival = race?.rival else { return true }
    let (mine, others) = (course.halfSteps, rival.halfSteps)
    return mine == others || (mine < others ? course : rival).isOver
  }

  /// How many half-steps led here, in both runs of a race.
  var halfSteps: Int { course.halfSteps + (race?.rival.halfSteps ?? 0) }

  /// Where the runs on screen stand: how many stages each has come through, and how far the last.
  var place: [Int] {
    let rival = isRacing ? race?.rival : nil
    return ([course] + [rival].compactMap { $0 }).flatMap { [$0.count, $0.last.run.cursor] }
  }

  /// Whether there is nothing before what is on screen.
  var isAtStart: Bool { place.enumerated().allSatisfy { $1 == ($0.isMultiple(of: 2) ? 1 : 0) } }

  /// Whether there is no run on screen that goes on.
  var isOver: Bool { course.isOver && (!isRacing || race?.rival.isOver ?? true) }

  /// Whether some run on screen can take a step; one that has collapsed can't.
  var canStep: Bool {
    (isRacing ? courses : [course]).contains {
      if case .collapsed = $0.last.run.snapshot.status { false } else { true }
    }
  }

  /// Iterations that take some ten milliseconds.
  private var batch: Int {
    max(1, 1_000_000 / max(1, data.points.count * recipe.components))
  }

  /// Takes a step of both runs; one that is over, or ahead, waits for the other.
  private mutating func stepBoth(_ move: (inout Run) -> Void) {
    guard let rival = race?.rival else { return }
    let bothAreOver = isOver
    let (mine, others) = (course.halfSteps, rival.halfSteps)
    let mineGoes = !course.isOver && (mine <= others || rival.isOver)
    let othersGo = !rival.isOver && (others <= mine || course.isOver)
    if bothAreOver || mineGoes { course.move(move) }
    if bothAreOver || othersGo { race?.rival.move(move) }
  }
}

// MARK: - What was there

extension Session {
  /// The stages of both runs in which a step was taken and that another session no longer has.
  func stages(missingFrom other: Session) -> [Stage] {
    let kept = other.courses.flatMap(\.stages).map(\.identity)
    return courses.reversed().flatMap(\.stages).filter {
      $0.hasSteps && !kept.contains($0.identity)
    }
  }

  /// Whether a run began, or the points stand, where somebody put them on the screen.
  var isPlacedByHand: Bool {
    data.name.hasSuffix(Self.edited)
      || courses.contains { $0.stages.contains { [.hand, .map].contains($0.origin) } }
  }

  /// The run on screen and the other one of a race, if there is one.
  private var courses: [Course] { [course] + (race.map { [$0.rival] } ?? []) }
}

// MARK: - Keeping a state

extension Session {
  /// Gives up what can be derived again from the parameters, in both runs of a race.
  mutating func rest() {
    course.rest()
    race?.rival.rest()
  }

  /// Derives again what is shown.
  mutating func wake() {
    course.wake()
    race?.rival.wake()
  }
}

// MARK: - The race

extension Session {
  /// Steps both runs from now on; the other run begins with another seed unless there is one.
  ///
  /// The run on screen stays where it is: whichever run is behind goes first.
  mutating func enterRace() throws(Notice) {
    if race == nil { try meet(.seed) }
    isRacing = true
  }

  /// Steps the run on screen alone from now on.
  mutating func leaveRace() { isRacing = false }

  /// Begins another run to race against, from both starts.
  mutating func begin(against rival: Rival) throws(Notice) {
    try meet(rival)
    rewind()
  }

  private mutating func meet(_ rival: Rival) throws(Notice) {
    let recipe = rival.recipe(against: course.first.recipe)
    let start = try stage(
      recipe, from: recipe.givenStart == nil ? .recipe : course.first.origin, over: data)
    race = Race(
      Course(start), against: course, over: data.points, isRivalLeft: race?.isRivalLeft ?? false)
  }

  /// Lets the keys act on the other run.
  mutating func changeSides() {
    guard var race else { return }
    swap(&course, &race.rival)
    race.isRivalLeft.toggle()
    self.race = race
  }
}
