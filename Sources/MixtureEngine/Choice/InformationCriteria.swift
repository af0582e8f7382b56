import RealModule

/// What a fit is worth once its free parameters are paid for: the less, the better.
///
/// A criterion compares fits of any structure, kind and K to the same points, as long as both
/// are densities of the same variables: not the mixture of lines, whose L is of y given x, with
/// the others.
public struct InformationCriteria: Hashable, Sendable {
  /// L in nats, a total over points.
  package var logLikelihood: Double
  /// The number of free parameters p.
  public var freeParameterCount: Int
  /// The total weight W of the points: their number N where each counts as one.
  package var totalWeight: Double
  /// −Σₙ wₙ log maxₖ qₖₙ in nats: how undecided the most probable labels are.
  package var indecision: Double

  /// The criteria of a model, or `nil` in the hard limit, which has no likelihood.
  package init?(
    of model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil
  ) {
    self.init(
      of: model, from: model.expectation(over: points, observed: observed), over: points)
  }

  /// The criteria of a model whose E-step is there already.
  init?(of model: any LatentLabelModel, from expectation: Expectation, over points: PointSet) {
    guard model.criterion == .logLikelihood else { return nil }
    logLikelihood = expectation.objective
    indecision = max(
      0, expectation.objective - model.completeLogLikelihood(of: expectation, points))
    freeParameterCount = model.freeParameterCount
    totalWeight = points.totalWeight
  }

  /// BIC = −2L + p log W, with W = N where each point counts as one.
  ///
  /// Schwarz 1978, Annals of Statistics 6:461–464.
  public var bic: Double {
    -2 * logLikelihood + Double(freeParameterCount) * .log(totalWeight)
  }

  /// AIC = −2L + 2p.
  ///
  /// Akaike 1974, IEEE Transactions on Automatic Control 19:716–723.
  public var aic: Double { -2 * logLikelihood + 2 * Double(freeParameterCount) }

  /// ICL = BIC − 2 Σₙ wₙ log maxₖ qₖₙ, which also asks for components that are apart.
  ///
  /// It is BIC with the log-likelihood of the points and their most probable labels in the place of L:
  /// Biernacki, Celeux & Govaert 2000, IEEE Transactions on Pattern Analysis 22:719–725. The ICL-BIC of
  /// McLachlan & Peel 2000 has twice the entropy of the responsibilities instead, which is never less.
  public var icl: Double { bic + 2 * indecision }
}

extension LatentLabelModel {
  /// Σₙ wₙ log p(xₙ, ẑₙ | θ) with the most probable labels ẑ of an E-step.
  fileprivate func completeLogLikelihood(
    of expectation: Expectation, _ points: PointSet
  ) -> Double {
    expectation.labels.indices.reduce(0) { sum, n in
      sum + points.weight(of: n) * logJoint(of: points[n], label: Int(expectation.labels[n]))
    }
  }
}
