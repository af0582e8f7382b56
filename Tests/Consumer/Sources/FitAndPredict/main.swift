import Foundation
import MixtureEngine

let truth = try GaussianMixture(
  weights: [0.35, 0.65], means: [Point(x: 2, y: 55), Point(x: 4.3, y: 80)],
  covariances: [Covariance2(xx: 0.1, xy: 0.5, yy: 35), Covariance2(xx: 0.2, xy: 1, yy: 36)])
var generator = SeededGenerator(seed: 1)
let drawn = truth.sample(1000, using: &generator)
let points = try PointSet(validating: drawn.points)

let fit = try GaussianMixture.fit(points, components: 2)
for component in fit.model.components { print(component.weight, component.mean) }
print("L = \(fit.logLikelihood ?? .nan) after \(fit.iterations) iterations")

let short = Point(x: 2, y: 50)
let label = fit.model.predict(short)
print("\(short) is of component \(label): \(fit.model.responsibilities(for: short))")
let agreement = try Agreement(validating: drawn.labels, components: fit.labels)
print("adjusted Rand index \(agreement.adjustedRandIndex)")
exit(agreement.adjustedRandIndex > 0.98 && fit.model.components[label].mean.x < 3 ? 0 : 1)
