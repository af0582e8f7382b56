import MixtureEngine
import TerminalCanvas

extension StateNumber {
  /// Every number that has a name, in the order of the list.
  public static let all: [StateNumber] =
    ofRun + ofComponents + ofPoints + ofData + ofRestarts + ofChoice + ofSeeding
}

// MARK: - The run

extension StateNumber {
  /// The run as a whole.
  static let ofRun: [StateNumber] = [
    StateNumber("iteration", about: "how many iterations there were") {
      .count($0.run.snapshot.iteration)
    },
    StateNumber("logLikelihood", or: "L", about: "L(θ), in nats") {
      $0.run.snapshot.logLikelihood.read(else: noLikelihood) { $0.total(14) }
    },
    StateNumber("bound", or: "F", about: "the lower bound F(q, θ)") {
      $0.run.snapshot.lowerBound.read(
        else: $0.run.snapshot.logLikelihood == nil ? noLikelihood : noPosterior
      ) { $0.total(14) }
    },
    StateNumber("gap", or: "KL", about: "KL(q‖p) = L − F; what the next E-step saves of J") {
      let pane = NumbersPane(snapshot: $0.run.snapshot, gained: nil, theme: Theme(colors: .none))
      return $0.run.snapshot.gap.read(else: noPosterior) { _ in pane.gap }
    },
    StateNumber("distortion", or: "J", about: "J, the sum of squared distances, of k-means") {
      $0.run.snapshot.distortion.read(else: "the model has L, not J") { $0.significant(9) }
    },
    StateNumber("gain", about: "what the latest iteration gained in L, or saved of J") { place in
      let run = place.run
      let pane = NumbersPane(run: run, theme: Theme(colors: .none))
      return run.gainOfIteration.read(else: "no iteration is done") { _ in pane.gain }
    },
    StateNumber("K", about: "how many components there are") {
      .count($0.run.model.componentCount)
    },
    StateNumber("freeParameters", or: "parameters", about: "how many free parameters θ has") {
      .count($0.run.model.freeParameterCount)
    },
    StateNumber("BIC", or: "bic", about: "BIC = −2L + p log N") { $0.criterion(\.bic) },
    StateNumber("AIC", or: "aic", about: "AIC = −2L + 2p") { $0.criterion(\.aic) },
    StateNumber("ICL", or: "icl", about: "ICL, BIC that asks for components that are apart") {
      $0.criterion(\.icl)
    },
    StateNumber("logPrior", about: "log p(θ), under a prior") {
      $0.run.snapshot.logPrior.read(else: "there is no prior") { $0.total(14) }
    },
    StateNumber("MAP", about: "L + log p(θ), under a prior") {
      ($0.run.snapshot.logPrior == nil ? nil : $0.run.snapshot.climbed).read(
        else: "there is no prior"
      ) { $0.total(14) }
    },
    StateNumber(
      "variance", or: "sigma2", about: "σ² of the dial, or of one component where K = 1 on a line"
    ) { place in
      let single = place.run.model.componentCount == 1 ? place.covariance(0) : nil
      return
        (Dial.variance(of: place.run.model)
        ?? (place.run.points.dimension == 1 ? single?.xx : nil)).read(
          else: "the model is not the dial: variance.K.xx is that of component K"
        ) {
          $0.significant(3)
        }
    },
    StateNumber(
      "mergingVariance", or: "lambdaMax", about: "λmax, below which merged means of the dial part"
    ) { .known(Dial.mergingVariance(of: $0.run.points)) { $0.significant(3) } },
    StateNumber(
      "undecided", about: "how many points no component claims for \(Uncertainty.certainty)"
    ) { .count(DialGauge.undecided($0.run)) },
    StateNumber("agreement", about: "adjusted Rand index against the known labels") { place in
      guard place.state.data.labels != nil else { return .missing("no labels are known") }
      return LabelComparison(of: place.run, with: place.state.data.labels).adjustedRandIndex.read(
        else: noPosterior
      ) { $0.fixed(3) }
    },
    StateNumber(
      "completeLogLikelihood", about: "log p(x, z | θ) with the known labels z"
    ) { $0.missingData(\.complete, else: "labels are missing, or there are more than components") },
    StateNumber(
      "expectedLogLikelihood", about: "E log p(x, z | θ), the mean over q: F without its entropy"
    ) { $0.missingData(\.expected, else: noPosterior) },
    StateNumber("heldOut", about: "L, or J, per point of those that are held out") { place in
      guard let heldOut = place.state.data.heldOut else {
        return .missing("no points are held out")
      }
      let value = place.run.model.objectivePerPoint(over: heldOut.points)
      return .known(place.run.snapshot.distortion == nil ? value : -value) { $0.total(6) }
    },
  ]

  static let noLikelihood = "the model has J, not L"
  static let noPosterior = "there is no q before the first E-step"
}

// MARK: - Components

extension StateNumber {
  /// Each component's parameters.
  static let ofComponents: [StateNumber] = [
    StateNumber("N.K", about: "the soft count Nₖ = Σ qₖₙ of component K") { place in
      guard let posterior = place.run.posterior else { return .missing(noPosterior) }
      return place.ofComponent { k in
        posterior.masses(over: place.run.points)[k]
      } format: {
        _ in
        { $0.count(9) }
      }
    },
    StateNumber("weight.K", about: "the weight πₖ") { place in
      place.ofShape {
        $0.weight
      } format: { _ in
        { $0.fixed(3) }
      }
    },
    StateNumber("mean.K.x", or: "mean.K", about: "the mean's first coordinate") {
      $0.mean(\.x)
    },
    StateNumber("mean.K.y", about: "the mean's second coordinate") { place in
      guard place.run.points.dimension == 2 else { return .missing("the points are on a line") }
      return place.mean(\.y)
    },
    StateNumber(
      "variance.K.xx", or: "covariance.K.xx", "variance.K", about: "the variance of x"
    ) { $0.entry(\.xx) },
    StateNumber("variance.K.xy", or: "covariance.K.xy", about: "the covariance of x and y") {
      $0.entry(\.xy, ofPlane: true)
    },
    StateNumber("variance.K.yy", or: "covariance.K.yy", about: "the variance of y") {
      $0.entry(\.yy, ofPlane: true)
    },
    StateNumber("sd.K.x", or: "sd.K", about: "the standard deviation of x, or about a line") {
      place in
      if case .line(_, _, let deviation)? = place.shape?.outline {
        return .known(deviation) { $0.entry(8) }
      }
      return place.deviation(\.xx)
    },
    StateNumber("sd.K.y", about: "the standard deviation of y") {
      $0.run.points.dimension == 2 ? $0.deviation(\.yy) : .missing("the points are on a line")
    },
    StateNumber("correlation.K", about: "the correlation of x and y") { place in
      place.ofComponent {
        place.covariance($0)?.correlation
      } format: { _ in
        { $0.fixed(2) }
      }
    },
    StateNumber("slope.K", about: "the slope of a line, in a mixture of lines") { place in
      place.ofShape {
        if case .line(_, let slope, _) = $0.outline { slope } else { nil }
      } format: { _ in
        { $0.entry(8) }
      }
    },
    StateNumber("intercept.K", about: "a line's y at x = 0, in a mixture of lines") { place in
      place.ofShape {
        if case .line(let intercept, _, _) = $0.outline { intercept } else { nil }
      } format: { _ in
        { $0.entry(9) }
      }
    },
    StateNumber("headProbability.K", about: "the chance of heads of coin K") { place in
      guard let tosses = place.run.points.tosses else { return .missing("the model has no coins") }
      return place.ofShape {
        $0.centre.x / Double(tosses)
      } format: { _ in
        { $0.fixed(3) }
      }
    },
  ]
}

// MARK: - Points and data

extension StateNumber {
  /// One point.
  static let ofPoints: [StateNumber] = [
    StateNumber("point", about: "the number of the inspected point") {
      .count($0.state.inspected + 1)
    },
    StateNumber("point.x", about: "its first coordinate") { place in
      .known(place.run.points[place.state.inspected].x) { $0.significant(5) }
    },
    StateNumber("point.y", about: "its second coordinate") { place in
      guard place.run.points.dimension == 2 else { return .missing("the points are on a line") }
      return .known(place.run.points[place.state.inspected].y) { $0.significant(5) }
    },
    StateNumber("q.K", about: "qₖ of the inspected point") { place in
      place.responsibility(of: place.state.inspected, at: place.indices[0])
    },
    StateNumber("q.n.K", about: "qₖₙ of point n and component K") { place in
      place.responsibility(of: place.indices[0] - 1, at: place.indices[1])
    },
    StateNumber("density", about: "p(x | θ) of the inspected point") { place in
      guard place.run.snapshot.logLikelihood != nil else { return .missing(noLikelihood) }
      return .known(place.bayes(place.state.inspected).evidence) { BayesTable.text($0, 5) }
    },
    StateNumber("density.K", about: "p(x | k) of the inspected point") { place in
      guard place.run.snapshot.logLikelihood != nil else { return .missing(noLikelihood) }
      let terms = place.bayes(place.state.inspected)
      return place.ofComponent {
        terms.rows[$0].density
      } format: { _ in
        { BayesTable.text($0, 5) }
      }
    },
    StateNumber("pointGap", about: "KLₙ of the inspected point: its share of L − F") { place in
      guard let posterior = place.run.posterior else { return .missing(noPosterior) }
      let n = place.state.inspected
      return JensenTerms(
        of: place.run.points[n], under: place.run.model,
        q: posterior.responsibilities(over: place.run.points).row(n), known: place.run.observed?[n]
      ).map(\.gap).read(else: noLikelihood) { $0.distance(12) }
    },
  ]

  /// The data.
  static let ofData: [StateNumber] = [
    StateNumber("N", or: "points", about: "how many points there are") {
      .count($0.run.points.count)
    },
    StateNumber("totalWeight", about: "the weight of all points together; N without weights") {
      .known($0.run.points.totalWeight) { $0.significant(6) }
    },
    StateNumber("tosses", about: "of how many tosses a point counts the heads") {
      $0.run.points.tosses.map { .count($0) } ?? .missing("the points count no heads")
    },
    StateNumber("seed", about: "the seed of the start", ofRun: false) {
      .known(Double($0.state.recipe.seed), text: "\($0.state.recipe.seed)")
    },
  ]
}
