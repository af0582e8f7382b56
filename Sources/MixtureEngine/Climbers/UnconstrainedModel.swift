import RealModule

/// A model whose θ can be moved in any direction: by logits of the weights, by means in units of the data,
/// and by the Cholesky factors of the covariances, with the logarithms of their diagonals.
protocol UnconstrainedModel: ChartedModel, MomentModel {
  /// How many directions there are; one of the weights' is idle, as the logits may all be raised.
  var unconstrainedCount: Int { get }

  /// θ moved by so much in each direction, `nil` where numbers overflow.
  ///
  /// - Parameter scale: The data's covariance.
  func moved(by way: [Double], scale: Covariance2) -> Self?
}

extension GaussianMixture: UnconstrainedModel {
  /// How many numbers move one covariance, and whether all share them.
  private var freedom: (count: Int, isShared: Bool) {
    switch structure {
    case .full: (3, false)
    case .tied: (3, true)
    case .diagonal: (2, false)
    case .spherical: (1, false)
    case .sharedSpherical: (1, true)
    case .fixedSpherical, .univariate(.fixedSpherical): (0, true)
    case .univariate(let structure): (1, structure.isShared)
    }
  }

  /// Two for each mean, one for each weight that is free, then those of the covariances.
  var unconstrainedCount: Int {
    componentCount * (structure.holdsWeights ? 2 : 3)
      + freedom.count * (freedom.isShared ? 1 : componentCount)
  }

  func moved(by way: [Double], scale: Covariance2) -> GaussianMixture? {
    guard let unit = Cholesky2(scale) else { return nil }
    let k = componentCount
    let weights =
      structure.holdsWeights
      ? components.map(\.weight)
      : components.map(\.weight).raised(byLogits: Array(way[(2 * k)..<(3 * k)]))
    let shapes = way.suffix(from: structure.holdsWeights ? 2 * k : 3 * k)
    var moved: [GaussianComponent] = []
    for (n, component) in components.enumerated() {
      let first = shapes.startIndex + (freedom.isShared ? 0 : n * freedom.count)
      let (u, v) = (way[2 * n], structure.isUnivariate ? 0 : way[2 * n + 1])
      let raised =
        freedom.count == 0
        ? component.covariance
        : component.factor.covariance(
          raisedBy: shapes[first..<(first + freedom.count)], unit: unit)
      let component = GaussianComponent(
        weight: weights[n],
        mean: Point(
          x: component.mean.x + unit.l11 * u,
          y: component.mean.y + unit.l21 * u + unit.l22 * v),
        covariance: structure.isUnivariate ? .univariate(raised.xx) : raised)
      guard let component else { return nil }
      moved.append(component)
    }
    return GaussianMixture(components: moved, structure: structure)
  }
}

extension NoisyMixture: UnconstrainedModel {
  /// Those of the Gaussians, and the logit of the noise.
  var unconstrainedCount: Int { gaussians.unconstrainedCount + 1 }

  func moved(by way: [Double], scale: Covariance2) -> NoisyMixture? {
    let weights = [1 - noiseWeight, noiseWeight].raised(byLogits: [0, way[way.count - 1]])
    return gaussians.moved(by: Array(way.dropLast()), scale: scale).map {
      with(gaussians: $0, noiseWeight: weights[1])
    }
  }
}

extension LineMixture: UnconstrainedModel {
  /// Logit, height, slope and the logarithm of the deviation.
  var unconstrainedCount: Int { 4 * componentCount }

  func moved(by way: [Double], scale: Covariance2) -> LineMixture? {
    let k = componentCount
    let weights = lines.map(\.weight).raised(byLogits: Array(way[..<k]))
    let (sx, sy) = (scale.xx.squareRoot(), scale.yy.squareRoot())
    var moved = lines
    for n in moved.indices {
      moved[n].weight = weights[n]
      moved[n].centre.y += sy * way[k + n]
      moved[n].slope += sy / sx * way[2 * k + n]
      moved[n].deviation *= .exp(way[3 * k + n])
      guard moved[n].deviation > 0, moved[n].deviation.isFinite, moved[n].centre.y.isFinite,
        moved[n].slope.isFinite, moved[n].weight.isFinite
      else { return nil }
    }
    return LineMixture(lines: moved)
  }
}

extension [Double] {
  /// The shares of one whose logits are raised by so much.
  fileprivate func raised(byLogits logits: [Double]) -> [Double] {
    let greatest = logits.max() ?? 0
    let raised = zip(self, logits).map { $0 * .exp($1 - greatest) }
    let sum = raised.reduce(0, +)
    return raised.map { $0 / sum }
  }
}

extension Cholesky2 {
  /// L Lᵀ with the logarithms of the diagonal raised, and the entry below it moved in units of the
  /// data: three numbers, two for a diagonal matrix or one for a round one.
  fileprivate func covariance(raisedBy way: ArraySlice<Double>, unit: Cholesky2) -> Covariance2 {
    let way = Array(way)
    let a = l11 * .exp(way[0])
    let c = l22 * .exp(way[way.count == 1 ? 0 : 1])
    let b = way.count == 3 ? l21 + unit.l22 * way[2] : l21
    return Covariance2(xx: a * a, xy: a * b, yy: b * b + c * c)
  }
}
