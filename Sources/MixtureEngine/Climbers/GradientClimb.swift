/// Gradient ascent on L with backtracking, in the coordinates of ``UnconstrainedModel``.
///
/// The gradient of L at θ is that of the bound that touches there (Fisher's identity), so the sums of the
/// E-step give it by differences and no further pass. Each length that is tried costs one: it is halved
/// until L gains a ten-thousandth of what the slope promises, and doubled after a step that was taken
/// at once. Where none gains, as where a floor stands in the way, the step is EM's own.
struct GradientClimb: UnconstrainedClimb {
  /// The length that is tried first, in units of the gradient; none before the first step.
  private var length: Double?

  /// The step of a difference, and the share of the promise that has to be kept.
  private static let (difference, promise) = (1e-5, 1e-4)
  /// A way shorter than this is nothing.
  private static let least = 1e-12

  mutating func step<Model: UnconstrainedModel>(
    from place: ClimbingPlace<Model>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<Model> {
    // A place that EM would call a collapse is one for everybody.
    let maximum = try ground.maximum(from: place)
    let slope = gradient(at: place, over: ground.points)
    let size = KrylovSpace.length(of: slope)
    var length = length ?? 1 / ground.points.totalWeight
    var isFirst = true
    while length * size > Self.least {
      let moved = place.model.moved(
        by: slope.map { $0 * length }, scale: ground.points.startingCovariance)
      if let moved, ground.isFeasible(moved) {
        let landed = ground.place(at: moved)
        if landed.objective >= place.objective + Self.promise * length * size * size {
          self.length = isFirst ? 2 * length : length
          return landed
        }
      }
      isFirst = false
      length /= 2
    }
    return ground.place(at: maximum)
  }

  private func gradient<Model: UnconstrainedModel>(
    at place: ClimbingPlace<Model>, over points: PointSet
  ) -> [Double] {
    let scale = points.startingCovariance
    var way = [Double](repeating: 0, count: place.model.unconstrainedCount)
    return way.indices.map { i in
      let values = [Self.difference, -Self.difference].compactMap { step -> Double? in
        way[i] = step
        return place.model.moved(by: way, scale: scale)?.expectedLogJoint(
          over: points, under: place.expectation)
      }
      way[i] = 0
      guard values.count == 2 else { return 0 }
      let slope = (values[0] - values[1]) / (2 * Self.difference)
      return slope.isFinite ? slope : 0
    }
  }
}
