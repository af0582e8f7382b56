import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

/// A session's record as a file, and back.
extension SessionFile {
  /// The file of a record.
  init(_ record: SessionRecord) {
    let settings = record.settings
    self.init(
      data: record.dataName, columns: [record.columns.x, record.columns.y],
      labelColumn: record.labelColumn, points: record.pointCount, lesson: record.lesson,
      settings: Settings(
        model: settings.kind.name, covariance: settings.structure.name,
        components: settings.components, start: settings.startingRule.name, seed: settings.seed,
        tolerance: settings.stopping.tolerance, iterations: settings.stopping.iterationLimit,
        given: settings.givenStart.map { Given($0) },
        holdLabels: settings.heldShare > 0 ? settings.heldShare : nil),
      size: [record.size.width, record.size.height], events: record.events.map(\.text),
      outcome: Outcome(record.outcome))
  }

  /// What the session was opened with.
  ///
  /// - Throws: ``SessionError`` that names the entry that isn't known.
  func openingSettings(of data: ExploredData, file: String) throws -> Explorer.Settings {
    func known<Value>(_ value: Value?, _ entry: String) throws -> Value {
      guard let value else { throw SessionError(file: file, reason: "\(entry) is not known.") }
      return value
    }
    var opening = Explorer.Settings(
      kind: try known(ModelKind.named(settings.model), "the model \(settings.model)"),
      structure: try known(
        CovarianceStructure(name: settings.covariance), "the structure \(settings.covariance)"),
      components: settings.components,
      startingRule: try known(
        StartingRule.named(settings.start), "the starting rule \(settings.start)"),
      seed: settings.seed,
      givenStart: try settings.given.map { try known($0.mixture, "the given start") },
      stopping: StoppingRule(
        tolerance: settings.tolerance, iterationLimit: settings.iterations))
    if let share = settings.holdLabels {
      guard (0...1).contains(share) else {
        throw SessionError(file: file, reason: "settings.holdLabels must be a share from 0 to 1.")
      }
      opening.hold(share, of: data)
    }
    return opening
  }

  /// What happened, in order.
  ///
  /// - Throws: ``SessionError`` that names the event that means nothing.
  func sessionEvents(file: String) throws -> [SessionEvent] {
    try events.enumerated().map { index, text in
      guard let event = SessionEvent(text: text) else {
        throw SessionError(
          file: file, reason: "event \(index + 1), \(text.harmless), means nothing.")
      }
      return event
    }
  }

  /// The screen's size at the opening.
  func openingSize(file: String) throws -> Size {
    guard size.count == 2, size.allSatisfy({ (0...10_000).contains($0) }) else {
      throw SessionError(file: file, reason: "size must be columns and rows.")
    }
    return Size(width: size[0], height: size[1])
  }
}

extension SessionFile.Outcome {
  /// The outcome of a record.
  init(_ outcome: SessionRecord.Outcome) {
    self.init(
      model: outcome.model, iteration: outcome.iteration, objective: outcome.objective,
      centres: outcome.centres.map { [$0.x, $0.y] })
  }
}

extension SessionFile.Given {
  /// A given start as it stands in the file.
  init(_ mixture: GaussianMixture) {
    self.init(
      weights: mixture.components.map(\.weight),
      means: mixture.components.map { [$0.mean.x, $0.mean.y] },
      covariances: mixture.components.map(\.covariance).map { [[$0.xx, $0.xy], [$0.xy, $0.yy]] })
  }

  /// The mixture, or `nil` if the numbers make none.
  var mixture: GaussianMixture? {
    guard !weights.isEmpty, weights.count <= 255, means.count == weights.count,
      covariances.count == weights.count
    else { return nil }
    var components: [GaussianComponent] = []
    for (weight, (mean, rows)) in zip(weights, zip(means, covariances)) {
      guard mean.count == 2, rows.count == 2, rows.allSatisfy({ $0.count == 2 }),
        let component = GaussianComponent(
          weight: weight, mean: Point(x: mean[0], y: mean[1]),
          covariance: Covariance2(xx: rows[0][0], xy: rows[0][1], yy: rows[1][1]))
      else { return nil }
      components.append(component)
    }
    return GaussianMixture(components: components)
  }
}
