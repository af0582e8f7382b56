import MixtureEngine
import TerminalCanvas

extension Sentences {
  /// What the latest half-step did, with its numbers; empty at the start and at the end of a run.
  static func done(_ entry: Ledger.Entry?, _ criterion: Criterion, points: Int) -> String {
    guard let entry, let halfStep = entry.halfStep else { return "" }
    switch (halfStep, criterion) {
    case (.expectation, .logLikelihood):
      guard let gain = entry.boundGain else { return "E shared out \(points) points, now F = L; " }
      return "E raised F by \(gain.distance(7)) to touch L; "
    case (.maximization, .logLikelihood):
      return change(entry.objectiveGain, "M raised L by", "M lowered L by")
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
