/// The M-step's arithmetic for one component.
///
///     Nₖ = Σₙ qₖₙ,   μₖ = Σₙ qₖₙ xₙ / Nₖ,   πₖ = Nₖ / N
public struct ComponentUpdate: Hashable, Sendable {
  /// Nₖ, in points.
  public var mass: Double
  /// Σₙ qₖₙ xₙ, or `nil` where the M-step is no plain weighted mean.
  public var weightedSum: Point?
  /// The component at θ⁽ᵗ⁾.
  public var before: ComponentShape
  /// The component at θ⁽ᵗ⁺¹⁾.
  public var after: ComponentShape
}

extension MaximizationStep {
  /// The arithmetic of each component.
  public var updates: [ComponentUpdate] {
    let shapes = zip(origin.shapes, target.shapes)
    switch expectation.posterior {
    case .table(let q):
      var masses = [Double](repeating: 0, count: q.componentCount)
      for n in 0..<q.pointCount {
        for k in masses.indices { masses[k] += q[n, k] }
      }
      return zip(shapes, masses).map {
        ComponentUpdate(mass: $1, weightedSum: nil, before: $0.0, after: $0.1)
      }
    case .sums(let sums, _, _):
      return zip(shapes, sums).map { shapes, sums in
        ComponentUpdate(
          mass: sums.mass, weightedSum: sums.weightedSum, before: shapes.0, after: shapes.1)
      }
    }
  }
}

extension ComponentStatistics {
  /// Σₙ qₖₙ uₖₙ xₙ, in the data's own coordinates.
  public var weightedSum: Point {
    Point(x: sumX + weight * reference.x, y: sumY + weight * reference.y)
  }
}
