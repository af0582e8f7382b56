import Foundation
import MixtureEngine
import TestSupport
import Testing

/// What the numbers must be that a lesson's words have, and not a name, each computed from the
/// engine or by hand and not read from a screen.
enum LessonNumbers {
  typealias Claim = @Sendable (PlayedLesson) async throws -> [Double]

  /// For each lesson and step (counted from 0) the numbers of its question, its choices and its
  /// caption that have a decimal point or two digits, in their order.
  static let claims: [String: [Int: Claim]] = [
    "two-steps": twoSteps,
    "bayes": bayes,
    "jensen": jensen,
    "k-means-limit": kMeansLimit,
    "standardize": standardize,
    "local-optima": localOptima,
    "where-to-start": whereToStart,
    "stuck-or-slow": stuckOrSlow,
    "way-out": wayOut,
    "collapse": collapse,
    "choosing-k": choosingK,
    "wrong-model": wrongModel,
    "em-in-general": emInGeneral,
    "one-dimension": oneDimension,
    "coins": coins,
    "exam-bayes": examBayes,
    "exam-two-points": examTwoPoints,
    "exam-stuck": examStuck,
    "exam-plus-plus": examPlusPlus,
    "exam-falling": examFalling,
    "exam-parameters": examParameters,
    "exam-weights": examWeights,
  ]

  private static let twoSteps: [Int: Claim] = [1: { _ in [Uncertainty.certainty] }]

  private static let bayes: [Int: Claim] = [
    2: { _ in [0.003, 0.0015, 0.003, 0.003, 0.0015] },
    5: { _ in [Uncertainty.certainty] },
  ]

  private static let jensen: [Int: Claim] = [
    2: { played in
      let (old, new) = try played.widestGap(1)
      return [old, old + 0.1, new]
    }
  ]

  private static let kMeansLimit: [Int: Claim] = [1: { _ in [Uncertainty.certainty] }]

  private static let standardize: [Int: Claim] = [
    0: { played in
      let points = played.data.points
      let x: [Double] = (0..<points.count).map { points[$0].x }.sorted()
      let y: [Double] = (0..<points.count).map { points[$0].y }.sorted()
      return [x[0], x[points.count - 1], y[0], y[points.count - 1]]
    }
  ]

  private static let localOptima: [Int: Claim] = [
    1: { [await $0.restarts(4).done.optima.all[0].objective] },
    4: { _ in [100] },
  ]

  private static let whereToStart: [Int: Claim] = [
    4: { played in
      [
        await played.bestCount(4, from: .kMeansPlusPlus),
        await played.bestCount(4, from: .farthestFirst),
      ]
    }
  ]

  private static let stuckOrSlow: [Int: Claim] = [
    5: { played in
      var recipe = played.recipe(5)
      func passes() throws -> Double {
        var run = try recipe.run(over: played.data.points)
        run.run()
        return Double(run.snapshot.passes)
      }
      let ours = try passes()
      recipe.algorithm = .squarem
      return [try passes(), ours]
    }
  ]

  private static let wayOut: [Int: Claim] = [3: { [$0.likelihood(5) - $0.likelihood(1)] }]

  private static let collapse: [Int: Claim] = [
    4: { played in
      var recipe = played.recipe(0)
      (recipe.rule, recipe.seed) = (.kMeansPlusPlus, 1)
      return [try #require(recipe.outcome(over: played.data.points)).objective]
    }
  ]

  private static let choosingK: [Int: Claim] = [
    // What the third component gains at best is a claim of the last step.
    3: { [6 * $0.priceOfParameter, 15.8] }
  ]

  private static let wrongModel: [Int: Claim] = [
    3: { played in
      let (plan, done) = await played.restarts(1, from: .randomPoints)
      let best = done.optima.all[0]
      return [Double(plan.count), best.objective, try played.agreement(of: best.model)]
    }
  ]

  private static let emInGeneral: [Int: Claim] = [3: { [$0.likelihood(4)] }]

  private static let oneDimension: [Int: Claim] = [
    2: { [$0.variances(0)[0], $0.variances(2)[0]] }
  ]

  private static let coins: [Int: Claim] = [
    0: { played in played[0].model.shapes.map { $0.centre.x / 10 } },
    1: { _ in
      let first: Double = pow(0.6, 5.0) * pow(0.4, 5.0)
      let second: Double = pow(0.5, 10.0)
      return [10, 0.6, 0.6, 0.4, first, 0.5, second, first, first, second]
    },
  ]

  private static let examBayes: [Int: Claim] = [
    1: { _ in [1 / (1 + exp(-1.0))] },
    2: { _ in [2.5] },
    3: { _ in
      let numbers: [Double] = [0, 2, 3, 4, 6]
      let q: [Double] = numbers.map { 1 / (1 + exp($0 - 3)) }
      let parts: [Double] = numbers.indices.map { q[$0] * numbers[$0] }
      let (sum, mass): (Double, Double) = (parts.reduce(0, +), q.reduce(0, +))
      let given: [Double] = [exp(-1.0), exp(-3.0)]
      return given + q + parts.dropFirst() + [sum, sum, mass]
    },
  ]

  private static let examTwoPoints: [Int: Claim] = [
    0: { _ in [3.5, 4.5] },
    3: { _ in [10, -log(8 * Double.pi)] },
  ]

  private static let examStuck: [Int: Claim] = [
    3: { _ in [36] }
  ]

  private static let examPlusPlus: [Int: Claim] = [
    0: { _ in [12] },
    1: { _ in
      let squares = squares(to: [4])
      return [12, 25, 64, squares.reduce(0, +), 12, squares[5], squares.reduce(0, +)]
    },
    2: { _ in
      let squares = squares(to: [4, 12])
      return [12, squares.reduce(0, +), squares.reduce(0, +), squares[0] / 20, 12]
    },
    3: { _ in [12, 20, 20, (squares(to: [4, 12])[1] + squares(to: [4, 12])[3]) / 20] },
  ]

  private static let examFalling: [Int: Claim] = [
    0: { [Double($0.data.points.count)] },
    // What the student printed belongs to no run.
    3: { _ in [-1062.1, -1031.7, -1030.2, -1030.6] },
  ]

  private static let examParameters: [Int: Claim] = [4: { _ in [10, 44] }]

  private static let examWeights: [Int: Claim] = [2: { _ in [12] }]

  /// D² of the six numbers of the exam to the nearest of some centres.
  private static func squares(to centres: [Double]) -> [Double] {
    [1.0, 3, 4, 5, 9, 12].map { x in centres.map { ($0 - x) * ($0 - x) }.min() ?? .nan }
  }
}

extension PlayedLesson {
  /// What BIC asks L to gain for each parameter: ½ log N nats.
  fileprivate var priceOfParameter: Double { log(data.points.totalWeight) / 2 }

  /// The best of twenty starts of each K from 1 to 6, as `emscope fit -k 1..6` has them.
  var choice: ChoiceOfK {
    get async {
      await ChoiceOfK(
        among: 1...6,
        by: RestartPlan(RunRecipe(components: 1, seed: 1), over: data.points, count: 20))
    }
  }

  /// The component that is narrowest across, counted from 0.
  func needle(_ step: Int) -> Int {
    let widths = self[step].model.shapes.map { shape -> Double in
      if case .ellipse(let covariance) = shape.outline { covariance.axes.minor } else { .infinity }
    }
    return widths.indices.min { widths[$0] < widths[$1] } ?? 0
  }

  /// The variances along x.
  func variances(_ step: Int) -> [Double] {
    self[step].model.shapes.map { shape in
      if case .ellipse(let covariance) = shape.outline { covariance.xx } else { .nan }
    }
  }

  /// The point at which q from before an M-step is farthest from the posterior: q of the first
  /// component and its posterior.
  fileprivate func widestGap(_ step: Int) throws -> (old: Double, new: Double) {
    let run = self[step]
    let before = try #require(run.snapshot.posteriorModel)
    let old = before.responsibilities(over: data.points, observed: nil)
    let new = run.model.responsibilities(over: data.points, observed: nil)
    let gaps = (0..<data.points.count).map { n in
      zip(old.row(n), new.row(n)).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) }
    }
    let widest = try #require(gaps.indices.max { gaps[$0] < gaps[$1] })
    return (old[widest, 0], new[widest, 0])
  }
}
