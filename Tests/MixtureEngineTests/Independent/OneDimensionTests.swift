import Foundation
import MixtureEngine
import Testing

/// A fit of `one_dimension.py`.
private struct Fitted: Decodable {
  var name: String
  var points: [Double]
  var structure: String
  var rows: [Int]
  var iterations: Int
  var weights: [Double]
  var means: [Double]
  var variances: [Double]
  var log_likelihood: Double
  var bic: Double
  var aic: Double
}

@Suite struct `Points on a line, beside others` {
  @Test func `agree with scikit-learn to ten digits, L, BIC and AIC too`() throws {
    let fits = try Golden.decode("one_dimension", as: [Fitted].self)
    #expect(fits.count == 4)
    for fit in fits {
      let points = try PointSet(validating: fit.points)
      let structure = try #require(CovarianceStructure(name: fit.structure))
      var recipe = RunRecipe(structure: structure, components: fit.rows.count)
      recipe.givenStart = .start(means: fit.rows.map { points[$0] }, over: points)
      recipe.stopping = StoppingRule(
        tolerance: 0, relativeTolerance: 0, iterationLimit: fit.iterations)
      var run = try recipe.run(over: points)
      run.run()
      let mixture = try #require(run.model as? GaussianMixture)
      for (k, component) in mixture.components.enumerated() {
        #expect(Golden.difference(component.weight, fit.weights[k]) < 1e-10, "\(fit.name)")
        #expect(Golden.difference(component.mean.x, fit.means[k]) < 1e-10, "\(fit.name)")
        #expect(
          Golden.difference(component.covariance.xx, fit.variances[k]) < 1e-10, "\(fit.name)")
        #expect(component.mean.y == 0 && component.covariance.isUnivariate)
      }
      let criteria = InformationCriteria(of: run.model, over: points)
      #expect(Golden.difference(run.snapshot.objective, fit.log_likelihood) < 1e-10, "\(fit.name)")
      #expect(Golden.difference(try #require(criteria).bic, fit.bic) < 1e-10, "\(fit.name)")
      #expect(Golden.difference(try #require(criteria).aic, fit.aic) < 1e-10, "\(fit.name)")
    }
  }

  /// EM for one column as the lecture writes it, without logarithms.
  private func plainly(
    _ xs: [Double], _ start: [Double], iterations: Int
  ) -> (likelihood: [Double], weights: [Double], means: [Double], variances: [Double]) {
    let (n, k) = (Double(xs.count), start.count)
    let mean = xs.reduce(0, +) / n
    let spread = xs.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / n
    var weights = [Double](repeating: 1 / Double(k), count: k)
    var (means, variances) = (start, [Double](repeating: spread, count: k))
    var likelihood: [Double] = []
    for t in 0...iterations {
      let joint = xs.map { x in
        (0..<k).map {
          weights[$0] * exp(-(x - means[$0]) * (x - means[$0]) / variances[$0] / 2)
            / (2 * .pi * variances[$0]).squareRoot()
        }
      }
      likelihood.append(joint.map { log($0.reduce(0, +)) }.reduce(0, +))
      if t == iterations { break }
      for j in 0..<k {
        let q = joint.map { $0[j] / $0.reduce(0, +) }
        let mass = q.reduce(0, +)
        weights[j] = mass / n
        means[j] = zip(q, xs).map { $0 * $1 }.reduce(0, +) / mass
        variances[j] =
          zip(q, xs).map { $0 * ($1 - means[j]) * ($1 - means[j]) }.reduce(0, +) / mass
      }
    }
    return (likelihood, weights, means, variances)
  }

  @Test func `are what the formulas of one dimension make of them, from many starts`() throws {
    for seed in 0..<12 as Range<UInt64> {
      let points = Line.points(seed: seed)
      let means = StartingRule.randomPoints.start(over: points, components: 2, seed: seed)
        .components.map(\.mean.x)
      let plain = plainly(points.xs, means, iterations: 8)
      var recipe = RunRecipe(components: 2)
      recipe.givenStart = .start(means: means.map { Point(x: $0, y: 0) }, over: points)
      recipe.stopping = StoppingRule(tolerance: 0, iterationLimit: 8)
      var run = try recipe.run(over: points)
      for t in 0...8 {
        #expect(
          Golden.difference(run.snapshot.objective, plain.likelihood[t]) < 1e-11, "seed \(seed)")
        if t < 8 { run.iterate() }
      }
      let mixture = try #require(run.model as? GaussianMixture)
      for k in 0..<2 {
        let component = mixture.components[k]
        #expect(abs(component.weight - plain.weights[k]) < 1e-10, "seed \(seed)")
        #expect(abs(component.mean.x - plain.means[k]) < 1e-9, "seed \(seed)")
        #expect(abs(component.covariance.xx - plain.variances[k]) < 1e-9, "seed \(seed)")
      }
    }
  }
}

/// Points on a line from two or three clouds.
enum Line {
  static func points(seed: UInt64, count: Int = 60) -> PointSet {
    var generator = SeededGenerator(seed: seed)
    let xs = (0..<count).map { n in
      (n % 3 == 0 ? 6.0 : -1.0) + (n % 3 == 0 ? 0.7 : 1.5) * generator.normal()
    }
    return PointSet(
      xs: xs, ys: [Double](repeating: 0, count: count), dimension: 1)
  }
}
