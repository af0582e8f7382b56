import MixtureEngine

/// What a run is made from, besides the data.
public struct Settings: Sendable {
  /// The kind of model.
  public var kind: ModelKind
  /// The structure of the covariances, where the kind has one.
  public var structure: CovarianceStructure
  /// The number of components K.
  public var components: Int
  /// How the start is chosen.
  public var startingRule: StartingRule
  /// The seed of the start.
  public var seed: UInt64
  /// A start that was given (by a file or by hand) and takes the place of rule and seed.
  public var givenStart: GaussianMixture?
  /// Labels that EM is told; the others stay hidden.
  public private(set) var observed: ObservedLabels?
  /// Which share of the labels that the data knows was told, 0 for none or others.
  public private(set) var heldShare = 0.0
  /// When a run is over.
  public var stopping: StoppingRule

  /// Settings; the defaults are EM with full covariances from random points.
  public init(
    kind: ModelKind = .gaussianMixture, structure: CovarianceStructure = .full,
    components: Int = 2, startingRule: StartingRule = .randomPoints, seed: UInt64 = 1,
    givenStart: GaussianMixture? = nil, stopping: StoppingRule = StoppingRule()
  ) {
    self.kind = kind
    self.structure = structure
    self.components = components
    self.startingRule = startingRule
    self.seed = seed
    self.givenStart = givenStart
    self.stopping = stopping
  }

  /// The start over some points.
  func start(over points: PointSet) -> GaussianMixture {
    let start =
      givenStart
      ?? startingRule.start(over: points, components: components, seed: seed)
    return start.with(structure: structure)
  }

  /// A run at its start.
  ///
  /// - Throws: ``Collapse`` when the start leaves a component with nothing to stand on.
  func run(from start: GaussianMixture, over points: PointSet) throws(Collapse) -> Run {
    Run(
      of: try kind.model(from: start, over: points, observed: observed),
      over: points, observed: observed, rule: stopping)
  }

  /// Tells EM a share of the labels that the data knows; the label ℓ is the component ℓ.
  ///
  /// - Precondition: `share` lies between 0 and 1.
  public mutating func hold(_ share: Double, of data: ExploredData) {
    heldShare = share
    observed = nil
    guard share > 0, let labels = data.labels else { return }
    observed = ObservedLabels(
      ObservedLabels.holding(share, of: labels).map { label in
        label.flatMap { $0 < components ? UInt8($0) : nil }
      })
  }

  /// Tells EM other labels than the data's.
  mutating func tell(_ labels: ObservedLabels?) {
    heldShare = 0
    observed = labels
  }

  /// Forgets labels of components that there are no more.
  mutating func dropImpossibleLabels() {
    guard let observed else { return }
    let labels = observed.labels.map { label in label.flatMap { $0 < components ? $0 : nil } }
    self.observed = labels.contains { $0 != nil } ? ObservedLabels(labels) : nil
  }
}
