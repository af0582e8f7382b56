import MixtureEngine

/// A run beside the labels that the data knows: how well they agree, and who has whose colour.
struct LabelComparison {
  private let run: Run
  private let labels: KnownLabels?
  /// How well what EM found agrees with all known labels, `nil` without any or before the first
  /// E-step.
  private let all: Agreement?
  /// Which component each label agrees with best under q, or under p(z | x, θ) before there is a q;
  /// `nil` without known labels.
  private let matching: [Int]?

  /// The comparison of a run's present state.
  init(of run: Run, with labels: KnownLabels?) {
    self.run = run
    self.labels = labels
    func agreement(with expectation: Expectation) -> Agreement? {
      labels.flatMap {
        Agreement(
          labels: $0.ofPoints, untoldBy: nil, components: expectation.labels,
          weights: run.points.weights)
      }
    }
    all = run.posterior.flatMap(agreement)
    matching = (all ?? agreement(with: run.evaluation))?.matching
  }

  /// The adjusted Rand index over the known labels that EM was not told.
  var adjustedRandIndex: Double? {
    guard let observed = run.observed, let labels, let posterior = run.posterior else {
      return all?.adjustedRandIndex
    }
    return Agreement(
      labels: labels.ofPoints, untoldBy: observed, components: posterior.labels,
      weights: run.points.weights)?
      .adjustedRandIndex
  }

  /// The component whose colour and mark each known label has: the one that it agrees with best.
  var colours: [Int] {
    let names = labels?.names ?? []
    guard let matching else { return Array(names.indices) }
    return names.indices.map { $0 < matching.count ? matching[$0] : $0 }
  }

  /// For each point the component whose colour its known label has, `nil` where it is missing.
  var components: [Int?]? {
    let colours = colours
    return labels?.ofPoints.map { label in label.map { colours[$0] } }
  }

  /// Shows the complete or the incomplete data on a plot that shows what the run infers.
  func show(_ labelling: Labelling, on pane: inout PlotPane) {
    pane.labels = nil
    pane.showsModel = false
    guard labelling == .complete, let components else { return }
    // Marks and colours repeat long before there are as many labels as a byte can count.
    let marks = components.map { $0.map { UInt8(truncatingIfNeeded: $0) } }
    if marks.contains(nil) {
      pane.told = marks
    } else {
      pane.labels = marks.compactMap { $0 }
      pane.told = nil
    }
  }
}

/// Which part of the data (x, z) the plot shows.
enum Labelling: CaseIterable, Hashable, Sendable {
  /// Each point x with what EM infers about its label z.
  case inferred
  /// Each point with its known label: the complete data (x, z).
  case complete
  /// The points alone, as EM gets them: z is missing.
  case incomplete

  /// The next one, around the end; the complete data only where labels are known.
  func next(labelsAreKnown: Bool) -> Labelling {
    switch self {
    case .inferred: labelsAreKnown ? .complete : .incomplete
    case .complete: .incomplete
    case .incomplete: .inferred
    }
  }
}
