/// The M-step at hand: from θ⁽ᵗ⁾, under the posterior q at θ⁽ᵗ⁾, to θ⁽ᵗ⁺¹⁾.
package struct MaximizationStep: Sendable {
  /// How far a run is on its way.
  package enum Progress: Hashable, Sendable {
    /// The run stands at θ⁽ᵗ⁾ and has no q yet: an E-step comes first.
    case awaitsPosterior
    /// The run stands at θ⁽ᵗ⁾ with q, where the bound touches.
    case ahead
    /// The run stands at θ⁽ᵗ⁺¹⁾, still with the q of θ⁽ᵗ⁾.
    case taken
  }

  /// θ⁽ᵗ⁾.
  package let origin: any LatentLabelModel
  /// The E-step at θ⁽ᵗ⁾, whose q the step maximises under.
  package let expectation: Expectation
  /// θ⁽ᵗ⁺¹⁾.
  package let target: any LatentLabelModel
  /// Where the run stands.
  package let progress: Progress
  /// The points that the E-step was taken over.
  package let points: PointSet
  /// The prior under which the step maximises F + log p(θ), or `nil` where it maximises F alone.
  package let prior: Prior?
}

extension Run {
  /// The M-step that was just taken, or else the one that comes next.
  ///
  /// Under another algorithm than EM it is the one that EM would take from here.
  ///
  /// - Throws: ``Collapse`` when the next M-step would degenerate a component.
  package func maximizationStep() throws(Collapse) -> MaximizationStep {
    if algorithm == .em, snapshot.next == .expectation, let origin = snapshot.posteriorModel,
      let posterior
    {
      return MaximizationStep(
        origin: origin, expectation: posterior, target: model, progress: .taken,
        points: points, prior: safeguard.prior(of: origin))
    }
    return MaximizationStep(
      origin: model, expectation: evaluation, target: try nextMaximum(),
      progress: snapshot.next == .expectation ? .awaitsPosterior : .ahead, points: points,
      prior: safeguard.prior(of: model))
  }

  /// The θ of the next M-step: from the history where it is known.
  private func nextMaximum() throws(Collapse) -> any LatentLabelModel {
    if case .collapsed(let collapse) = snapshot.status { throw collapse }
    guard algorithm == .em else {
      return try model.maximization(over: points, from: evaluation, safeguard: safeguard)
    }
    let known = history[(cursor + 1)...].first { $0.iteration == snapshot.iteration + 1 }
    if let known { return known.model }
    return try model.maximization(over: points, from: evaluation, safeguard: safeguard)
  }
}

/// The M-step's arithmetic for one component.
///
///     Nₖ = Σₙ wₙ qₖₙ,   μₖ = Σₙ wₙ qₖₙ xₙ / Nₖ,   πₖ = Nₖ / W
package struct ComponentUpdate: Hashable, Sendable {
  /// Nₖ, in points.
  package var mass: Double
  /// Σₙ wₙ qₖₙ xₙ, or `nil` where the M-step is no plain weighted mean.
  package var weightedSum: Point?
  /// The component at θ⁽ᵗ⁾.
  package var before: ComponentShape
  /// The component at θ⁽ᵗ⁺¹⁾.
  package var after: ComponentShape
}

extension MaximizationStep {
  /// The arithmetic of each component.
  package var updates: [ComponentUpdate] {
    let shapes = zip(origin.shapes, target.shapes)
    switch expectation.posterior {
    case .table, .precisions:
      return zip(shapes, expectation.masses(over: points)).map {
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
  package var weightedSum: Point {
    Point(x: sumX + weight * reference.x, y: sumY + slope * sumX + weight * reference.y)
  }
}
