/// What an E-step gives: the posterior q of a model over the points, and what follows from it.
public struct Expectation: Sendable {
  /// q in the form that the M-step reads.
  ///
  /// Behind sums stands θ, from which the table is made again, and the table is folded into sums: a model
  /// may be given any form.
  package enum Posterior: Sendable {
    /// The full table q.
    case table(Responsibilities)
    /// Each component's weighted sums under q, the posterior at θ with the labels that it was told.
    case sums([ComponentStatistics], at: any LatentLabelModel, observed: ObservedLabels?)
    /// Each component's sums about its own place, the posterior at θ with all labels hidden.
    case precisions([PrecisionSums], at: StudentMixture)
  }

  /// L(θ) in nats, a total over points; for the hard limit −J, the negative distortion.
  public var objective: Double
  /// H(q) in nats; 0 in the hard limit.
  public var entropy: Double
  /// The most responsible component of each point, the lowest where several are.
  public var labels: [UInt8] {
    get { labelList.ofPoints }
    _modify {
      var labels = labelList.ofPoints
      labelList = .inOrder([])
      defer { labelList = .inOrder(labels) }
      yield &labels
    }
  }
  private(set) var labelList: LabelList
  /// q itself.
  package var posterior: Posterior

  /// An E-step's result from its parts.
  package init(objective: Double, entropy: Double, labels: [UInt8], posterior: Posterior) {
    self.init(
      objective: objective, entropy: entropy, labels: .inOrder(labels), posterior: posterior)
  }

  /// An E-step's result from its parts, the labels in any order.
  init(objective: Double, entropy: Double, labels: LabelList, posterior: Posterior) {
    self.objective = objective
    self.entropy = entropy
    labelList = labels
    self.posterior = posterior
  }
}

extension Expectation {
  /// Each component's weighted sums, where the E-step kept them in the place of the table.
  package var sums: [ComponentStatistics]? {
    if case .sums(let sums, _, _) = posterior { sums } else { nil }
  }

  /// The full table q, made again where the E-step kept none.
  ///
  /// - Parameter points: The points of the E-step.
  public func responsibilities(over points: PointSet) -> Responsibilities {
    switch posterior {
    case .table(let q): q
    case .sums(_, let model, let observed):
      model.responsibilities(over: points, observed: observed)
    case .precisions(_, let model): model.responsibilities(over: points, observed: nil)
    }
  }

  /// Nₖ = Σₙ wₙ qₖₙ of each component.
  ///
  /// - Parameter points: The points of the E-step.
  package func masses(over points: PointSet) -> [Double] {
    switch posterior {
    case .sums(let sums, _, _): return sums.map(\.mass)
    case .precisions(let sums, _): return sums.map(\.mass)
    case .table(let q):
      var masses = [Double](repeating: 0, count: q.componentCount)
      for n in 0..<q.pointCount {
        for k in masses.indices { masses[k] += points.weight(of: n) * q[n, k] }
      }
      return masses
    }
  }
}
