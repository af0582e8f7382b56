import CMixtureKernels
import RealModule

extension NoisyMixture: FusedModel {
  /// The E-step in one fused pass, the noise as a component of constant density; `nil` when a
  /// point is outside the noise's box.
  ///
  /// Of the noise's sums only the mass is kept: its M-step needs no more.
  package func fastExpectation(
    over points: PointSet, options: PassOptions = PassOptions()
  ) -> Expectation? {
    guard points.count == 0 || contains(points.bounds.lower) && contains(points.bounds.upper) else {
      return nil
    }
    let share = Double.log(onePlus: -noiseWeight)
    var components = gaussians.components.map { component in
      var gaussian = component.whitened
      gaussian.logScale += share
      return gaussian
    }
    let middle = shapes[noiseLabel].centre
    components.append(
      KernelGaussian(
        logScale: .log(noiseWeight) + logNoiseDensity, meanX: middle.x, meanY: middle.y,
        xx: 0, yx: 0, yy: 0))
    return points.expectation(of: self, components, options: options) { k, moments in
      guard k == noiseLabel else { return gaussians.components[k].statistics(from: moments) }
      var sums = ComponentStatistics(reference: middle)
      sums.mass = moments.mass
      sums.weight = moments.mass
      return sums
    }
  }
}
