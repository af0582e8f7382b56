import RealModule

/// Damped Anderson acceleration of EM with restarts, DAAREM.
///
/// With f(θ) = M(θ) − θ, F the differences of f over the latest steps and X those of θ, the next θ is
/// θ + f − (X + F)γ, where γ minimises ‖f − Fγ‖² + λ‖γ‖². λ is such that ‖γ‖² is the share
/// δ = 1 / (1 + a^(κ − s)) of what it is for λ = 0; s grows with every step that is taken, so that damping
/// ends, and falls where a whole cycle has lost. A step that lowers L by more than ε, or leads to no θ, is
/// EM's. After as many steps as there may be columns the next cycle begins with one.
///
/// Henderson & Varadhan 2019, with their a = 1.2, κ = 25, ε = 0.01 nats and at most 10 columns; their
/// monotone cycles. Lengths are those of ``ChartedModel`` at the present θ.
struct AndersonClimb: ChartedClimb {
  /// θ and M(θ) of the present cycle, oldest first.
  private var way: [(theta: any ChartedModel, image: any ChartedModel)] = []
  /// s.
  private var trust = 0.0
  /// L where the last cycle ended.
  private var last = -Double.infinity

  private static let (base, patience, loss, mostColumns) = (1.2, 25.0, 0.01, 10)

  mutating func step<Model: ChartedModel>(
    from place: ClimbingPlace<Model>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<Model> {
    let image = try ground.maximum(from: place)
    way.append((place.model, image))
    let columns = way.count - 1
    var next: ClimbingPlace<Model>?
    if let leap = leap(from: place.model, over: ground.points.startingCovariance),
      ground.isFeasible(leap)
    {
      let landed = ground.place(at: leap)
      if landed.objective >= place.objective - Self.loss {
        next = landed
        trust += 1
      }
    }
    let end = next ?? ground.place(at: image)
    if columns == 0 {
      last = end.objective
    } else if columns >= Self.limit(place.model.freeParameterCount) {
      if end.objective < last { trust = max(trust - Double(columns), -2 * Self.patience) }
      last = end.objective
      way = [way[way.count - 1]]
    }
    return end
  }

  /// The most columns: half as many as there are parameters, and no more than ten.
  private static func limit(_ parameters: Int) -> Int { min(mostColumns, (parameters + 1) / 2) }

  /// The θ that the steps of the cycle point to, `nil` where they point to none.
  private func leap<Model: ChartedModel>(from theta: Model, over scale: Covariance2) -> Model? {
    let places = way.compactMap { step -> (theta: [Double], rest: [Double])? in
      guard let old = step.theta as? Model, let image = step.image as? Model else { return nil }
      let from = theta.coordinates(of: old, scale: scale)
      let to = theta.coordinates(of: image, scale: scale)
      return (from, zip(to, from).map { $0 - $1 })
    }
    guard places.count > 1, let present = places.last else { return nil }
    func differences(_ path: KeyPath<(theta: [Double], rest: [Double]), [Double]>) -> [[Double]] {
      zip(places.dropFirst(), places).map { after, before in
        zip(after[keyPath: path], before[keyPath: path]).map { $0 - $1 }
      }
    }
    let (ways, rests) = (differences(\.theta), differences(\.rest))
    let share = 1 / (1 + Double.pow(Self.base, Self.patience - trust))
    guard
      let gamma = DampedLeastSquares(columns: rests, target: present.rest).solution(
        withShare: share)
    else { return nil }
    var leap = present.rest
    for (j, factor) in gamma.enumerated() {
      for n in leap.indices { leap[n] -= factor * (ways[j][n] + rests[j][n]) }
    }
    guard leap.allSatisfy(\.isFinite) else { return nil }
    return theta.displaced(by: leap, scale: scale)
  }
}
