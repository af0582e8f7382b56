import Foundation
import MixtureEngine
import Testing

/// What the numbers in a lesson's words must be, each computed from the engine and not read from a
/// screen.
enum LessonNumbers {
  typealias Claim = @Sendable (PlayedLesson) async throws -> [Double]

  /// For each lesson and step (counted from 0) the numbers of its question and its caption, in
  /// their order.
  static let claims: [String: [Int: Claim]] = [
    "two-steps": [
      1: { [Double($0[1].model.componentCount), abs($0[1].snapshot.gap ?? .nan)] },
      2: { _ in [1] },
      0: { [Double($0.data.points.count)] },
      5: { [$0.likelihood(5), 100 * ($0[5].model.shapes.map(\.weight).min() ?? 0)] },
    ],
    "choosing-k": [
      1: { [$0.likelihood(1), Double($0[1].model.freeParameterCount)] },
      2: { played in
        let more = Double(
          played[2].model.freeParameterCount - played[1].model.freeParameterCount)
        return [
          more, played.likelihood(2), played.likelihood(2) - played.likelihood(1), more,
          -2, played.priceOfParameter,
        ]
      },
      3: { played in
        let more = Double(
          played[3].model.freeParameterCount - played[2].model.freeParameterCount)
        let best = await played.choice.rows[2].criteria?.logLikelihood ?? .nan
        return [
          more, played.likelihood(3) - played.likelihood(2), best - played.likelihood(2),
          more * played.priceOfParameter,
        ]
      },
      4: { played in
        [
          Double(played[4].model.componentCount), played.likelihood(4),
          Double(await played.choice.best(by: \.bic) ?? 0),
        ]
      },
    ],
    "local-optima": [
      4: { played in
        let (plan, done) = await played.restarts(4)
        let ends = done.optima.all.map { Double($0.members.count) }
        return [Double(plan.count), Double(ends.count), ends.max() ?? 0, ends[0]]
      }
    ],
    "where-to-start": [
      1: { [1, Double($0[1].model.componentCount), 1] },
      2: { [$0.likelihood(2)] },
      3: { [$0.likelihood(3), $0.likelihood(3) - $0.likelihood(2)] },
      4: { played in
        [
          await played.bestCount(4, from: .randomPoints),
          await played.bestCount(4, from: .kMeansPlusPlus),
          await played.bestCount(4, from: .farthestFirst),
        ]
      },
    ],
    "k-means-limit": [
      0: { [Dial.variance(of: $0[0].model) ?? 0] },
      1: { [$0.undecided(1), Double($0.data.points.count), Uncertainty.certainty] },
      2: { [$0.undecided(2), $0.likelihood(1), $0.likelihood(2)] },
      3: { [0, 1, $0.likelihood(3)] },
      5: { [-$0.likelihood(4), -$0.likelihood(5)] },
    ],
    "collapse": [
      1: { [Double($0.needle(1) + 1)] },
      4: { played in
        var recipe = played.recipe(0)
        (recipe.rule, recipe.seed) = (.kMeansPlusPlus, 1)
        let other = try #require(recipe.outcome(over: played.data.points))
        return [
          played.likelihood(4), Double(played.needle(4) + 1), Double(recipe.seed),
          other.objective,
        ]
      },
    ],
    "wrong-model": [
      1: { played in
        [
          played.likelihood(1), try played.agreement(of: played.known.map { $0 ?? 0 }),
          try played.agreement(of: played[1].model),
        ]
      },
      2: { [Double($0[2].model.componentCount)] },
      3: { played in
        let (plan, done) = await played.restarts(1, from: .randomPoints)
        let best = done.optima.all[0]
        return [
          try played.agreement(of: played[3].model), try played.agreement(of: played[1].model),
          Double(plan.count), best.objective, try played.agreement(of: best.model),
        ]
      },
    ],
  ]
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
}
