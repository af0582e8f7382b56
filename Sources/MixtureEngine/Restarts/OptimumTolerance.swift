/// When two fits count as the same optimum, up to the numbering of their components.
package struct OptimumTolerance: Hashable, Sendable {
  /// The difference in L, in nats per point; for k-means, in J as a fraction of J.
  package var objective: Double
  /// The difference in each weight, in each mean as a fraction of the data's standard deviation,
  /// and in each covariance as a fraction of the data's variance.
  package var parameters: Double

  /// A tolerance; the defaults are far above what a converged run leaves undone and far below
  /// the distance between optima that a person would tell apart.
  package init(objective: Double = 1e-5, parameters: Double = 0.02) {
    self.objective = objective
    self.parameters = parameters
  }
}

extension Run {
  /// Whether another run over the same points stands at the same optimum, up to the numbering of the
  /// components.
  ///
  /// - Parameters:
  ///   - other: The other run.
  ///   - tolerance: When two places are one.
  package func isOne(
    with other: Run, tolerance: OptimumTolerance = OptimumTolerance()
  ) -> Bool {
    func outcome(_ run: Run) -> Outcome {
      let end = run.snapshot
      return Outcome(
        model: end.model, objective: end.objective, iterations: end.iteration, status: end.status,
        logPrior: end.logPrior)
    }
    return tolerance.areOne(
      outcome(self), outcome(other), totalWeight: points.totalWeight,
      scale: points.startingCovariance)
  }
}

extension OptimumTolerance {
  /// Whether two fits over the same points are one optimum, up to the numbering of their components.
  ///
  /// - Parameters:
  ///   - totalWeight: The weight of the points.
  ///   - scale: The covariance of the points.
  func areOne(_ a: Outcome, _ b: Outcome, totalWeight: Double, scale: Covariance2) -> Bool {
    guard agrees(a, b, totalWeight: totalWeight) else { return false }
    let (ours, others) = (a.model.shapes, b.model.shapes)
    return areOne(ours, others, scale: scale)
      || areOne(merged(ours, scale: scale), merged(others, scale: scale), scale: scale)
  }

  private func areOne(
    _ a: [ComponentShape], _ b: [ComponentShape], scale: Covariance2
  ) -> Bool {
    a.count == b.count
      && ComponentMatching.exists(count: a.count) { agrees(a[$0], b[$1], scale: scale) }
  }

  /// The components with those that agree but for their weights taken together, and without those of no
  /// weight: how the weight is shared among them makes no other fit.
  private func merged(_ shapes: [ComponentShape], scale: Covariance2) -> [ComponentShape] {
    shapes.reduce(into: []) { kept, shape in
      if shape.weight <= 1e-6 { return }
      let twin = kept.firstIndex {
        var other = $0
        other.weight = shape.weight
        return agrees(other, shape, scale: scale)
      }
      if let twin { kept[twin].weight += shape.weight } else { kept.append(shape) }
    }
  }

  /// Whether two fits over the same points agree in their objective.
  func agrees(_ a: Outcome, _ b: Outcome, totalWeight: Double) -> Bool {
    guard a.model.criterion == b.model.criterion else { return false }
    let difference = abs(a.climbed - b.climbed)
    switch a.model.criterion {
    case .logLikelihood: return difference <= objective * totalWeight
    case .distortion: return difference <= objective * max(abs(a.objective), abs(b.objective))
    }
  }

  /// Whether two components agree, in units of the data's covariance.
  func agrees(_ a: ComponentShape, _ b: ComponentShape, scale: Covariance2) -> Bool {
    let sdX = scale.xx.squareRoot()
    let sdY = scale.yy.squareRoot()
    return abs(a.weight - b.weight) <= parameters
      && abs(a.centre.x - b.centre.x) <= parameters * sdX
      && abs(a.centre.y - b.centre.y) <= parameters * sdY
      && agrees(a.outline, b.outline, sdX: sdX, sdY: sdY)
  }

  private func agrees(
    _ a: ComponentShape.Outline, _ b: ComponentShape.Outline, sdX: Double, sdY: Double
  ) -> Bool {
    switch (a, b) {
    case (.ellipse(let a), .ellipse(let b)):
      return abs(a.xx - b.xx) <= parameters * sdX * sdX
        && abs(a.xy - b.xy) <= parameters * sdX * sdY
        && abs(a.yy - b.yy) <= parameters * sdY * sdY
    case (.line(_, let slopeA, let deviationA), .line(_, let slopeB, let deviationB)):
      // The line's height is compared at the component's centre.
      return abs(slopeA - slopeB) * sdX <= parameters * sdY
        && abs(deviationA - deviationB) <= parameters * sdY
    default: return a == b
    }
  }
}
