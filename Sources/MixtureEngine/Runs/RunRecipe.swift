/// The recipe of a run, besides the data: model, start, and when it is over.
///
/// A single run, one of many restarts, a cell of a basin map and a fit are made from the same recipe
/// by the same calls, so equal recipes give equal runs everywhere.
public struct RunRecipe: Hashable, Sendable {
  /// The kind of model.
  public var kind: ModelKind
  /// The structure of the covariances, where the kind has one.
  public var structure: CovarianceStructure
  /// The number of components K.
  public var components: Int
  /// How the start is chosen.
  public var rule: StartingRule
  /// The seed of the start.
  public var seed: UInt64
  /// What the covariances of the start are, where the rule chooses means alone.
  public var startCovariance = StartCovariance.data
  /// What the weights of the start are, where the rule chooses means alone.
  public var startWeights = StartWeights.equal
  /// The short runs of the rule that makes some.
  public var shortRuns = ShortRuns()
  /// A start that was given and takes the place of rule and seed; it may be the very θ of a model.
  public var given: GivenStart?
  /// The Gaussians of a start that was given.
  ///
  /// Setting them gives Gaussians and no more, of which each kind makes its first θ.
  public var givenStart: GaussianMixture? {
    get { given?.gaussians }
    set { given = newValue.map { GivenStart($0) } }
  }
  /// The labels that EM is told; the others stay hidden.
  public private(set) var observed: ObservedLabels?
  /// Which share of the data's known labels ``observed`` is; 0 for none, or for others.
  package private(set) var observedShare = 0.0
  /// Whether lengths are measured in standard deviations, as between z-scores.
  public var isStandardized = false
  /// When a run is over.
  public var stopping: StoppingRule
  /// The least variance along any direction, in squared units of the data, or of z-scores where lengths
  /// are theirs; `nil` for none.
  public var varianceFloor: Double?
  /// The prior of the means and covariances of a Gaussian mixture; other models have none.
  public var prior = PriorChoice.none
  /// By which algorithm θ climbs; models that leave no choice climb by EM.
  public var algorithm: Climber = .em

  /// A recipe; the defaults are EM with full covariances from random points.
  public init(
    kind: ModelKind = .gaussianMixture, structure: CovarianceStructure = .full,
    components: Int = 2, rule: StartingRule = .randomPoints, seed: UInt64 = 1,
    givenStart: GaussianMixture? = nil, observed: ObservedLabels? = nil,
    stopping: StoppingRule = StoppingRule(), varianceFloor: Double? = nil
  ) {
    self.kind = kind
    self.structure = structure
    self.components = components
    self.rule = rule
    self.seed = seed
    given = givenStart.map { GivenStart($0) }
    self.observed = observed
    self.stopping = stopping
    self.varianceFloor = varianceFloor
  }

  /// The start over some points: the given one, or what rule and seed choose.
  ///
  /// - Precondition: Without a given start, 1 ≤ K ≤ N and K ≤ 255.
  package func start(over points: PointSet) -> GaussianMixture { chosen(over: points).gaussians }

  /// The start, and what its rule has spent on it.
  private func chosen(over points: PointSet) -> ChosenStart {
    let points = points.measured(for: self)
    var start =
      givenStart.map { ChosenStart(gaussians: $0) } ?? rule.start(for: self, over: points)
    start.gaussians = start.gaussians.with(structure: structure)
    return start
  }

  /// The first θ: a given one, or one that the rule has come to, as it is where kind and structure can
  /// have it, or what the kind makes of the start.
  ///
  /// - Throws: ``Collapse`` when the start leaves a component with nothing to stand on.
  private func firstModel(
    over points: PointSet, from start: ChosenStart
  ) throws(Collapse) -> any LatentLabelModel {
    let points = points.measured(for: self)
    if let model = given?.model ?? start.model,
      let taken = kind.taking(model, structure: structure, over: points)
    {
      return taken
    }
    return try kind.model(from: start.gaussians, over: points, observed: observed)
  }

  /// A run at its start.
  ///
  /// - Throws: ``Collapse`` when the start leaves a component with nothing to stand on.
  package func run(over points: PointSet) throws(Collapse) -> Run { try started(over: points).run }

  /// A run at its start, and the Gaussians that it started from, chosen once.
  ///
  /// - Parameter points: The data.
  /// - Throws: ``Collapse`` when the start leaves a component with nothing to stand on.
  package func started(
    over points: PointSet
  ) throws(Collapse) -> (start: GaussianMixture, run: Run) {
    let start = chosen(over: points)
    var run = run(of: try firstModel(over: points, from: start), points)
    run.startIterations = start.iterations
    return (start.gaussians, run)
  }

  /// A run that goes on from where another model is, under this recipe.
  ///
  /// - Throws: ``Collapse`` when a component has nothing to stand on.
  package func run(
    continuing model: any LatentLabelModel, over points: PointSet
  ) throws(Collapse) -> Run {
    let points = points.measured(for: self)
    return run(
      of: try kind.model(
        continuing: model, structure: structure, over: points, observed: observed), points)
  }

  /// A run from a model that is there already.
  package func run(of model: any LatentLabelModel, _ points: PointSet) -> Run {
    let points = points.measured(for: self)
    return Run(
      of: model, over: points, observed: observed, stopping: stopping,
      safeguard: safeguard(for: points), algorithm: algorithm)
  }

  /// Where the run ends; the way there is not kept.
  ///
  /// - Returns: `nil` when the task that it runs in is cancelled first.
  package func outcome(over points: PointSet) -> Outcome? {
    beginning(over: points).beginning.outcome(under: RunTerms(of: self, over: points))
  }

  /// What the run begins with, and how many iterations its rule has spent on that.
  func beginning(
    over points: PointSet
  ) -> (beginning: RunBeginning, startIterations: Int) {
    let start = chosen(over: points)
    do throws(Collapse) {
      return (.model(try firstModel(over: points, from: start)), start.iterations)
    } catch {
      return (
        .collapsed(Outcome(collapsedAtStart: start.gaussians, error, over: points)),
        start.iterations
      )
    }
  }

  /// When an M-step of this recipe counts as a collapse.
  func safeguard(for points: PointSet) -> Safeguard {
    let points = points.measured(for: self)
    return Safeguard(
      for: points, varianceFloor: standingFloor,
      prior: standingPrior.prior(for: points, components: components))
  }
}

extension RunRecipe {
  /// Tells EM a share of the labels that the data knows; the label ℓ is the component ℓ.
  ///
  /// Labels of components that there are not stay hidden.
  ///
  /// - Precondition: `share` lies between 0 and 1.
  package mutating func observe(_ share: Double, of labels: KnownLabels?) {
    observedShare = share
    observed = nil
    guard share > 0, let labels else { return }
    observed = ObservedLabels(
      ObservedLabels.observing(share, of: labels.ofPoints).map { label in
        label.flatMap { $0 < min(components, 255) ? UInt8($0) : nil }
      })
  }

  /// Tells EM these labels, or none.
  package mutating func observe(_ labels: ObservedLabels?) {
    observedShare = 0
    observed = labels
  }

  /// Brings what belongs to single components to another K: labels and a given start of components
  /// that there are no more are dropped.
  package mutating func setComponents(_ count: Int) {
    components = count
    if given?.componentCount != count { given = nil }
    guard let observed else { return }
    let labels = observed.labels.map { label in label.flatMap { $0 < count ? $0 : nil } }
    self.observed = labels.contains { $0 != nil } ? ObservedLabels(labels) : nil
  }
}

extension RunRecipe {
  /// The recipe with lengths measured in standard deviations, or in the units of the data.
  ///
  /// σ² of the dial stays what it is beside the variance at which means merge, and a floor beside the one
  /// that is suggested: their numbers are in the units of the lengths.
  ///
  /// - Parameters:
  ///   - isStandardized: Whether lengths are those of z-scores.
  ///   - points: The data.
  package func measured(byScores isStandardized: Bool, over points: PointSet) -> RunRecipe {
    guard isStandardized != self.isStandardized else { return self }
    var recipe = self
    recipe.isStandardized = isStandardized
    let (old, new) = (points.measured(for: self), points.measured(for: recipe))
    // A given start of the dial has a σ² of its own.
    let given = kind == .dial ? given?.model.flatMap { Dial.variance(of: $0) } : nil
    if let variance = structure.fixedVariance ?? given {
      let ratio = Dial.mergingVariance(of: new) / Dial.mergingVariance(of: old)
      recipe.structure = CovarianceStructure.fixedSpherical(variance: variance * ratio)
    }
    recipe.varianceFloor = varianceFloor.map {
      $0 * (new.suggestedVarianceFloor / old.suggestedVarianceFloor)
    }
    return recipe
  }
}

extension RunRecipe {
  /// The algorithm that its runs climb by: EM where the kind of model leaves no choice.
  public var climber: Climber { kind.takes(algorithm) ? algorithm : .em }

  /// Whether its components are round.
  package var isRound: Bool {
    structure.goesByLength && (!kind.structures.isEmpty || kind == .dial)
  }

  /// Whether its runs depend on how lengths are measured, wherever they begin.
  package var goesByLength: Bool {
    kind == .kMeans || isRound || standingFloor != nil || standingPrior != .none
  }

  /// Whether lengths of its runs are those of z-scores: never where the model goes by none.
  package var goesByScores: Bool { isStandardized && kind.has(.lengths) }

  /// The floor under the variances of its runs: none where the model has no variances of its own.
  package var standingFloor: Double? { kind.has(.varianceFloor) ? varianceFloor : nil }

  /// The prior that its runs have: none where model or algorithm has no place for one.
  package var standingPrior: PriorChoice { refusalOfPrior == nil ? prior : .none }

  /// A sentence that says why its runs can't have the prior that is asked for, `nil` where they can.
  package var refusalOfPrior: String? {
    guard prior != .none else { return nil }
    if kind != .gaussianMixture || structure.holdsWeights {
      return "a prior is for a mixture of Gaussians, the model em; \(kind.name) has none."
    }
    return climber == .em
      ? nil : "a prior is for EM; \(climber.title) climbs L without one."
  }

  /// The name of the covariances' structure, `nil` where the kind has none.
  package var structureName: String? { kind.structures.isEmpty ? nil : structure.name }

  /// The model in words: its kind and its structure, such as `EM full`.
  package var modelName: String { kind.title + (structureName.map { " \($0)" } ?? "") }

  /// By which algorithm runs climb, in words; nothing where that is EM.
  package var climbText: String { climber == .em ? "" : " by \(climber.title)" }

  /// The model and its size in words, such as `EM full K=3`, that it is the MAP estimate under a
  /// prior, and that lengths are standardised.
  package var modelText: String {
    "\(modelName) K=\(components)" + (standingPrior == .none ? "" : " MAP")
      + (goesByScores ? " standardised" : "")
  }
}

extension RunRecipe {
  /// How the start is chosen, in words: the rule and, where they are not the usual ones, its Σ₀, its π₀
  /// and its short runs.
  package var startText: String {
    var words = [rule.name]
    if rule.beginsFromMeans { words += spreadWords }
    if rule == .smallEM, shortRuns != ShortRuns() {
      words.append("\(shortRuns.count)×\(shortRuns.iterations)")
    }
    return words.joined(separator: " ")
  }

  /// Σ₀ and π₀ in words, as far as they are not the usual ones.
  package var spreadWords: [String] {
    (startCovariance == .data ? [] : ["Σ₀ \(startCovariance.name)"])
      + (startWeights == .equal ? [] : ["π₀ \(startWeights.name)"])
  }
}
