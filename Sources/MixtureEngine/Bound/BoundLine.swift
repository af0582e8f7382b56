/// The line through θ⁽ᵗ⁾ along which the curves of the lecture's figure are drawn.
///
///     θ(s) = (1 − s) θ⁽ᵗ⁾ + s θ′
struct BoundLine {
  /// θ⁽ᵗ⁾, where F touches L.
  let origin: any LatentLabelModel
  /// θ′.
  let target: any LatentLabelModel
  /// All points.
  let points: PointSet
  /// The points that the gap is taken from.
  let sample: PointSet
  /// Their known labels.
  let observed: ObservedLabels?
  /// q over all points.
  let expectation: Expectation
  /// q over the sample.
  let sampled: Expectation

  /// What a sum over the sample is multiplied by to stand for all points.
  private var scale: Double { points.totalWeight / sample.totalWeight }
  private var isWhole: Bool { sample.count == points.count }

  /// The same line toward another θ.
  func toward(_ target: any LatentLabelModel) -> BoundLine {
    BoundLine(
      origin: origin, target: target, points: points, sample: sample, observed: observed,
      expectation: expectation, sampled: sampled)
  }

  private func model(at s: Double) -> (any LatentLabelModel)? {
    s == 0 ? origin : s == 1 ? target : origin.interpolated(to: target, at: s)
  }

  private func bound(of model: any LatentLabelModel) -> Double {
    guard !isWhole else { return model.lowerBound(over: sample, under: sampled) }
    return expectation.sums == nil
      ? scale * model.lowerBound(over: sample, under: sampled)
      : model.lowerBound(over: points, under: expectation)
  }

  /// F at a place, or `nil` where there is no valid θ.
  func bound(at s: Double) -> Double? {
    model(at: s).map(bound).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Both curves at a place, or `nil` where there is no valid θ.
  func curves(at s: Double) -> BoundCurve.Sample? {
    guard let model = model(at: s) else { return nil }
    let objective = model.expectation(over: sample, observed: observed).objective
    let whole = bound(of: model)
    guard !isWhole else { return BoundCurve.Sample(s: s, objective: objective, bound: whole) }
    let gap = objective - model.lowerBound(over: sample, under: sampled)
    return BoundCurve.Sample(s: s, objective: whole + scale * gap, bound: whole)
  }

  /// The farthest place from a start in a direction where F is still at a level; `nil` where it is
  /// so at any distance, as nothing moves along the line.
  private func end(from start: Double, _ direction: Double, at level: Double) -> Double? {
    func holds(_ way: Double) -> Bool {
      bound(at: start + direction * way).map { $0 >= level } ?? false
    }
    var far = 0.5
    while holds(far) {
      far *= 2
      guard far < 1e8 else { return nil }
    }
    var near = 0.0
    for _ in 0..<20 {
      let middle = (near + far) / 2
      if holds(middle) { near = middle } else { far = middle }
    }
    return start + direction * near
  }

  /// From where to where the curves are drawn: around `0...last`, as far as F has fallen by some
  /// multiple of what the step raises it, but by no less than `leastFall`, and farther where the
  /// curves have not parted by then.
  ///
  /// - Returns: `nil` where nothing moves along the line.
  func reach(beyond last: Double, leastFall: Double) -> ClosedRange<Double>? {
    guard let touch = bound(at: 0), let end = bound(at: last) else { return nil }
    var reach: ClosedRange<Double>?
    for factor in [8.0, 32, 128] {
      let fall = max(factor * abs(end - touch), leastFall)
      guard let left = self.end(from: 0, -1, at: touch - fall),
        let right = self.end(from: last, 1, at: touch - fall)
      else { return nil }
      reach = left...right
      let gaps = [left, right].compactMap { curves(at: $0).map { $0.objective - $0.bound } }
      if gaps.reduce(0, +) >= fall / 4 || (factor > 8 && fall == leastFall) { break }
    }
    return reach
  }

  /// The place of the greatest F in a range, by golden sections.
  func top(in range: ClosedRange<Double>) -> Double {
    let share = (5.0.squareRoot() - 1) / 2
    var (low, high) = (range.lowerBound, range.upperBound)
    func height(_ s: Double) -> Double { bound(at: s) ?? -.infinity }
    for _ in 0..<30 {
      let (a, b) = (high - share * (high - low), low + share * (high - low))
      if height(a) < height(b) { low = a } else { high = b }
    }
    return (low + high) / 2
  }
}
