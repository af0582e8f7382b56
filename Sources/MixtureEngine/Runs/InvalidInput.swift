/// What a caller passed that cannot be used, said in one sentence.
public struct InvalidInput: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String

  /// An error with its sentence.
  package init(_ description: String) { self.description = description }
}

extension InvalidInput {
  /// Whether mixing weights are shares of one.
  static func check(weights: [Double]) throws(InvalidInput) {
    guard !weights.isEmpty, weights.count <= 255 else {
      throw InvalidInput("a model has 1 to 255 components, not \(weights.count).")
    }
    for (k, weight) in weights.enumerated() where !(weight >= 0 && weight <= 1 + 1e-9) {
      throw InvalidInput("the weight of component \(k + 1) is \(weight), not a share of one.")
    }
    let sum = weights.reduce(0, +)
    guard abs(sum - 1) <= 1e-9 else {
      throw InvalidInput("the weights sum to \(sum), not to one.")
    }
  }
}

extension PointSet {
  /// Whether a model of K components can be fitted to these points.
  func admit(
    components: Int, observed: ObservedLabels?, stopping: StoppingRule, varianceFloor: Double?
  ) throws(InvalidInput) {
    guard count > 0 else { throw InvalidInput("there are no points to fit.") }
    try admit(observed, components: components)
    guard stopping.tolerance >= 0, stopping.relativeTolerance >= 0, stopping.iterationLimit >= 0
    else {
      throw InvalidInput("a tolerance and a limit of iterations are numbers that are not negative.")
    }
    if let varianceFloor, !(varianceFloor > 0 && varianceFloor.isFinite) {
      throw InvalidInput("a floor under the variances is a positive number, not \(varianceFloor).")
    }
  }

  /// Whether labels belong to these points and to K components.
  func admit(_ observed: ObservedLabels?, components: Int) throws(InvalidInput) {
    guard let observed else { return }
    _ = try ObservedLabels(
      validating: observed.labels.map { $0.map(Int.init) }, pointCount: count,
      componentCount: components)
  }
}

extension RunRecipe {
  /// Whether a run of this recipe over these points can be asked for.
  func admit(over points: PointSet) throws(InvalidInput) {
    let most = min(points.count, 255)
    guard points.count == 0 || (1...most).contains(components) else {
      throw InvalidInput(
        "\(components) components cannot be fitted to \(points.count) points; ask for 1 to \(most)."
      )
    }
    try points.admit(
      components: components, observed: observed, stopping: stopping, varianceFloor: varianceFloor)
    try structure.admit()
    if let refusal = kind.refusal(over: points) { throw InvalidInput(refusal) }
    guard kind.takes(algorithm) else { throw InvalidInput(algorithm.refusal(of: kind)) }
    if let refusal = refusalOfPrior { throw InvalidInput(refusal) }
    try shortRuns.admit()
    if let givenStart, givenStart.componentCount != components {
      throw InvalidInput(
        "the given start has \(givenStart.componentCount) components, but \(components) are "
          + "asked for.")
    }
    // The engine's own rules choose what they are asked for.
    guard givenStart == nil, !StartingRule.all.contains(rule) else { return }
    let chosen = start(over: points).componentCount
    guard chosen == components else {
      throw InvalidInput(
        "the rule \(rule.name) chose \(chosen) components where \(components) were asked for.")
    }
  }
}
