import MixtureEngine

/// The landscape of one mean at a state of a run, over the cells of a plot.
struct LandscapeQuestion: Sendable {
  /// The stage of the run.
  var stage: Identity
  /// The state in it.
  var cursor: Int
  /// What is to be done.
  var sweep: LandscapeSweep

  /// What may take no longer than a part of a picture, in evaluations of a Gaussian at a point.
  private static let most = 6_000_000.0
}

extension LandscapeQuestion: BackgroundQuestion {
  /// Whether the answers are the same; a stage and a state in it say what points and θ are.
  static func == (a: LandscapeQuestion, b: LandscapeQuestion) -> Bool {
    a.isLike(b) && a.sweep.arrows == b.sweep.arrows
  }

  private func isLike(_ other: LandscapeQuestion) -> Bool {
    stage == other.stage && cursor == other.cursor && sweep.component == other.sweep.component
      && sweep.other == other.sweep.other && sweep.xs == other.sweep.xs
      && sweep.ys == other.sweep.ys
  }

  func answer(
    knowing known: Landscape?, only positions: Set<Int>?, progress: (Landscape) -> Void
  ) async -> Landscape {
    await sweep.run(keeping: known, progress: progress)
  }

  func answerAtOnce(knowing known: Landscape?) -> Landscape? {
    sweep.cost <= Self.most ? sweep.finished(keeping: known) : nil
  }

  /// None: keys leave the work going, so that nobody asks how far it had come.
  func positions(in answer: Landscape) -> [Int] { [] }

  func isComplete(_ answer: Landscape) -> Bool { answer.isComplete }

  /// The heights stay where only the arrows are others.
  func keeps(_ answer: Landscape, to earlier: LandscapeQuestion) -> Landscape? {
    isLike(earlier) ? answer.with(arrows: sweep.arrows.count) : nil
  }
}
