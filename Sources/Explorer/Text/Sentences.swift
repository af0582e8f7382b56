import MixtureEngine
import TerminalCanvas

/// What the program says in plain words.
enum Sentences {
  /// The half-step that comes next, or how the run ended.
  ///
  /// - Parameters:
  ///   - snapshot: Where the run stands.
  ///   - climber: By which algorithm it climbs.
  ///   - gain: What the latest iteration gained, if that is known.
  ///   - leastGain: What it had to exceed for the run to go on.
  static func next(
    _ snapshot: Snapshot, by climber: Climber = .em, gain: Double? = nil, leastGain: Double = 0
  ) -> String {
    switch (snapshot.status, snapshot.next) {
    case (.collapsed(let collapse), _): Self.collapse(collapse)
    case (.converged, _):
      converged(gain, leastGain, snapshot.model.criterion)
    case (.iterationLimit, _): "stopped at the iteration limit, not converged"
    case (.running, .expectation) where snapshot.model.criterion == .distortion:
      "next: E, give each point to its nearest centre"
    case (.running, .maximization) where snapshot.model.criterion == .distortion:
      "next: M, move each centre to the mean of its points"
    case (.running, .expectation): "next: E, ask which component each point came from"
    case (.running, .maximization) where climber != .em: "next: the step of \(climber.title)"
    case (.running, .maximization): "next: M, refit θ weighted by q"
    }
  }

  private static func converged(
    _ gain: Double?, _ leastGain: Double, _ criterion: Criterion
  ) -> String {
    guard let gain else { return "converged" }
    let change = gain <= 0 ? "0" : gain.significant(2)
    return criterion == .distortion
      ? "converged: J fell by \(change)"
      : "converged: gained \(change), tolerance \(leastGain.significant(2))"
  }

  /// A plateau, in few words; what comes next follows.
  static let plateau = "a plateau, gains grow again; "

  /// A plateau on which so many gains in a row have grown; what comes next follows.
  static func plateau(_ growingGains: Int) -> String {
    "gains have grown for \(growingGains) iterations: a plateau near a saddle, not the end; "
  }

  /// Where another library would have stopped and how far from the end that is, `nil` where that is as good as the end.
  static func stop(_ stop: OtherStop) -> String? {
    let shortfall = shortfall(stop)
    guard let iteration = stop.iteration, !shortfall.isEmpty else { return nil }
    return "\(stop.rule.name) at \(iteration)\(shortfall)"
  }

  /// How far from the end another library would have stopped; empty where that is as good as the end.
  static func shortfall(_ stop: OtherStop) -> String {
    stop.missing >= 0.005 ? ": \(stop.missing.significant(3)) nats short" : ""
  }

  /// What makes the end of a run a spurious maximum, `nil` where it is none.
  static func spurious(_ run: Run) -> String? {
    guard run.snapshot.status == .converged,
      let disparity = Disparity(of: run.model, over: run.points), let k = disparity.spurious.first
    else { return nil }
    return "spurious: \(Marks.name(k)) stands on \(disparity.masses[k].significant(2)) points"
  }

  /// What is placed by hand, and how it ends.
  static func placing(_ hand: HandState) -> String {
    "placing \(hand.tool.rawValue) by hand: Enter starts from here, Esc leaves all as it was"
  }

  /// What is being written while keys go on.
  static func saving(_ format: SaveFormat) -> String {
    "writing \(format.fileName); keys go on meanwhile"
  }

  /// What goes on that a key asked for, and how many events wait for it.
  static func workingOut(waiting count: Int) -> String {
    let rest = count == 0 ? "" : count == 1 ? "; one key waits" : "; \(count) keys wait"
    return "working it out\(rest)   Esc gives it up"
  }

  /// What was asked for and isn't there.
  static let givenUp = "given up: all is as it was before"

  /// What stands between the user and the end.
  static let writingBeforeTheEnd = "writing a file before the end; q once more leaves at once"

  /// How far a run has come on its way to the end.
  static func goingToEnd(_ snapshot: Snapshot, limit: Int) -> String {
    "to the end: iteration \(snapshot.iteration) of at most \(limit)   any key stops"
  }

  /// A run that gave way to another one.
  static func replaced(_ stage: Stage) -> String {
    let count = stage.run.snapshot.iteration
    return "U brings back \(stage.modelText) after \(count) iteration\(count == 1 ? "" : "s")"
  }

  /// Two runs of a race that have not come equally far.
  static let unevenRace = "one run is behind: each step is its own, until both are level"

  /// A collapse.
  static func collapse(_ collapse: Collapse) -> String {
    switch collapse.reason {
    case .singularCovariance:
      "component \(collapse.component + 1) collapsed: its covariance would become singular"
    case .noMass: "component \(collapse.component + 1) collapsed: no point is left to it"
    }
  }

  /// How a run stands, in a word.
  static func status(_ status: Status) -> String {
    switch status {
    case .running: ""
    case .converged: "converged"
    case .iterationLimit: "iteration limit"
    case .collapsed: "collapsed"
    }
  }
}

extension Sentences {
  /// What the latest half-step did, with its numbers; empty at the start and at the end of a run.
  static func done(
    _ entry: Ledger.Entry?, by climber: Climber = .em, _ criterion: Criterion, points: Int
  ) -> String {
    guard let entry, let halfStep = entry.halfStep else { return "" }
    let doer = climber == .em ? "M" : climber.title
    switch (halfStep, criterion) {
    case (.expectation, .logLikelihood):
      guard let gain = entry.boundGain else {
        return "E: responsibilities of \(points) points, F = L; "
      }
      return "E raised F by \(gain.distance(7)) to touch L; "
    case (.maximization, .logLikelihood):
      if let gain = entry.penalizedGain {
        return change(gain, "M raised L + log p(θ) by", "M lowered L + log p(θ) by")
      }
      return change(entry.objectiveGain, "\(doer) raised L by", "\(doer) lowered L by")
    case (.expectation, .distortion):
      guard let gain = entry.boundGain else { return "E assigned every point; " }
      return "E lowered J(q) by \(gain.distance(7)); "
    case (.maximization, .distortion):
      return change(entry.objectiveGain, "M lowered J by", "M raised J by")
    }
  }

  private static func change(_ gain: Double?, _ up: String, _ down: String) -> String {
    guard let gain else { return "" }
    return "\(gain < 0 ? down : up) \(abs(gain).distance(9)); "
  }
}

extension Sentences {
  /// What it means to a model how lengths are measured.
  static func effectOfLengths(on recipe: RunRecipe) -> String {
    if recipe.kind == .kMeans { return "k-means goes by them" }
    if recipe.goesByLength {
      return recipe.standingFloor != nil
        ? "the floor goes by them"
        : recipe.standingPrior != .none
          ? "the prior goes by them" : "what is round goes by them"
    }
    return recipe.kind == .gaussianMixture
      ? "\(recipe.modelName) never asks, θ and L stay" : "\(recipe.kind.title) never asks, θ stays"
  }
}

extension Sentences {
  /// A key that no table knows.
  static func unknown(_ key: Key, over overlay: (any Overlay)?) -> String {
    let rest = overlay == nil ? "? lists the keys" : "? lists the keys, Esc closes this"
    return "\(key.label) means nothing here; \(rest)"
  }
}

extension Sentences {
  /// Why a run goes no farther.
  ///
  /// - Parameter hint: What else is worth trying, the best first.
  static func over(_ isRace: Bool, hint: String?) -> String {
    let rest = isRace ? "O chooses another run" : hint
    return (isRace ? "Both runs are over" : "The run is over") + ": g goes back to the start"
      + (rest.map { ", \($0)." } ?? ".")
  }

  /// Where a run stands that the view doesn't show, and how to see it.
  static func hidden(_ snapshot: Snapshot, isRunning: Bool) -> String {
    let place = "the run in the plot is at iteration \(snapshot.iteration)"
    return "\(place)\(isRunning ? " and goes on" : ""); 1 shows it"
  }
}
