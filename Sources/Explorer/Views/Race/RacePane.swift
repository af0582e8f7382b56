import MixtureEngine
import TerminalCanvas

/// Two runs side by side over the same axes, and what may be said about their objectives.
struct RacePane {
  var left: RaceLane
  var right: RaceLane
  /// Whether the keys act on the left run.
  var actsLeft: Bool
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (verdict, first, second) = Self.parts(of: size)
    let scale = sharedScale
    frame.paste(
      left.frame(size: first.size, isChosen: actsLeft, scale: scale), at: first.origin)
    frame.paste(
      right.frame(size: second.size, isChosen: !actsLeft, scale: scale), at: second.origin)
    frame.write(comparison, in: verdict, style: theme.style(.value))
    return frame
  }

  /// Where the two plots stand in a pane of a size; they are equally large, and so show the same
  /// part of the plane.
  static func plots(in size: Size) -> [Rect] {
    let (_, first, second) = parts(of: size)
    return [first, second].map(RaceLane.plot)
  }

  private static func parts(of size: Size) -> (verdict: Rect, first: Rect, second: Rect) {
    let (verdict, lanes) = Rect(size).split(bottom: 1)
    let width = (size.width - 1) / 2
    let (first, rest) = lanes.split(left: width)
    return (verdict, first, rest.split(left: 1).rest.split(left: width).left)
  }

  /// As many gains as tell their range.
  private static let mostGains = 200

  /// One scale for both sparklines, where both measure the same thing.
  private var sharedScale: ClosedRange<Double>? {
    guard left.stage.run.isComparable(with: right.stage.run) else { return nil }
    let most = Self.mostGains
    return .decades(of: left.gains(most: most) + right.gains(most: most))
  }

  /// Both runs in words.
  var told: Told {
    Told(
      "left\(actsLeft ? ", where the keys act" : ""): \(left.title)", left.standing,
      "right\(actsLeft ? "" : ", where the keys act"): \(right.title)", right.standing,
      comparison)
  }

  /// Which run is ahead, or why that can't be said.
  var comparison: String {
    let (a, b) = (left.stage.run, right.stage.run)
    guard a.isComparable(with: b) else {
      return a.model.criterion == b.model.criterion
        ? "not comparable: the two likelihoods are of different things"
        : "not comparable: L is a likelihood, J a sum of squares"
    }
    if a.algorithm != b.algorithm { return acceleration(a, b) }
    let lead = a.snapshot.objective - b.snapshot.objective
    let side = lead > 0 ? "left" : "right"
    let parameters = (a.model.freeParameterCount, b.model.freeParameterCount)
    let price =
      parameters.0 == parameters.1
      ? "" : ", with \(parameters.0) and \(parameters.1) free parameters"
    switch a.model.criterion {
    case .logLikelihood:
      return abs(lead) < 5e-5
        ? "L is the same" + price : "L is higher at the \(side), by \(abs(lead).fixed(4))" + price
    case .distortion:
      return lead == 0
        ? "J is the same" : "J is lower at the \(side), by \(abs(lead).significant(6))"
    }
  }

  /// What another algorithm did to the same climb: which is ahead, and at the end whether it led
  /// elsewhere.
  private func acceleration(_ a: Run, _ b: Run) -> String {
    let lead = a.snapshot.objective - b.snapshot.objective
    let ahead =
      abs(lead) < 5e-5
      ? "L is the same"
      : "L is higher at the \(lead > 0 ? "left" : "right"), by \(abs(lead).fixed(4))"
    let passes = (a.snapshot.passes, b.snapshot.passes)
    guard a.snapshot.status != .running, b.snapshot.status != .running else {
      return passes.0 == passes.1
        ? "\(ahead), after \(passes.0) pass\(passes.0 == 1 ? "" : "es") each"
        : "\(ahead), after \(passes.0) and \(passes.1) passes"
    }
    guard a.snapshot.status == .converged, b.snapshot.status == .converged else {
      return "\(ahead); not both converged"
    }
    if a.isOne(with: b) { return "the same optimum, after \(passes.0) and \(passes.1) passes" }
    let stranger = [a, b].first { !$0.algorithm.restsWithEM && $0.algorithm != .em }
    return stranger.map { "\(ahead); where \($0.algorithm.title) rests is no optimum of L" }
      ?? "they ended in different optima: \(ahead)"
  }
}
