import Foundation
import MixtureEngine

let kind = ModelKind(
  Exponentials.self, name: "exponentials", summary: "waiting times", settings: [])
var generator = SeededGenerator(seed: 3)
let times = (0..<400).map { n in (n % 4 == 0 ? -30 : -2) * log(1 - generator.unit()) }
let points = try PointSet(validating: times)

let recipe = RunRecipe(kind: kind, components: 2)
let best = try await Restarts(of: recipe, over: points, count: 50).optima.all[0]
for shape in best.model.shapes { print(shape.weight, shape.centre) }
let map = try await BasinMap(of: recipe, over: points, columns: 12, rows: 6)
print("\(map.share(of: map.optima[0]) * 100) % of the map: L = \(map.optima[0].objective)")
let own = try await ChoiceOfK(of: recipe, among: 1...3, over: points)
let gaussian = try await ChoiceOfK(of: RunRecipe(), among: 1...3, over: points)
let bics = [own, gaussian].map { $0.rows.compactMap(\.criteria?.bic).min() ?? .nan }
print("K = \(own.best(by: \.bic) ?? 0) has the least BIC, \(bics[0]); Gaussians \(bics[1])")
let isSame = abs(map.optima[0].objective - best.objective) < 1e-3
exit(isSame && own.best(by: \.bic) == 2 && bics[0] < bics[1] ? 0 : 1)
