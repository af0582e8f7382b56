import MixtureEngine

/// Going on from here in another model or with other means: a new stage, from which stepping back
/// returns to this one.
extension Session {
  /// Toggles between EM and the hard limit, in place: the run goes on from the same means.
  mutating func toggleKMeans() throws(Notice) {
    if isUntouched, let passed = course.passed.last,
      (passed.run.model.criterion == .distortion) != (run.model.criterion == .distortion)
    {
      pause()
      return takeBackPassed()
    }
    try enter(recipe.with(kind: run.model.criterion == .distortion ? lastSoftKind : .kMeans))
  }

  /// Goes on from here with another model; at the very start, starts with it.
  mutating func change(to kind: ModelKind) throws(Notice) {
    guard kind != self.recipe.kind else {
      throw .news("\(kind.title) is the model on screen already")
    }
    if let refusal = kind.refusal(over: data.points) {
      throw .refusal(refusal.asSentence)
    }
    let recipe = recipe.with(kind: kind)
    if course.count == 1, run.cursor == 0 {
      try restart { $0 = recipe }
    } else {
      try enter(recipe)
    }
  }

  /// The next structure of the covariances, in place.
  mutating func nextStructure() throws(Notice) {
    let structures = recipe.kind.structures(over: data.points)
    guard let index = structures.firstIndex(of: recipe.structure) else {
      throw .refusal(
        recipe.kind.refusal(of: .covariance)?.asSentence
          ?? "\(recipe.kind.title) has no other covariance structure.")
    }
    guard structures.count > 1 else {
      throw .idle("\(recipe.kind.title) has no other covariance structure.")
    }
    try change(to: structures[(index + 1) % structures.count])
  }

  /// Goes on from here with another structure of the covariances.
  mutating func change(to structure: CovarianceStructure) throws(Notice) {
    var recipe = recipe
    guard structure != recipe.structure else {
      throw .idle("The covariances are \(structure.name) already.")
    }
    recipe.structure = structure
    try enter(recipe)
  }

  /// Measures lengths in standard deviations from here on, or in the units of the data again.
  ///
  /// - Returns: A sentence that says so.
  mutating func toggleStandardization() throws(Notice) -> String {
    if let refusal = recipe.kind.refusal(of: .lengths) { throw .refusal(refusal.asSentence) }
    func toggled(_ recipe: RunRecipe) -> RunRecipe {
      recipe.measured(byScores: !recipe.isStandardized, over: data.points)
    }
    let recipe = toggled(recipe)
    if isUntouched, let before = course.before, toggled(before.recipe) == self.recipe {
      pause()
      leaveStage()
    } else if course.count == 1, run.cursor == 0 {
      try restart { $0 = recipe }
    } else {
      try enter(recipe)
    }
    return recipe.isStandardized
      ? "lengths are in standard deviations now: \(Sentences.effectOfLengths(on: recipe))"
      : "lengths are in the units of the data again: \(Sentences.effectOfLengths(on: recipe))"
  }

  /// The model that was there before the hard limit, or EM.
  var lastSoftKind: ModelKind { course.last.softKind ?? .gaussianMixture }

  /// Goes on from here under another recipe.
  ///
  /// A stage in which no step was taken gives way: what was tried in passing leaves no trace, and
  /// whoever comes back to the recipe of the stage before is in that stage again, as it was left.
  private mutating func enter(_ recipe: RunRecipe) throws(Notice) {
    pause()
    let present = self.recipe
    guard isUntouched, let before = course.before else {
      return try goOn(as: recipe, from: course.last.origin(ofNext: recipe)) {
        run throws(Collapse) in
        try recipe.run(goingOnFrom: run, of: present)
      }
    }
    guard !recipe.isSame(as: before.recipe) else { return leaveStage() }
    try goOn(as: recipe, from: before.origin(ofNext: recipe), replacingLast: true) {
      _ throws(Collapse) in
      try recipe.run(goingOnFrom: before.run, of: before.recipe)
    }
  }

  /// Whether the run goes on from another one, and no step was taken in it.
  private var isUntouched: Bool { course.last.origin.isOfRun && run.cursor == 0 }

  /// Opens a stage that goes on from here.
  private mutating func goOn(
    as recipe: RunRecipe, from origin: Origin, replacingLast isReplacing: Bool = false,
    _ continuation: (Run) throws(Collapse) -> Run
  ) throws(Notice) {
    do throws(Collapse) {
      enter(
        Stage(recipe: recipe, from: origin, run: try continuation(run)), replacingLast: isReplacing)
    } catch {
      throw .refusal(Sentences.collapse(error))
    }
  }
}

// MARK: - Ways on from a state that EM can't leave

extension Session {
  /// Goes on with a floor under every variance, in squared units of the data.
  mutating func goOn(withFloor floor: Double) throws(Notice) {
    var recipe = recipe
    recipe.varianceFloor = floor
    try goOn(as: recipe, from: .floor(iteration: run.snapshot.iteration)) {
      $0.continuing(withFloor: floor)
    }
  }

  /// Goes on with the usual prior, to the MAP estimate.
  mutating func goOnWithPrior() throws(Notice) {
    var recipe = recipe
    recipe.prior = .standard
    try goOn(as: recipe, from: .prior(iteration: run.snapshot.iteration)) {
      $0.continuingWithPrior()
    }
  }

  /// Goes on with one component begun anew.
  mutating func reseed(component: Int) throws(Notice) {
    let seed = continuationSeed
    let origin = Origin.reseeded(component: component, iteration: run.snapshot.iteration)
    try goOn(as: recipe, from: origin) { run throws(Collapse) in
      try run.reseeding(component: component, seed: seed)
    }
  }

  /// Goes on with identical components pushed a little apart.
  mutating func nudge() throws(Notice) {
    let seed = continuationSeed
    try goOn(as: recipe, from: .nudged(iteration: run.snapshot.iteration)) {
      run throws(Collapse) in try run.nudged(seed: seed)
    }
  }

  /// The seed of what is drawn to go on from here: another one in each stage.
  private var continuationSeed: UInt64 { recipe.seed &+ UInt64(course.count) }
}

// MARK: - The dial

extension Session {
  /// A turn of the dial toward k-means or away from it.
  enum Turn: Hashable, Sendable {
    /// A smaller σ²: responsibilities harden.
    case harder
    /// A larger σ²: responsibilities soften.
    case softer
  }

  /// Turns σ², in place: the run goes on from the same means, after the E-step that shows what
  /// the new σ² makes of the responsibilities.
  ///
  /// From another model, the first turn enters the dial where it begins.
  mutating func turnDial(_ turn: Turn) throws(Notice) {
    pause()
    let present = Dial.variance(of: run.model)
    let variance = present.map { turned($0, turn) } ?? Dial.startingVariance(for: data.points)
    guard variance != present else {
      throw .refusal(
        turn == .harder
          ? "σ² stays: it is at its least, λmax / 1e6; m goes on to k-means itself."
          : "σ² stays: it is at its most, 4 λmax, where q hardly tells points apart.")
    }
    var recipe = recipe
    recipe.kind = .dial
    recipe.structure = .fixedSpherical(variance: variance)
    let model = Dial.mixture(withMeansOf: run.model, variance: variance, over: data.points)
    recipe.components = model.componentCount
    var run = recipe.run(of: model, data.points)
    run.halfStep()
    let origin = isFreshlyTurned ? course.last.origin : course.last.origin(ofNext: recipe)
    enter(Stage(recipe: recipe, from: origin, run: run), replacingLast: isFreshlyTurned)
  }

  private func turned(_ variance: Double, _ turn: Turn) -> Double {
    let range = Dial.range(for: data.points)
    let wanted = turn == .harder ? variance / Dial.notch : variance * Dial.notch
    return min(max(wanted, range.lowerBound), range.upperBound)
  }

  /// Whether nothing has happened since the dial was last turned, so that the turn can be replaced.
  private var isFreshlyTurned: Bool {
    course.count > 1 && course.last.isDialTurn && run.history.count == 2
  }
}

extension Stage {
  /// Where another stage comes from that goes on from here: named by what the two differ in.
  fileprivate func origin(ofNext recipe: RunRecipe) -> Origin {
    let isOfOneKind = recipe.kind == self.recipe.kind
    let difference =
      isOfOneKind
      ? recipe.isStandardized != self.recipe.isStandardized
        ? self.recipe.goesByScores ? "standard deviations" : "own units"
        : Dial.variance(of: run.model).map { "σ² \($0.significant(3))" }
          ?? self.recipe.modelName : self.recipe.kind.title
    return .run(of: difference, iteration: run.snapshot.iteration)
  }
}

extension RunRecipe {
  /// Whether another one gives the same runs; k-means has no covariances whose structure mattered.
  fileprivate func isSame(as other: RunRecipe) -> Bool {
    var other = other
    if kind == .kMeans { other.structure = structure }
    return self == other
  }

  /// A run that goes on from where another stands.
  ///
  /// θ stays to the last bit where only lengths are measured otherwise and nothing goes by them.
  fileprivate func run(goingOnFrom run: Run, of other: RunRecipe) throws(Collapse) -> Run {
    var measured = other
    measured.isStandardized = isStandardized
    return measured == self && !goesByLength
      ? self.run(of: run.model, run.points)
      : try self.run(continuing: run.model, over: run.points)
  }

  /// The same with another kind of model; a structure that it can't take, such as the dial's, gives
  /// way to its first one.
  func with(kind: ModelKind) -> RunRecipe {
    var recipe = self
    recipe.kind = kind
    if !kind.structures.contains(structure), let first = kind.structures.first {
      recipe.structure = first
    }
    return recipe
  }
}

extension String {
  /// A reason as a sentence of its own.
  var asSentence: String { prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".") }
}
