import Foundation
import MixtureEngine

let means = [Point(x: 0, y: 0), Point(x: 6, y: 0), Point(x: 3, y: 6)]
let truth = try GaussianMixture(
  weights: [0.2, 0.3, 0.5], means: means, covariances: means.map { _ in .isotropic(1) })
var generator = SeededGenerator(seed: 2)
let points = try PointSet(validating: truth.sample(300, using: &generator).points)

let recipe = RunRecipe(components: 3)
let restarts = try await Restarts(of: recipe, over: points, count: 50)
for optimum in restarts.optima.all {
  print("L = \(optimum.objective), \(restarts.share(of: optimum) * 100) % of the runs")
}
let choice = try await ChoiceOfK(of: recipe, among: 1...6, over: points)
for row in choice.rows { print("K = \(row.components), BIC \(row.criteria?.bic ?? .nan)") }
let best = restarts.optima.all[0].objective
let isSame = abs((choice.rows[2].best?.objective ?? .nan) - best) < 1e-3
exit(choice.best(by: \.bic) == 3 && isSame ? 0 : 1)
