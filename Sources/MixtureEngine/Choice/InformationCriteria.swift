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
  /// H(q) in nats: how undecided the posterior is.
  package var entropy: Double

  /// The criteria of a model, or `nil` in the hard limit, which has no likelihood.
  package init?(
    of model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil
  ) {
    self.init(
      of: model, from: model.expectation(over: points, observed: observed),
      totalWeight: points.totalWeight)
  }

  /// The criteria of a model whose E-step is there already.
  init?(of model: any LatentLabelModel, from expectation: Expectation, totalWeight: Double) {
    guard model.criterion == .logLikelihood else { return nil }
    logLikelihood = expectation.objective
    entropy = expectation.entropy
    freeParameterCount = model.freeParameterCount
    self.totalWeight = totalWeight
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

  /// ICL = BIC + 2H(q), which also asks for components that are apart.
  ///
  /// The entropy is that of the responsibilities: the ICL-BIC of
  /// McLachlan & Peel 2000, Finite Mixture Models. Biernacki, Celeux & Govaert 2000, IEEE Transactions
  /// on Pattern Analysis 22:719–725, put each point's most probable label in the place of its responsibilities: −2 Σₙ log maxₖ qₖₙ for
  /// 2H(q), which is never more.
  public var icl: Double { bic + 2 * entropy }
}
