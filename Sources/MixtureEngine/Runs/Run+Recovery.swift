extension Run {
  /// A run that goes on from here with a floor under every variance.
  ///
  /// It begins with the M-step of the present posterior under the floor, so that no variance is
  /// below it from the start on and L never falls.
  ///
  /// - Parameter floor: The least variance along any direction, in squared units of the data, or of z-scores;
  ///   ``PointSet/suggestedVarianceFloor`` unless given.
  package func continuing(withFloor floor: Double? = nil) -> Run {
    var safeguard = safeguard
    safeguard.varianceFloor = floor ?? points.suggestedVarianceFloor
    return continuing(under: safeguard)
  }

  /// Whether it can go on with a prior, and has none yet.
  package var takesPrior: Bool {
    guard let mixture = model as? GaussianMixture else { return false }
    return algorithm == .em && safeguard.prior == nil && !mixture.structure.holdsWeights
  }

  /// A run that goes on from here with the usual prior, beginning with the M-step under it.
  package func continuingWithPrior() -> Run {
    var safeguard = safeguard
    safeguard.prior = .standard(for: points, components: model.componentCount)
    return continuing(under: safeguard)
  }

  /// A run that begins with the M-step of the present posterior under another safeguard.
  private func continuing(under safeguard: Safeguard) -> Run {
    let raised = try? model.maximization(over: points, from: evaluation, safeguard: safeguard)
    return Run(
      of: raised ?? model, over: points, observed: observed, stopping: stopping,
      safeguard: safeguard, algorithm: algorithm)
  }

  /// A run that goes on from the present θ with one component begun anew: on a data point drawn in
  /// proportion to the weights, with the data's covariance and the weight 1/K.
  ///
  /// - Parameters:
  ///   - component: The component, counted from 0.
  ///   - seed: The seed of the draw.
  /// - Throws: ``Collapse`` when the others have nothing to stand on.
  /// - Precondition: The component exists and is not the noise.
  package func reseeding(component: Int, seed: UInt64) throws(Collapse) -> Run {
    let present = GaussianMixture.start(continuing: model, over: points, observed: observed)
    precondition(present.components.indices.contains(component), "no such component")
    var generator = SeededGenerator(seed: seed)
    let place = points[points.draw(&generator)]
    let share = 1 / Double(present.componentCount)
    let rest = 1 - present.components[component].weight
    let components = present.components.indices.map { k in
      let old = present.components[k]
      if k == component { return GaussianComponent.start(weight: share, mean: place, over: points) }
      let weight = rest > 0 ? old.weight / rest * (1 - share) : share
      return GaussianComponent(weight: weight, mean: old.mean, covariance: old.covariance) ?? old
    }
    let start = GaussianMixture(components: components, structure: model.covarianceStructure)
    return Run(
      of: try model.restarted(from: start, over: points, observed: observed),
      over: points, observed: observed, stopping: stopping, safeguard: safeguard,
      algorithm: algorithm)
  }

  /// The components whose variance the floor keeps up at the present θ.
  package var flooredComponents: [Int] {
    guard let floor = safeguard.varianceFloor, let residual = safeguard.residualFloor else {
      return []
    }
    return model.shapes.enumerated().compactMap { k, shape in
      switch shape.outline {
      case .ellipse(let covariance):
        safeguard.leastVariance(of: covariance) <= floor * (1 + 1e-9) ? k : nil
      case .line(_, _, let deviation): deviation * deviation <= residual * (1 + 1e-9) ? k : nil
      case .none, .everywhere: nil
      }
    }
  }
}

extension PointSet {
  /// A thousandth of the least variance of the data along any direction: small beside any
  /// component worth having, large enough to end a collapse.
  package var suggestedVarianceFloor: Double {
    Safeguard(for: self).leastVariance(of: startingCovariance) / 1000
  }
}
