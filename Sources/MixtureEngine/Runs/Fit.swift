/// What EM came to: a model of the caller's own type, and how it was reached.
///
///     let fit = try GaussianMixture.fit(points, components: 2)
///     fit.model.components[0].mean
///     fit.model.predict(Point(x: 3, y: 60))
///     fit.criteria?.bic
public struct Fit<Model: LatentLabelModel>: Sendable {
  /// θ at the end.
  public let model: Model
  /// How many iterations led there.
  public let iterations: Int
  /// Why the run ended; never ``Status/running``.
  public let status: Status
  /// The E-step at the end.
  let expectation: Expectation
  /// The data.
  let points: PointSet
  /// log p(θ) in nats, or `nil` without a prior.
  var logPrior: Double? = nil

  /// The objective at the end: L in nats, or −J in the hard limit.
  public var objective: Double { expectation.objective }

  /// L(θ) in nats, a total over points, or `nil` in the hard limit.
  public var logLikelihood: Double? { model.criterion == .logLikelihood ? objective : nil }

  /// J in squared units of the data, or `nil` for soft models.
  public var distortion: Double? { model.criterion == .distortion ? -objective : nil }

  /// The most responsible component of each point, counted from 0.
  public var labels: [Int] { expectation.labels.map(Int.init) }

  /// BIC, AIC and ICL, or `nil` in the hard limit.
  public var criteria: InformationCriteria? {
    InformationCriteria(of: model, from: expectation, over: points)
  }
}

extension Fit {
  /// Iterates from a model until the run is over, through exactly the states of a ``Run``.
  ///
  /// - Parameters:
  ///   - start: θ.
  ///   - done: How many iterations led to it.
  ///   - before: What is climbed, before the last of them, where it is not yet known what that gained.
  ///   - points: The data.
  ///   - observed: Labels that are known.
  ///   - stopping: When the run is over.
  ///   - safeguard: When an M-step counts as a collapse.
  ///   - seeing: Told the objective at each E-step, and after how many iterations it is.
  /// - Returns: `nil` when the task that it runs in is cancelled first.
  init?(
    from start: Model, after done: Int = 0, before: Double? = nil, over points: PointSet,
    observed: ObservedLabels?, stopping: StoppingRule, safeguard: Safeguard,
    seeing: (Int, Double) -> Void = { _, _ in }
  ) {
    var (model, iterations, before) = (start, done, before)
    while true {
      let expectation = model.expectation(over: points, observed: observed)
      seeing(iterations, expectation.objective)
      let logPrior = safeguard.logPrior(of: model)
      let climbed = expectation.objective + (logPrior ?? 0)
      func end(_ status: Status) -> Fit {
        Fit(
          model: model, iterations: iterations, status: status, expectation: expectation,
          points: points, logPrior: logPrior)
      }
      if let before {
        let isSettled = stopping.isSatisfied(
          from: before, to: climbed, totalWeight: points.totalWeight,
          criterion: model.criterion, mayFall: safeguard.varianceFloor != nil)
        if isSettled || iterations >= stopping.iterationLimit {
          self = end(isSettled ? .converged : .iterationLimit)
          return
        }
      }
      if Task.isCancelled { return nil }
      do throws(Collapse) {
        model = try model.maximization(over: points, from: expectation, safeguard: safeguard)
      } catch {
        self = end(.collapsed(error))
        return
      }
      before = climbed
      iterations += 1
    }
  }
}

extension LatentLabelModel {
  /// Fits the model to points: EM from several starts, of which the best is kept.
  ///
  /// - Parameters:
  ///   - points: The data.
  ///   - components: K.
  ///   - structure: The structure of the covariances, for models that have one.
  ///   - rule: How each start is chosen.
  ///   - starts: How many starts.
  ///   - seed: The seed of the first start; the next ones have the numbers that follow.
  ///   - observed: Labels that are known.
  ///   - stopping: When a run is over.
  ///   - varianceFloor: The least variance along any direction, or `nil` for none.
  /// - Throws: ``InvalidInput`` for what cannot be asked, ``Collapse`` when a component degenerates
  ///   from every start, and `CancellationError` when the task is cancelled.
  public static func fit(
    _ points: PointSet, components: Int, structure: CovarianceStructure = .full,
    rule: StartingRule = .randomPoints, starts: Int = 10, seed: UInt64 = 1,
    observed: ObservedLabels? = nil, stopping: StoppingRule = StoppingRule(),
    varianceFloor: Double? = nil
  ) throws -> Fit<Self> {
    var recipe = RunRecipe(
      kind: ModelKind(
        Self.self, name: "\(Self.self)", summary: "", settings: Set(ModelSetting.allCases)),
      structure: structure,
      components: components, rule: rule, seed: seed, observed: observed,
      stopping: stopping, varianceFloor: varianceFloor)
    recipe.isStandardized = !points.standardization.isNone
    try recipe.admit(over: points)
    guard starts > 0 else { throw InvalidInput("a fit needs at least one start.") }
    var best: Fit<Self>?
    var collapse: Collapse?
    for position in 0..<starts {
      var recipe = recipe
      recipe.seed = seed &+ UInt64(position)
      do throws(Collapse) {
        let start = try Self(
          from: recipe.start(over: points), over: points, observed: observed)
        let fit = Fit(
          from: start, over: points, observed: observed, stopping: stopping,
          safeguard: recipe.safeguard(for: points))
        guard let fit else { break }
        if case .collapsed(let reason) = fit.status { throw reason }
        if best.map({ fit.objective > $0.objective }) ?? true { best = fit }
      } catch {
        collapse = collapse ?? error
      }
    }
    try Task.checkCancellation()
    if let best { return best }
    throw collapse ?? Collapse(component: 0, reason: .noMass)
  }

  /// Fits the model to points with EM from where it is.
  ///
  /// - Throws: ``InvalidInput`` for what cannot be asked, ``Collapse`` when a component degenerates,
  ///   and `CancellationError` when the task is cancelled.
  public func fitted(
    to points: PointSet, observed: ObservedLabels? = nil, stopping: StoppingRule = StoppingRule(),
    varianceFloor: Double? = nil
  ) throws -> Fit<Self> {
    try points.admit(
      components: componentCount, observed: observed, stopping: stopping,
      varianceFloor: varianceFloor)
    let fit = Fit(
      from: self, over: points, observed: observed, stopping: stopping,
      safeguard: Safeguard(for: points, varianceFloor: varianceFloor))
    guard let fit else { throw CancellationError() }
    if case .collapsed(let reason) = fit.status { throw reason }
    return fit
  }
}
