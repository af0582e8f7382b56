import MixtureEngine

/// One stretch of a session that was made from one recipe.
///
/// Switching the model in place opens a new stage; stepping back beyond its start returns to the
/// stage before, exactly as it was left.
struct Stage: Sendable {
  /// The recipe of the run.
  var recipe: RunRecipe
  /// Where a starting rule or a user put the components, or `nil` where the stage goes on from
  /// another one.
  let start: GaussianMixture?
  /// Where its first state came from.
  let origin: Origin
  /// What tells it from all other stages.
  let identity = Identity()
  /// The run.
  var run: Run { didSet { follow() } }
  /// The objective at each iteration of the run, as it is shown: (iteration, L or J).
  private var trace = Path()
  /// Whether the run is stuck or slow.
  private var watch: RunWatch
  /// The way of each mean, through the stages before as far as they had as many components.
  private var ways: [Path]
  /// How many corners each way had before the run.
  private var inherited = 0
  /// How many half-steps led to the start of the run.
  private var halfStepsBefore = 0
  /// The points that neither E nor M sees, if there are any.
  private var heldOut: PointSet?
  /// What each iteration's θ is worth on them, per point: (iteration, L or J).
  private var heldOutTrace = Path()
  /// The latest model that was not k-means, in this stage or before.
  private(set) var softKind: ModelKind?

  /// The most components that can be told apart on a screen.
  static let mostComponents = 64

  /// A stage at the start of a run, with nothing before it.
  init(
    recipe: RunRecipe, start: GaussianMixture? = nil, from origin: Origin, run: Run,
    heldOut: PointSet? = nil
  ) {
    (self.recipe, self.start, self.origin, self.run) = (recipe, start, origin, run)
    self.heldOut = heldOut
    ways = Array(repeating: Path(), count: run.model.componentCount)
    watch = RunWatch(totalWeight: run.points.totalWeight)
    softKind = recipe.kind.id == ModelKind.kMeans.id ? nil : recipe.kind
    follow()
  }
}

// MARK: - The way to here

extension Stage {
  /// The model and its size, in the title; an algorithm that is not EM, a floor under the variances
  /// and labels that EM is told belong to it.
  var modelText: String {
    recipe.modelText + recipe.climbText
      + (recipe.standingFloor.map { " floor \($0.significant(3))" } ?? "")
      + (recipe.observed.map { " \($0.count) labels" } ?? "")
  }

  /// The recipe, with its first state given where rule and seed don't lead there.
  var explicitRecipe: RunRecipe {
    guard !origin.isInRecipe,
      let model = run.history[0].model as? any LatentLabelModel & Hashable
    else { return recipe }
    var recipe = recipe
    recipe.given = GivenStart(exactly: model, over: run.points, observed: run.observed)
    return recipe
  }

  /// Where its first state came from, in the title.
  var originText: String { origin.text(recipe) }

  /// Whether a step was taken in it; the E-step at a turn of the dial belongs to the turn.
  var hasSteps: Bool { run.history.count > (isDialTurn ? 2 : 1) }

  /// Whether it began with a turn of the dial.
  var isDialTurn: Bool { origin.isOfRun && recipe.kind.id == ModelKind.dial.id }

  /// How many half-steps led here, those of the stages before among them.
  ///
  /// Under EM two half-steps are a pass over the data; under another algorithm a step counts as many as
  /// its passes, so that runs are level when they have gone through the data equally often.
  var halfSteps: Int {
    halfStepsBefore + 2 * run.snapshot.passes + (run.snapshot.next == .maximization ? 1 : 0)
  }

  /// The objective at each iteration of the run up to here: (iteration, L or J).
  var pastTrace: Path { trace.prefix(run.cursor / 2 + 1) }

  /// What the held-out points are worth at each iteration up to here, per point: (iteration, L or J);
  /// `nil` where none are held out.
  var pastHeldOutTrace: Path? {
    heldOut == nil ? nil : heldOutTrace.prefix(run.cursor / 2 + 1)
  }

  /// How many gains in a row have grown, where a plateau lasts.
  var growingGains: Int? { watch.growingGains(at: run.snapshot.iteration) }

  /// Where other libraries would have stopped on the way to here.
  var otherStops: [OtherStop] {
    guard run.snapshot.logPrior == nil else { return [] }
    return watch.stops(upTo: run.snapshot.iteration, objective: run.snapshot.objective)
  }

  /// The places of each mean up to here, as far as there were equally many components.
  var trails: [Path] { ways.map { $0.prefix(inherited + run.cursor / 2 + 1) } }

  /// The same stage, entered from where another stands.
  func entered(from stage: Stage) -> Stage {
    var entered = self
    entered.halfStepsBefore = stage.halfSteps
    entered.softKind = softKind ?? stage.softKind
    entered.heldOut = stage.heldOut
    entered.followHeldOut()
    guard stage.ways.count == ways.count else { return entered }
    entered.ways = stage.trails
    entered.inherited = stage.inherited + stage.run.cursor / 2 + 1
    entered.trace = Path()
    entered.watch = RunWatch(totalWeight: run.points.totalWeight)
    entered.follow()
    return entered
  }

  /// Takes in the iterations that the run has gained; each ends at every second state.
  private mutating func follow() {
    while trace.points.count * 2 < run.history.count {
      let snapshot = run.history[trace.points.count * 2]
      trace.append(Point(x: Double(trace.points.count), y: snapshot.shownObjective))
      if snapshot.model.criterion == .logLikelihood, run.algorithm == .em {
        watch.add(snapshot.climbed)
      }
      for (k, shape) in snapshot.model.shapes.enumerated() { ways[k].append(shape.centre) }
    }
    followHeldOut()
  }

  /// Judges the iterations that the run has gained by the held-out points.
  private mutating func followHeldOut() {
    guard let heldOut else { return }
    while heldOutTrace.points.count * 2 < run.history.count {
      let iteration = heldOutTrace.points.count
      let model = run.history[iteration * 2].model
      let value = model.objectivePerPoint(over: heldOut)
      heldOutTrace.append(
        Point(x: Double(iteration), y: model.criterion == .distortion ? -value : value))
    }
  }
}

extension Stage {
  /// A stage at the start of a run.
  ///
  /// - Parameters:
  ///   - origin: Where a start came from that is given.
  ///   - points: The points of the run.
  ///   - heldOut: Points that it is judged by and doesn't see.
  init(
    _ recipe: RunRecipe, from origin: Origin = .recipe, over points: PointSet,
    heldOut: PointSet? = nil
  ) throws(StartError) {
    let most = min(points.count, Stage.mostComponents)
    let count = recipe.givenStart?.componentCount ?? recipe.components
    guard (1...max(1, most)).contains(count), most > 0 else {
      throw .components(count, most: most)
    }
    var recipe = recipe
    recipe.components = count
    do throws(Collapse) {
      let isUnexplained = recipe.givenStart != nil && origin.isInRecipe
      let (start, run) = try recipe.started(over: points)
      self.init(
        recipe: recipe, start: start, from: isUnexplained ? .file : origin, run: run,
        heldOut: heldOut)
    } catch {
      throw .collapsed(component: error.component)
    }
  }
}

/// Why a run can't begin.
public enum StartError: Error, Hashable, Sendable, CustomStringConvertible {
  /// K is not between 1 and what the data allows.
  case components(Int, most: Int)
  /// The start leaves a component with nothing to stand on.
  case collapsed(component: Int)

  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .components(0, let most):
      "One component has to stay: choose a number from 1 to \(most)."
    case .components(let k, let most):
      "\(k) components don't fit: choose a number from 1 to \(most)."
    case .collapsed(let component):
      "The start leaves component \(component + 1) without points: choose another start."
    }
  }
}
