/// A climb on one data set, by EM unless another algorithm is asked for: a history of states and a
/// cursor into it.
///
/// This is EM, once, for every ``LatentLabelModel``. Under another ``Climber`` the second half of an
/// iteration is the whole rest of its step, whatever that takes. Stepping forward appends a state or moves
/// the cursor to one that is already there; stepping back moves the cursor. The posterior is
/// derived again from the parameters where the cursor stands.
public struct Run: Sendable {
  /// The data.
  public let points: PointSet
  /// Labels that are known.
  package let observed: ObservedLabels?
  /// When the run is over.
  package let stopping: StoppingRule
  /// When an M-step counts as a collapse.
  package let safeguard: Safeguard
  /// By which algorithm θ climbs: EM where the model leaves no choice.
  public let algorithm: Climber
  /// What the algorithm remembers where the history ends.
  private var climb: any Climb
  /// How many iterations the starting rule took before the start, such as those of its short runs; none
  /// are in the history.
  public internal(set) var startIterations = 0
  /// All states so far, the start first.
  public private(set) var history: History<Snapshot>
  /// Which of them is the present one.
  public private(set) var cursor = 0
  /// The E-steps at the present state, or `nil` where the run rests.
  private var tables: Tables?

  /// What is derived from a state's parameters, and is as large as the data.
  private struct Tables {
    var evaluation: Expectation
    var posterior: Expectation?
  }

  /// A run at its start, before the first E-step.
  package init(
    of model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil,
    stopping: StoppingRule = StoppingRule(), safeguard: Safeguard? = nil,
    algorithm: Climber = .em
  ) {
    self.algorithm = algorithm.suits(type(of: model)) ? algorithm : .em
    climb = self.algorithm.begin()
    self.points = points
    self.observed = observed
    self.stopping = stopping
    self.safeguard = safeguard ?? Safeguard(for: points)
    let evaluation = model.expectation(over: points, observed: observed)
    tables = Tables(evaluation: evaluation, posterior: nil)
    history = [
      Snapshot(
        iteration: 0, passes: 0, model: model, posteriorModel: nil, next: .expectation,
        objective: evaluation.objective, bound: nil, status: .running,
        logPrior: self.safeguard.logPrior(of: model))
    ]
  }

  /// A run of a recipe at its start, before the first E-step.
  ///
  /// - Throws: ``InvalidInput`` for what cannot be asked, and ``Collapse`` when the start leaves a
  ///   component with nothing to stand on.
  public init(_ recipe: RunRecipe, over points: PointSet) throws {
    try recipe.admit(over: points)
    self = try recipe.run(over: points)
  }

  /// A run that begins at a given θ, before the first E-step.
  ///
  /// - Throws: ``InvalidInput`` for what cannot be asked.
  public init(
    validating model: any LatentLabelModel, over points: PointSet,
    observed: ObservedLabels? = nil, stopping: StoppingRule = StoppingRule(),
    varianceFloor: Double? = nil
  ) throws(InvalidInput) {
    try points.admit(
      components: model.componentCount, observed: observed, stopping: stopping,
      varianceFloor: varianceFloor)
    self.init(
      of: model, over: points, observed: observed, stopping: stopping,
      safeguard: Safeguard(for: points, varianceFloor: varianceFloor))
  }

  /// The present state.
  public var snapshot: Snapshot { history[cursor] }

  /// The present θ.
  public var model: any LatentLabelModel { snapshot.model }

  /// The states from the start to the present one.
  package var past: History<Snapshot>.SubSequence { history[...cursor] }

  /// The E-step of the lecture: q becomes the posterior at θ, and the bound touches L.
  private mutating func expect() {
    let (present, q) = (snapshot, evaluation)
    tables = Tables(evaluation: q, posterior: q)
    append(
      Snapshot(
        iteration: present.iteration, passes: present.passes, model: present.model,
        posteriorModel: present.model,
        next: .maximization, objective: present.objective, bound: present.objective,
        status: present.status, logPrior: present.logPrior))
  }

  /// The M-step: θ becomes the maximiser of the bound, with log p(θ) where there is a prior, or what the
  /// algorithm makes of it; L follows, and opens the gap again.
  private mutating func maximize() {
    guard let q = posterior else { preconditionFailure("an M-step follows an E-step") }
    let present = snapshot
    do throws(Collapse) {
      var ground = ClimbingGround(points: points, observed: observed, safeguard: safeguard)
      let place = try climb.step(
        from: ClimbingPlace(model: present.model, expectation: q), on: &ground)
      let bound = place.model.expectedLogJoint(over: points, under: q) + q.entropy
      let iteration = present.iteration + 1
      let logPrior = safeguard.logPrior(of: place.model)
      append(
        Snapshot(
          iteration: iteration, passes: present.passes + ground.passes, model: place.model,
          posteriorModel: present.model, next: .expectation, objective: place.objective,
          bound: bound > -.infinity ? bound : nil,
          status: isSettled(at: place, logPrior, from: present.climbed, on: ground)
            ? .converged : iteration >= stopping.iterationLimit ? .iterationLimit : .running,
          logPrior: logPrior))
      tables = Tables(evaluation: place.expectation, posterior: q)
    } catch {
      var collapsed = present
      collapsed.status = .collapsed(error)
      history.replaceLast(with: collapsed)
    }
  }

  /// Whether the run is over at a place.
  ///
  /// Under an algorithm that rests where EM does, EM's own M-step from there must not promise more
  /// than the tolerance either; where nothing moves any more the run is over all the same.
  ///
  /// - Parameters:
  ///   - place: Where the run is.
  ///   - logPrior: log p(θ) there, where there is a prior.
  ///   - objective: What the run climbs, before the latest step.
  ///   - ground: The data.
  private func isSettled(
    at place: ClimbingPlace<any LatentLabelModel>, _ logPrior: Double?, from objective: Double,
    on ground: ClimbingGround
  ) -> Bool {
    let criterion = place.model.criterion
    guard
      stopping.isSatisfied(
        from: objective, to: place.objective + (logPrior ?? 0), totalWeight: points.totalWeight,
        criterion: criterion, mayFall: algorithm.mayFall || safeguard.varianceFloor != nil)
    else { return false }
    guard algorithm.restsWithEM, place.objective != objective else { return true }
    let maximum = try? place.model.maximization(
      over: points, from: place.expectation, safeguard: safeguard)
    guard let maximum else { return false }
    let promise =
      maximum.expectedLogJoint(over: points, under: place.expectation)
      + place.expectation.entropy - place.objective
    return promise
      <= stopping.leastGain(
        at: place.objective, totalWeight: points.totalWeight, criterion: criterion)
  }

  private mutating func append(_ snapshot: Snapshot) {
    history.append(snapshot)
    cursor += 1
  }

  /// Takes the next half-step.
  ///
  /// - Returns: Whether the state changed; a collapsed run stays where it is.
  @discardableResult
  public mutating func halfStep() -> Bool {
    if cursor + 1 < history.count {
      move(to: cursor + 1)
      return true
    }
    if case .collapsed = snapshot.status { return false }
    wake()
    let before = cursor
    switch snapshot.next {
    case .expectation: expect()
    case .maximization: maximize()
    }
    return cursor > before
  }

  /// Goes on to the end of the iteration: E and M, or M alone after an E-step.
  ///
  /// - Returns: Whether the state changed.
  @discardableResult
  public mutating func iterate() -> Bool {
    guard halfStep() else { return false }
    return snapshot.next == .expectation || halfStep()
  }

  /// Moves the cursor to a state of the history; q and L are derived again from its parameters.
  ///
  /// - Precondition: `index` is in the history.
  public mutating func move(to index: Int) {
    precondition(history.indices.contains(index), "no such state in the history")
    guard index != cursor else { return }
    cursor = index
    tables = derivedTables
  }

  /// Steps back by one half-step, if there is one.
  @discardableResult
  public mutating func halfStepBack() -> Bool {
    guard cursor > 0 else { return false }
    move(to: cursor - 1)
    return true
  }

  /// Steps back to the end of the previous iteration, or to the start.
  @discardableResult
  public mutating func iterateBack() -> Bool {
    guard cursor > 0 else { return false }
    let target = history[..<cursor].lastIndex { $0.next == .expectation } ?? 0
    move(to: target)
    return true
  }

  /// Goes back to the start.
  public mutating func rewind() { move(to: 0) }

  /// Iterates until the run is over or `limit` more iterations are done.
  ///
  /// - Returns: The status where it stopped.
  @discardableResult
  public mutating func run(limit: Int = .max) -> Status {
    var done = 0
    while done < limit, snapshot.status == .running, iterate() { done += 1 }
    return snapshot.status
  }
}

// MARK: - What is derived

extension Run {
  /// The E-step at the present θ: its posterior is p(z | x, θ), its objective L(θ).
  package var evaluation: Expectation { (tables ?? derivedTables).evaluation }

  /// The present q, or `nil` before the first E-step.
  package var posterior: Expectation? { (tables ?? derivedTables).posterior }

  /// Gives up what can be derived from the parameters again, so that the run takes no more memory
  /// than its history; it stays the same run.
  package mutating func rest() { tables = nil }

  /// Whether nothing is kept that can be derived again.
  package var isResting: Bool { tables == nil }

  /// Derives what ``rest()`` gave up, once rather than at each use.
  package mutating func wake() {
    if tables == nil { tables = derivedTables }
  }

  private var derivedTables: Tables {
    let evaluation = snapshot.model.expectation(over: points, observed: observed)
    return Tables(
      evaluation: evaluation,
      posterior: snapshot.next == .maximization
        ? evaluation : snapshot.posteriorModel?.expectation(over: points, observed: observed))
  }
}

extension Run {
  /// The present q of one point, or `nil` before the first E-step.
  ///
  /// After an M-step it is the posterior at the parameters before, as the bound has it.
  ///
  /// - Parameter n: The point, counted from 0.
  public func responsibilities(of n: Int) -> [Double]? {
    snapshot.posteriorModel?.responsibilities(for: points[n], known: observed?[n])
  }

  /// Whether the objectives of two runs measure the same thing, so that they may be compared.
  ///
  /// They do not where one is L and the other J, where points, weights or known labels differ, and
  /// where one model is of y given x and the other of x and y.
  package func isComparable(with other: Run) -> Bool {
    model.criterion == other.model.criterion
      && model.densityVariables == other.model.densityVariables
      && points == other.points && observed == other.observed
  }
}
