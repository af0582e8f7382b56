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
  fileprivate static let ofRun: [StateNumber] = [
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

  fileprivate static let noLikelihood = "the model has J, not L"
  fileprivate static let noPosterior = "there is no q before the first E-step"
}

// MARK: - Components

extension StateNumber {
  /// Each component's parameters.
  fileprivate static let ofComponents: [StateNumber] = [
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
  fileprivate static let ofPoints: [StateNumber] = [
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
  fileprivate static let ofData: [StateNumber] = [
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

// MARK: - Views

extension StateNumber {
  /// The view of the restarts.
  fileprivate static let ofRestarts: [StateNumber] = [
    StateNumber("starts.count", about: "how many starts the restarts have", ofRun: false) {
      $0.restarts { .count($0.runs.count) }
    },
    StateNumber("starts.collapsed", about: "how many of them collapsed", ofRun: false) {
      $0.restarts { .count($0.optima.collapsedCount) }
    },
    StateNumber("starts.best", about: "L, or J, of the best end", ofRun: false) {
      $0.optimum(0) { $0.shownObjective }
    },
    StateNumber("starts.best.count", about: "how many starts end there", ofRun: false) {
      $0.optimum(0) { .count($0.members.count) }
    },
    StateNumber("optima.count", about: "how many different ends there are", ofRun: false) {
      $0.restarts { .count($0.optima.all.count) }
    },
    StateNumber("optima.most.count", about: "how many starts the most common has", ofRun: false) {
      $0.restarts { .count($0.optima.all.map(\.members.count).max() ?? 0) }
    },
    StateNumber("optima.n.count", about: "how many starts the n-th best has", ofRun: false) {
      place in place.optimum(place.first) { .count($0.members.count) }
    },
    StateNumber("optima.n.value", about: "L, or J, of the n-th best", ofRun: false) { place in
      place.optimum(place.first) { $0.shownObjective }
    },
  ]

  /// The view of the choice of K.
  fileprivate static let ofChoice: [StateNumber] =
    [
      StateNumber(
        "choice.K.logLikelihood", about: "L of the best fit of K components", ofRun: false
      ) { $0.choice(\.logLikelihood) { $0.fixed(3, in: 10) } },
      StateNumber("choice.K.distortion", about: "J of the best fit of K", ofRun: false) { place in
        place.choice { rows in
          rows.first { $0.components == place.indices[0] }?.best?.distortion.read(
            else: noLikelihood
          ) { $0.significant(9) }
            ?? .missing("there is no fit of K = \(place.indices[0])")
        }
      },
      StateNumber("choice.K.BIC", about: "its BIC", ofRun: false) {
        $0.choice(\.bic) { $0.fixed(2, in: 9) }
      },
      StateNumber("choice.K.AIC", about: "its AIC", ofRun: false) {
        $0.choice(\.aic) { $0.fixed(2, in: 9) }
      },
      StateNumber("choice.K.ICL", about: "its ICL", ofRun: false) {
        $0.choice(\.icl) { $0.fixed(2, in: 9) }
      },
      StateNumber("choice.K.parameters", about: "its free parameters", ofRun: false) {
        $0.choice({ Double($0.freeParameterCount) }) { $0.fixed(0) }
      },
    ]
    + [("BIC", \InformationCriteria.bic), ("AIC", \.aic), ("ICL", \.icl)].map { name, criterion in
      let position = (criterion, name)
      return StateNumber("choice.\(name)", about: "the K that \(name) chooses", ofRun: false) {
        $0.choiceOfK { $0.best(by: position.0).map { .count($0) } ?? .missing("no fit is done") }
      }
    }

  /// The view of the choice of a start, centre by centre.
  fileprivate static let ofSeeding: [StateNumber] = [
    StateNumber("seeding.count", about: "how many centres are chosen", ofRun: false) {
      $0.seeding { .count($0.count) }
    },
    StateNumber(
      "seeding.chance", about: "the inspected point's chance to be the next centre", ofRun: false
    ) { place in
      place.seeding { .known($0.draw.chances[place.state.inspected]) { $0.significant(4) } }
    },
    StateNumber("seeding.chance.n", about: "that of point n", ofRun: false) { place in
      place.seeding { moment in
        guard moment.draw.chances.indices.contains(place.first) else { return place.noPoint }
        return .known(moment.draw.chances[place.first]) { $0.significant(4) }
      }
    },
    StateNumber(
      "seeding.squaredDistance", about: "D² of the inspected point", ofRun: false
    ) { $0.squaredDistance($0.state.inspected) },
    StateNumber("seeding.squaredDistance.n", about: "D² of point n", ofRun: false) {
      $0.squaredDistance($0.first)
    },
    StateNumber(
      "seeding.squaredDistance.sum", about: "D² of all points together", ofRun: false
    ) { place in
      place.seeding { moment in
        guard let distances = moment.draw.squaredDistances else { return .missing(noCentre) }
        return .known(distances.reduce(0, +)) { $0.significant(5) }
      }
    },
  ]

  fileprivate static let noCentre = "no centre is chosen yet"
}

// MARK: - How they are read

extension Double? {
  /// The number with the screen's text for it, or why there is none.
  fileprivate func read(else reason: String, text: (Double) -> String) -> Reading {
    map { Reading.known($0, text) } ?? .missing(reason)
  }
}

extension Optimum {
  fileprivate var shownObjective: Reading {
    distortion.map { .known($0) { $0.significant(9) } } ?? .known(objective) { $0.fixed(3) }
  }
}

extension StateNumber.Place {
  fileprivate func criterion(_ value: (InformationCriteria) -> Double) -> Reading {
    InformationCriteria(of: run.model, over: run.points, observed: run.observed).map(value).read(
      else: StateNumber.noLikelihood
    ) { $0.fixed(2, in: 9) }
  }

  fileprivate func missingData(
    _ value: (MissingData) -> Double?, else reason: String
  ) -> Reading {
    guard run.snapshot.logLikelihood != nil else { return .missing(StateNumber.noLikelihood) }
    let components = LabelComparison(of: run, with: state.data.labels).components
    return MissingData(of: run, components: components).flatMap(value).read(else: reason) {
      $0.total(14)
    }
  }

  /// The shape of the component that the name has, if there is one.
  fileprivate var shape: ComponentShape? {
    let shapes = run.model.shapes
    return shapes.indices.contains(first) ? shapes[first] : nil
  }

  /// The covariance of a component, counted from 0.
  fileprivate func covariance(_ k: Int) -> Covariance2? {
    let shapes = run.model.shapes
    guard shapes.indices.contains(k), case .ellipse(let covariance) = shapes[k].outline else {
      return nil
    }
    return covariance
  }

  fileprivate var noComponent: Reading {
    .missing("there is no component \(indices[0]): K is \(run.model.componentCount)")
  }

  fileprivate var noPoint: Reading {
    .missing("there is no point \(indices[0]): N is \(run.points.count)")
  }

  /// A number of one component, written as the column of all of them is.
  fileprivate func ofComponent(
    _ value: (Int) -> Double?, format: ([Double]) -> (Double) -> String
  ) -> Reading {
    let shapes = run.model.shapes
    guard shapes.indices.contains(first) else { return noComponent }
    return value(first).read(
      else: "component \(first + 1) has no such number",
      text: format(shapes.indices.compactMap(value)))
  }

  fileprivate func ofShape(
    _ value: (ComponentShape) -> Double?, format: ([Double]) -> (Double) -> String
  ) -> Reading {
    let shapes = run.model.shapes
    return ofComponent({ value(shapes[$0]) }, format: format)
  }

  fileprivate func mean(_ coordinate: (Point) -> Double) -> Reading {
    ofShape {
      $0.outline == .everywhere ? nil : coordinate($0.centre)
    } format: {
      ColumnFormat($0, width: 8, tellingApart: true).text
    }
  }

  fileprivate func entry(
    _ value: (Covariance2) -> Double, ofPlane isOfPlane: Bool = false
  ) -> Reading {
    if isOfPlane, run.points.dimension == 1 { return .missing("the points are on a line") }
    return ofComponent({ covariance($0).map(value) }) { ColumnFormat($0, width: 8).text }
  }

  fileprivate func deviation(_ value: (Covariance2) -> Double) -> Reading {
    ofComponent({ covariance($0).map { value($0).squareRoot() } }) {
      ColumnFormat($0, width: 8).text
    }
  }

  /// qₖₙ; the point is counted from 0 and the component from 1.
  fileprivate func responsibility(of n: Int, at k: Int) -> Reading {
    guard let posterior = run.posterior else { return .missing(StateNumber.noPosterior) }
    guard (0..<run.points.count).contains(n) else { return noPoint }
    guard (1...run.model.componentCount).contains(k) else {
      return .missing("there is no component \(k): K is \(run.model.componentCount)")
    }
    return .known(posterior.responsibilities(over: run.points)[n, k - 1]) { $0.fixed(3) }
  }

  /// Bayes' rule for a point.
  fileprivate func bayes(_ n: Int) -> BayesTerms {
    BayesTerms(of: run.points[n], under: run.model, known: run.observed?[n])
  }

  /// What the view of the restarts has, once all of it is there.
  fileprivate func restarts(_ value: (Restarts) -> Reading) -> Reading {
    let runs = state.restarts.runs
    guard runs.question?.plan == state.restartPlan else {
      return .missing("the restarts have not been run: 5 runs them")
    }
    guard let found = state.restarts.found, found.isComplete else { return .pending }
    return value(found)
  }

  fileprivate func optimum(_ number: Int, _ value: (Optimum) -> Reading) -> Reading {
    restarts { found in
      found.optima.all.indices.contains(number)
        ? value(found.optima.all[number])
        : .missing("there are \(found.optima.all.count) optima")
    }
  }

  /// What the view of the choice of K has, once all of it is there.
  fileprivate func choiceOfK(_ value: (ChoiceOfK) -> Reading) -> Reading {
    let (fits, plan) = (state.choice.fits, state.choicePlan)
    guard fits.question == plan else {
      return .missing("the choice of K has not been worked out: V c does")
    }
    guard let answer = fits.answer, plan.isComplete(answer) else { return .pending }
    return value(answer)
  }

  fileprivate func choice(_ value: ([ChoiceOfK.Row]) -> Reading) -> Reading {
    choiceOfK { value($0.rows) }
  }

  /// A number of the best fit of the K that the name has.
  fileprivate func choice(
    _ value: (InformationCriteria) -> Double, text: (Double) -> String
  ) -> Reading {
    choice { rows in
      rows.first { $0.components == indices[0] }?.criteria.map(value).read(
        else: StateNumber.noLikelihood, text: text)
        ?? .missing("there is no fit of K = \(indices[0])")
    }
  }

  fileprivate func seeding(_ value: (SeedingMoment) -> Reading) -> Reading {
    state.seedingMoment.map(value) ?? .missing("the start is not chosen centre by centre")
  }

  fileprivate func squaredDistance(_ n: Int) -> Reading {
    seeding { moment in
      guard let distances = moment.draw.squaredDistances else {
        return .missing(StateNumber.noCentre)
      }
      guard distances.indices.contains(n) else { return noPoint }
      return .known(distances[n]) { $0.significant(5) }
    }
  }
}
