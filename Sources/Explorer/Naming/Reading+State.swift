import MixtureEngine
import TerminalCanvas

extension Double? {
  /// The number with the screen's text for it, or why there is none.
  func read(else reason: String, text: (Double) -> String) -> Reading {
    map { Reading.known($0, text) } ?? .missing(reason)
  }
}

extension Optimum {
  var shownObjective: Reading {
    distortion.map { .known($0) { $0.significant(9) } } ?? .known(objective) { $0.fixed(3) }
  }
}

extension StateNumber.Place {
  func criterion(_ value: (InformationCriteria) -> Double) -> Reading {
    InformationCriteria(of: run.model, over: run.points, observed: run.observed).map(value).read(
      else: StateNumber.noLikelihood
    ) { $0.fixed(2, in: 9) }
  }

  func missingData(
    _ value: (MissingData) -> Double?, else reason: String
  ) -> Reading {
    guard run.snapshot.logLikelihood != nil else { return .missing(StateNumber.noLikelihood) }
    let components = LabelComparison(of: run, with: state.data.labels).components
    return MissingData(of: run, components: components).flatMap(value).read(else: reason) {
      $0.total(14)
    }
  }

  /// The shape of the component that the name has, if there is one.
  var shape: ComponentShape? {
    let shapes = run.model.shapes
    return shapes.indices.contains(first) ? shapes[first] : nil
  }

  /// The covariance of a component, counted from 0.
  func covariance(_ k: Int) -> Covariance2? {
    let shapes = run.model.shapes
    guard shapes.indices.contains(k), case .ellipse(let covariance) = shapes[k].outline else {
      return nil
    }
    return covariance
  }

  var noComponent: Reading {
    .missing("there is no component \(indices[0]): K is \(run.model.componentCount)")
  }

  var noPoint: Reading {
    .missing("there is no point \(indices[0]): N is \(run.points.count)")
  }

  /// A number of one component, written as the column of all of them is.
  func ofComponent(
    _ value: (Int) -> Double?, format: ([Double]) -> (Double) -> String
  ) -> Reading {
    let shapes = run.model.shapes
    guard shapes.indices.contains(first) else { return noComponent }
    return value(first).read(
      else: "component \(first + 1) has no such number",
      text: format(shapes.indices.compactMap(value)))
  }

  func ofShape(
    _ value: (ComponentShape) -> Double?, format: ([Double]) -> (Double) -> String
  ) -> Reading {
    let shapes = run.model.shapes
    return ofComponent({ value(shapes[$0]) }, format: format)
  }

  func mean(_ coordinate: (Point) -> Double) -> Reading {
    ofShape {
      $0.outline == .everywhere ? nil : coordinate($0.centre)
    } format: {
      ColumnFormat($0, width: 8, tellingApart: true).text
    }
  }

  func entry(
    _ value: (Covariance2) -> Double, ofPlane isOfPlane: Bool = false
  ) -> Reading {
    if isOfPlane, run.points.dimension == 1 { return .missing("the points are on a line") }
    return ofComponent({ covariance($0).map(value) }) { ColumnFormat($0, width: 8).text }
  }

  func deviation(_ value: (Covariance2) -> Double) -> Reading {
    ofComponent({ covariance($0).map { value($0).squareRoot() } }) {
      ColumnFormat($0, width: 8).text
    }
  }

  /// qₖₙ; the point is counted from 0 and the component from 1.
  func responsibility(of n: Int, at k: Int) -> Reading {
    guard let posterior = run.posterior else { return .missing(StateNumber.noPosterior) }
    guard (0..<run.points.count).contains(n) else { return noPoint }
    guard (1...run.model.componentCount).contains(k) else {
      return .missing("there is no component \(k): K is \(run.model.componentCount)")
    }
    return .known(posterior.responsibilities(over: run.points)[n, k - 1]) { $0.fixed(3) }
  }

  /// Bayes' rule for a point.
  func bayes(_ n: Int) -> BayesTerms {
    BayesTerms(of: run.points[n], under: run.model, known: run.observed?[n])
  }

  /// What the view of the restarts has, once all of it is there.
  func restarts(_ value: (Restarts) -> Reading) -> Reading {
    let runs = state.restarts.runs
    guard runs.question?.plan == state.restartPlan else {
      return .missing("the restarts have not been run: 5 runs them")
    }
    guard let found = state.restarts.found, found.isComplete else { return .pending }
    return value(found)
  }

  func optimum(_ number: Int, _ value: (Optimum) -> Reading) -> Reading {
    restarts { found in
      found.optima.all.indices.contains(number)
        ? value(found.optima.all[number])
        : .missing("there are \(found.optima.all.count) optima")
    }
  }

  /// What the view of the choice of K has, once all of it is there.
  func choiceOfK(_ value: (ChoiceOfK) -> Reading) -> Reading {
    let (fits, plan) = (state.choice.fits, state.choicePlan)
    guard fits.question == plan else {
      return .missing("the choice of K has not been worked out: V c does")
    }
    guard let answer = fits.answer, plan.isComplete(answer) else { return .pending }
    return value(answer)
  }

  func choice(_ value: ([ChoiceOfK.Row]) -> Reading) -> Reading {
    choiceOfK { value($0.rows) }
  }

  /// A number of the best fit of the K that the name has.
  func choice(
    _ value: (InformationCriteria) -> Double, text: (Double) -> String
  ) -> Reading {
    choice { rows in
      rows.first { $0.components == indices[0] }?.criteria.map(value).read(
        else: StateNumber.noLikelihood, text: text)
        ?? .missing("there is no fit of K = \(indices[0])")
    }
  }

  func seeding(_ value: (SeedingMoment) -> Reading) -> Reading {
    state.seedingMoment.map(value) ?? .missing("the start is not chosen centre by centre")
  }

  func squaredDistance(_ n: Int) -> Reading {
    seeding { moment in
      guard let distances = moment.draw.squaredDistances else {
        return .missing(StateNumber.noCentre)
      }
      guard distances.indices.contains(n) else { return noPoint }
      return .known(distances[n]) { $0.significant(5) }
    }
  }
}
