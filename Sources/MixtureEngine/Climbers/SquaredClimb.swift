/// SQUAREM: from two EM steps r = θ₁ − θ₀ and v = (θ₂ − θ₁) − r a leap θ₀ + 2αr + α²v, and an EM step
/// from there.
///
/// Varadhan & Roland 2008, scheme S3: α = ‖r‖ / ‖v‖ (theirs is −α), no shorter than EM's own 1 and no
/// longer than a limit that is four times as long after each leap of full length. Where the leap leads
/// to no θ, or L would fall, θ₂ is taken. Lengths are those of ``ChartedModel``, so that neither units
/// nor turns of the plane matter.
struct SquaredClimb: ChartedClimb {
  /// The longest leap.
  private var longest = 1.0

  /// By what the limit grows and shrinks.
  private static let growth = 4.0
  /// A leap so little longer than 1 is EM's own second step.
  private static let least = 1.01

  mutating func step<Model: ChartedModel>(
    from start: ClimbingPlace<Model>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<Model> {
    let first = ground.place(at: try ground.maximum(from: start))
    guard let second = try? ground.maximum(from: first) else { return first }
    let scale = ground.points.startingCovariance
    let r = start.model.coordinates(of: first.model, scale: scale)
    let v = zip(start.model.coordinates(of: second, scale: scale), r).map { $0 - 2 * $1 }
    let ratio = KrylovSpace.length(of: r) / KrylovSpace.length(of: v)
    var length = ratio > 1 ? min(ratio, longest) : 1
    let leap = zip(r, v).map { 2 * length * $0 + length * length * $1 }
    var end: ClimbingPlace<Model>?
    if length > Self.least {
      end = landing(of: start.model.displaced(by: leap, scale: scale), on: &ground)
      if end.map({ $0.objective >= start.objective }) != true {
        end = nil
        if length == longest { longest = max(1, longest / Self.growth) }
        length = 1
      }
    }
    if length == longest { longest *= Self.growth }
    return end ?? ground.place(at: second)
  }

  /// Where EM leads from a leap, `nil` where there is nothing to lead from.
  private func landing<Model: ChartedModel>(
    of leap: Model?, on ground: inout ClimbingGround
  ) -> ClimbingPlace<Model>? {
    guard let leap, ground.isFeasible(leap) else { return nil }
    let landed = ground.place(at: leap)
    guard landed.objective.isFinite, let settled = try? ground.maximum(from: landed) else {
      return nil
    }
    return ground.place(at: settled)
  }
}
