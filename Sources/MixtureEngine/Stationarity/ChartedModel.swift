import RealModule

/// A model that has coordinates for the θ near it.
///
/// The coordinates are linear in weights, means and covariances, each in units of its component, so that
/// lengths are those of the complete-data Fisher information for one point:
///
///     |δθ|² = Σₖ δπₖ² / πₖ + πₖ (δμₖᵀ Σₖ⁻¹ δμₖ + ½ tr (Σₖ⁻¹ δΣₖ)²)
///
/// In them EM's Jacobian at a stationary point of a mixture of Gaussians is symmetric, the share of
/// the information that is missing (Dempster, Laird & Rubin 1977), and no answer depends on units or
/// on how the plane is turned.
package protocol ChartedModel: LatentLabelModel {
  /// The coordinates of another θ about this one.
  ///
  /// - Parameter scale: The data's covariance.
  func coordinates(of other: Self, scale: Covariance2) -> [Double]

  /// The θ at some coordinates about this one, `nil` where there is none.
  func displaced(by coordinates: [Double], scale: Covariance2) -> Self?
}

extension [GaussianComponent] {
  /// Six coordinates a component.
  func coordinates(of other: [GaussianComponent], holdingWeights: Bool) -> [Double] {
    zip(self, other).flatMap { a, b -> [Double] in
      let root = a.weight.squareRoot()
      let (u, v) = a.factor.whiten(b.mean.x - a.mean.x, b.mean.y - a.mean.y)
      let m = a.factor.whiten(b.covariance + -1 * a.covariance)
      return [
        holdingWeights ? 0 : (b.weight - a.weight) / root, root * u, root * v,
        root * m.xx / Double.sqrt(2), root * m.xy, root * m.yy / Double.sqrt(2),
      ]
    }
  }

  /// The components at some coordinates, `nil` where they are none.
  func displaced(by coordinates: [Double], holdingWeights: Bool) -> [GaussianComponent]? {
    var moved: [GaussianComponent] = []
    for (k, a) in enumerated() {
      let c = Swift.Array(coordinates[(6 * k)..<(6 * k + 6)])
      let root = a.weight.squareRoot()
      let (u, v) = (c[1] / root, c[2] / root)
      let change = a.factor.color(
        Covariance2(xx: c[3] * .sqrt(2) / root, xy: c[4] / root, yy: c[5] * .sqrt(2) / root))
      let component = GaussianComponent(
        weight: holdingWeights ? a.weight : a.weight + root * c[0],
        mean: a.place(u, v),
        covariance: a.covariance + change)
      guard let component else { return nil }
      moved.append(component)
    }
    return moved
  }
}

extension GaussianMixture: ChartedModel {
  package func coordinates(of other: GaussianMixture, scale: Covariance2) -> [Double] {
    components.coordinates(of: other.components, holdingWeights: structure.holdsWeights)
  }

  package func displaced(by coordinates: [Double], scale: Covariance2) -> GaussianMixture? {
    components.displaced(by: coordinates, holdingWeights: structure.holdsWeights).map {
      GaussianMixture(components: $0, structure: structure)
    }
  }
}

extension StudentMixture: ChartedModel {
  package func coordinates(of other: StudentMixture, scale: Covariance2) -> [Double] {
    components.coordinates(of: other.components, holdingWeights: false)
  }

  package func displaced(by coordinates: [Double], scale: Covariance2) -> StudentMixture? {
    components.displaced(by: coordinates, holdingWeights: false).map {
      with(components: $0)
    }
  }
}

extension NoisyMixture: ChartedModel {
  /// √(π₀ (1 − π₀)), the unit of the noise's weight; 0 where it has come to the edge and stays there.
  private var noiseUnit: Double {
    let product = noiseWeight * (1 - noiseWeight)
    return product > 1e-6 ? product.squareRoot() : 0
  }

  package func coordinates(of other: NoisyMixture, scale: Covariance2) -> [Double] {
    let share = (1 - noiseWeight).squareRoot()
    let noise = noiseUnit > 0 ? (other.noiseWeight - noiseWeight) / noiseUnit : 0
    return gaussians.coordinates(of: other.gaussians, scale: scale).map { share * $0 } + [noise]
  }

  package func displaced(by coordinates: [Double], scale: Covariance2) -> NoisyMixture? {
    let share = (1 - noiseWeight).squareRoot()
    let weight = noiseWeight + noiseUnit * coordinates[coordinates.count - 1]
    guard share > 0, (0...1).contains(weight) else { return nil }
    return gaussians.displaced(by: coordinates.dropLast().map { $0 / share }, scale: scale).map {
      with(gaussians: $0, noiseWeight: weight)
    }
  }
}

extension LineMixture: ChartedModel {
  package func coordinates(of other: LineMixture, scale: Covariance2) -> [Double] {
    zip(lines, other.lines).flatMap { a, b -> [Double] in
      let root = a.weight.squareRoot()
      return [
        (b.weight - a.weight) / root,
        root * (b.height(at: a.centre.x) - a.centre.y) / a.deviation,
        root * (b.slope - a.slope) * scale.xx.squareRoot() / a.deviation,
        root * (b.deviation - a.deviation) / a.deviation * .sqrt(2),
      ]
    }
  }

  package func displaced(by coordinates: [Double], scale: Covariance2) -> LineMixture? {
    var moved = lines
    for k in moved.indices {
      let c = Array(coordinates[(4 * k)..<(4 * k + 4)])
      let root = moved[k].weight.squareRoot()
      let unit = moved[k].deviation / root
      moved[k].weight += root * c[0]
      moved[k].centre.y += unit * c[1]
      moved[k].slope += unit * c[2] / scale.xx.squareRoot()
      moved[k].deviation += unit * c[3] / .sqrt(2)
      guard moved[k].weight >= 0, moved[k].deviation > 0, moved[k].centre.y.isFinite,
        moved[k].slope.isFinite
      else { return nil }
    }
    return LineMixture(lines: moved)
  }
}

extension CoinMixture: ChartedModel {
  /// √(πₖ n / θₖ (1 − θₖ)), by which a change of θₖ is one of the coin's own size; 0 where θₖ has come to
  /// the edge and stays there.
  private func unit(of k: Int) -> Double {
    let variance = headProbabilities[k] * (1 - headProbabilities[k])
    guard variance > 1e-12 else { return 0 }
    return (Double(tosses) / Double(componentCount) / variance).squareRoot()
  }

  package func coordinates(of other: CoinMixture, scale: Covariance2) -> [Double] {
    headProbabilities.indices.map {
      unit(of: $0) * (other.headProbabilities[$0] - headProbabilities[$0])
    }
  }

  package func displaced(by coordinates: [Double], scale: Covariance2) -> CoinMixture? {
    let moved = headProbabilities.indices.map { k in
      let unit = unit(of: k)
      return headProbabilities[k] + (unit > 0 ? coordinates[k] / unit : 0)
    }
    return try? CoinMixture(validating: moved, tosses: tosses)
  }
}
