import MixtureEngine

/// What a model's θ has beside weights, means and matrices, as files have it.
///
/// With it a file holds the θ of each of the engine's models to the last bit. It also tells whose θ it
/// is: ``kind``.
struct Particulars: Codable, Equatable, Sendable {
  /// What the entries of `covariances` are.
  var matrices: String?
  /// ν of Student-t components.
  var degreesOfFreedom: Double?
  /// σ² of the dial.
  var variance: Double?
  /// The lines of a mixture of lines.
  var lines: [Line]?
  /// The noise beside Gaussians.
  var noise: Noise?
  /// θₖ, the probability of heads of each coin.
  var headProbabilities: [Double]?
  /// Of how many tosses.
  var tosses: Int?

  /// What the entries of `covariances` can be.
  enum Matrices: String, CaseIterable {
    /// Σₖ of Gaussians.
    case covariance
    /// The scale matrices of Student-t components.
    case scale
    /// The scatter of each cluster of k-means about its centre, divided by its weight.
    case scatter
  }

  /// A line y = intercept + slope · x, through the mean of its component.
  struct Line: Codable, Equatable, Sendable {
    /// The height at x = 0, which slope and mean imply; `nil` where that is beyond all numbers.
    var intercept: Double?
    /// In units of y per unit of x.
    var slope: Double
    /// The standard deviation of the noise about it.
    var deviation: Double
  }

  /// Uniform noise.
  struct Noise: Codable, Equatable, Sendable {
    /// π₀.
    var weight: Double
    /// The lower left and the upper right corner as [x, y].
    var box: [[Double]]
    /// πₖ of the Gaussians among themselves; `weights` has (1 − π₀) πₖ.
    var gaussianWeights: [Double]
  }

  /// None, as where weights, means and covariances are all that is given.
  init() {}

  /// The particulars of a model; none for models that are not the engine's.
  init(of model: any LatentLabelModel) {
    switch model {
    case let mixture as GaussianMixture:
      matrices = Matrices.covariance.rawValue
      variance = Dial.variance(of: mixture)
    case let mixture as StudentMixture:
      matrices = Matrices.scale.rawValue
      degreesOfFreedom = mixture.degreesOfFreedom
    case let mixture as NoisyMixture:
      matrices = Matrices.covariance.rawValue
      noise = Noise(
        weight: mixture.noiseWeight,
        box: [mixture.lower, mixture.upper].map {
          $0.coordinates(mixture.gaussians.isUnivariate ? 1 : 2)
        },
        gaussianWeights: mixture.gaussians.components.map(\.weight))
    case let mixture as LineMixture:
      lines = mixture.lines.map {
        let height = $0.height(at: 0)
        return Line(
          intercept: height.isFinite ? height : nil, slope: $0.slope, deviation: $0.deviation)
      }
    case let mixture as CoinMixture:
      headProbabilities = mixture.headProbabilities
      tosses = mixture.tosses
    case is KMeans:
      matrices = Matrices.scatter.rawValue
    default: break
    }
  }

  /// The kind of model whose θ it is, `nil` where that isn't told.
  var kind: ModelKind? {
    if lines != nil { return .lines }
    if headProbabilities != nil { return .coins }
    if noise != nil { return .noise }
    if degreesOfFreedom != nil { return .studentT }
    if variance != nil { return .dial }
    return switch matrices.flatMap(Matrices.init(rawValue:)) {
    case .covariance: .gaussianMixture
    case .scale: .studentT
    case .scatter: .kMeans
    case nil: nil
    }
  }

  /// The entries of an object with the parameters.
  ///
  /// `covarianceFactor` is what the scale matrices times it are the covariances: ν / (ν − 2), `null`
  /// where ν ≤ 2 and there are none.
  var members: [JSON.Member] {
    var members: [JSON.Member] = []
    if let matrices { members.append(.init("matrices", .string(matrices))) }
    if let degreesOfFreedom {
      let factor = degreesOfFreedom / (degreesOfFreedom - 2)
      members.append(.init("degreesOfFreedom", .number(degreesOfFreedom)))
      members.append(.init("covarianceFactor", degreesOfFreedom > 2 ? .number(factor) : .null))
    }
    if let variance { members.append(.init("variance", .number(variance))) }
    if let lines {
      members.append(
        .init(
          "lines",
          .array(
            lines.map {
              .object([
                .init("intercept", $0.intercept.map { .number($0) } ?? .null),
                .init("slope", .number($0.slope)),
                .init("deviation", .number($0.deviation)),
              ])
            })))
    }
    if let headProbabilities {
      members.append(.init("headProbabilities", .numbers(headProbabilities)))
    }
    if let tosses { members.append(.init("tosses", .integer(tosses))) }
    if let noise {
      members.append(
        .init(
          "noise",
          .object([
            .init("weight", .number(noise.weight)),
            .init("box", .array(noise.box.map { .numbers($0) })),
            .init("gaussianWeights", .numbers(noise.gaussianWeights)),
          ])))
    }
    return members
  }
}
