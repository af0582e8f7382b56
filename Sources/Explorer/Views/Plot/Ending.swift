import MixtureEngine

/// What the place is where a run has ended, so that it is worked out once.
struct Ending: Sendable {
  /// The stage of the run, and the state in it.
  var stage: Identity
  var cursor: Int
  /// What the place is; `nil` where that can't be told.
  var certificate: Certificate?
}

extension AppState {
  /// The most points times components for which a key may work it out: some hundred maps.
  private static let most = 3_000

  /// What the place is where the run on screen has ended, if it has and that is known.
  var ending: Certificate? {
    guard wantsEnding, let known = plot.ending, known.stage == session.course.last.identity,
      known.cursor == run.cursor
    else { return nil }
    return plot.options.shows(.slow) || known.certificate?.kind == .saddle
      ? known.certificate : nil
  }

  /// Whether what the place is may be shown: where the user chose so, and by itself over few points,
  /// where it may turn out to be a saddle.
  private var wantsEnding: Bool {
    run.snapshot.status == .converged && run.model.criterion == .logLikelihood
      && (plot.options.shows(.slow) || isQuicklyKnown)
  }

  /// Whether a key may work it out.
  private var isQuicklyKnown: Bool {
    data.points.count * run.model.componentCount <= Self.most
  }

  /// Works out what the place is where the run has ended, unless that takes long.
  mutating func learnEnding() {
    let stage = session.course.last.identity
    guard session.pace == .paused, wantsEnding,
      isQuicklyKnown, plot.ending?.stage != stage || plot.ending?.cursor != run.cursor
    else { return }
    plot.ending = Ending(stage: stage, cursor: run.cursor, certificate: Certificate(of: run))
  }

  /// What is said of the end of the run: what was asked for, or else what makes it less than a good fit.
  var remarkOnEnd: String? {
    plot.options.shows(.slow)
      ? endingText ?? Sentences.spurious(run) : Sentences.spurious(run) ?? endingText
  }

  /// What the slow direction says of the end of the run, in a sentence; why there is none, where it is
  /// wanted.
  var endingText: String? {
    guard wantsEnding else { return nil }
    if let ending { return ending.sentence(of: run) }
    guard plot.options.shows(.slow) else { return nil }
    return isQuicklyKnown
      ? "no stationary point is near" : "slow direction: too many points, fit --certify tells it"
  }
}

extension Certificate {
  /// What the place is, and how fast EM comes to it or which way leads on.
  fileprivate func sentence(of run: Run) -> String {
    let nats = logLikelihood - run.snapshot.objective
    if abs(nats) >= 0.001 {
      let place = "\(abs(nats).significant(2)) nats \(nats > 0 ? "above" : "below")"
      return "not there yet: \(kind == .maximum ? "a maximum" : "a saddle") is \(place)"
    }
    let climbed = run.snapshot.logPrior == nil ? "L" : "L + log p(θ)"
    return switch kind {
    case .maximum:
      "a maximum, rate \(rate.fixed(3)): each iteration leaves \((100 * rate).fixed(0)) % of the way"
    case .saddle: "a saddle, rate \(rate.fixed(3)): along the arrows \(climbed) rises"
    case .degenerate: "one of a continuum: along the arrows \(climbed) stays"
    }
  }
}
