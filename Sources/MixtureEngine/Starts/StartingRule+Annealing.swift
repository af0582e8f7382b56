import RealModule

/// The end of deterministic annealing.
extension StartingRule {
  /// Deterministic annealing EM from random points: responsibilities in proportion to
  /// (πₖ N(x | μₖ, Σₖ))^β, with β rising from 0.7 to 1.
  ///
  /// A small β makes all points nearly anybody's and L's many maxima few. It runs the model that the
  /// start is for, with its structure, known labels and floor; k-means, which has no probabilities, gets
  /// the means of Gaussians. Where a component degenerates the start is the θ before that.
  public static let annealing = StartingRule(
    name: "annealing", summary: "deterministic annealing EM from random points, β from 0.7 to 1",
    source: "Ueda & Nakano 1998, Neural Networks 11:271–282", beginsFromMeans: true,
    chooseFor: { recipe, points, generator in
      let start = recipe.gaussians(
        at: distinctPoints(points, recipe.components, &generator), over: points
      ).with(structure: recipe.structure)
      let kind = recipe.kind == .kMeans ? ModelKind.gaussianMixture : recipe.kind
      guard
        let first = try? kind.model(from: start, over: points, observed: recipe.observed)
      else { return ChosenStart(gaussians: start) }
      let (end, iterations) = Annealing.standard.run(
        from: first, over: points, observed: recipe.observed,
        safeguard: recipe.safeguard(for: points))
      return ChosenStart(at: end, after: iterations, for: recipe, over: points)
    })
}

/// EM with responsibilities that are raised to a power β and normalised again, for a row of β.
package struct Annealing: Sendable {
  /// β one after the other.
  package var powers: [Double]
  /// How many iterations each β has.
  package var iterations: Int

  /// A schedule.
  ///
  /// - Parameters:
  ///   - powers: β one after the other, each positive.
  ///   - iterations: How many iterations each has.
  package init(powers: [Double], iterations: Int) {
    self.powers = powers
    self.iterations = iterations
  }

  /// β = 0.7, 0.77, 0.847 and 0.9317 with twenty iterations each; the long run, at β = 1, comes after.
  ///
  /// β begins no lower and stays no longer since with covariances of their own the components all become
  /// one for a small β, and EM doesn't part what is one: of 25 starts of Old Faithful with K = 3 all ended
  /// so from β = 0.5 in steps of 1.1, and none from 0.7.
  package static let standard = Annealing(
    powers: [0.7, 0.77, 0.847, 0.9317], iterations: 20)

  /// Where the schedule leads, or as far as it comes before a component degenerates.
  ///
  /// - Parameters:
  ///   - start: θ.
  ///   - points: The data.
  ///   - observed: Labels that are known.
  ///   - safeguard: When an M-step counts as a collapse.
  package func run(
    from start: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil,
    safeguard: Safeguard
  ) -> (model: any LatentLabelModel, iterations: Int) {
    func end<Model: LatentLabelModel>(
      _ first: Model
    ) -> (model: any LatentLabelModel, iterations: Int) {
      var (model, done) = (first, 0)
      for power in powers {
        for _ in 0..<iterations {
          if Task.isCancelled { return (model, done) }
          let q = model.temperedResponsibilities(power: power, over: points, observed: observed)
          guard
            let next = try? model.maximization(
              over: points, responsibilities: q, safeguard: safeguard)
          else { return (model, done) }
          model = next
          done += 1
        }
      }
      return (model, done)
    }
    return end(start)
  }
}

extension LatentLabelModel {
  /// qₖₙ ∝ p(xₙ, k | θ)^β; known labels keep their component.
  fileprivate func temperedResponsibilities(
    power: Double, over points: PointSet, observed: ObservedLabels?
  ) -> Responsibilities {
    guard power != 1 else { return responsibilities(over: points, observed: observed) }
    // The posterior's powers, normalised, are those of the joint density.
    var q = Responsibilities(pointCount: points.count, componentCount: componentCount)
    var row = [Double](repeating: 0, count: componentCount)
    for n in 0..<points.count {
      if let label = observed?[n] {
        q[n, Int(label)] = 1
        continue
      }
      var greatest = -Double.infinity
      for k in row.indices {
        row[k] = logJoint(of: points[n], label: k)
        greatest = max(greatest, row[k])
      }
      // Where every density is 0 to rounding the point is shared alike.
      guard greatest > -.infinity else {
        for k in row.indices { q[n, k] = 1 / Double(componentCount) }
        continue
      }
      var sum = 0.0
      for k in row.indices {
        row[k] = .exp(power * (row[k] - greatest))
        sum += row[k]
      }
      for k in row.indices { q[n, k] = row[k] / sum }
    }
    return q
  }
}
