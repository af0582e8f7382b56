import MixtureEngine
import Testing

@Suite struct `A start chosen centre by centre` {
  private static let rules: [StartingRule] = [.kMeansPlusPlus, .farthestFirst]

  /// The same points, plain and with weights.
  private func eachSample(_ check: (PointSet, String) throws -> Void) rethrows {
    for sample in Sample.ordinary + Sample.extreme + Sample.degenerate {
      try check(sample.points, sample.name)
      try check(sample.points.withFractions(seed: 3), "\(sample.name), weighted")
    }
  }

  @Test(arguments: rules)
  func `ends at the rule's own start, to the last bit, at every seed`(rule: StartingRule) throws {
    try eachSample { points, name in
      for seed in 0..<25 as Range<UInt64> {
        let recipe = RunRecipe(components: min(4, points.count), rule: rule, seed: seed)
        let trace = try #require(SeedingTrace(of: recipe, over: points))
        let means = trace.rows.map { points[$0] }
        #expect(
          means == recipe.start(over: points).components.map(\.mean), "\(name) seed \(seed)")
        #expect(trace.rows.count == recipe.components)
      }
    }
  }

  @Test func `draws from the chances that it names, with the rule's own numbers`() throws {
    try eachSample { points, name in
      for seed in 0..<10 as Range<UInt64> {
        let recipe = RunRecipe(
          components: min(5, points.count), rule: .kMeansPlusPlus, seed: seed)
        let trace = try #require(SeedingTrace(of: recipe, over: points))
        for k in trace.rows.indices {
          let draw = trace.draw(after: k)
          #expect(abs(draw.chances.reduce(-1, +)) < 1e-9, "\(name) seed \(seed)")
          #expect(draw.chances[trace.rows[k]] > 0, "\(name) seed \(seed) centre \(k + 1)")
          guard let squared = draw.squaredDistances else {
            #expect(k == 0)
            continue
          }
          let weighted = squared.indices.map { points.weight(of: $0) * squared[$0] }
          let sum = weighted.reduce(0, +)
          guard sum > 1e-250, sum < 1e250 else { continue }
          for n in squared.indices {
            let nearest = trace.rows.prefix(k).map { points[n].squaredDistance(to: points[$0]) }
              .min()
            #expect(squared[n] == nearest, "\(name) seed \(seed) point \(n)")
            #expect(abs(draw.chances[n] - weighted[n] / sum) < 1e-12)
          }
        }
      }
    }
  }

  @Test func `draws each second centre as often as its chance says`() throws {
    let points = PointSet(xs: [0, 1, 3, 4], ys: [0, 0, 0, 0], weights: [1e9, 3, 1, 0.5])
    var counts = [Int](repeating: 0, count: 4)
    var chances: [Double] = []
    for seed in 0..<3000 as Range<UInt64> {
      let recipe = RunRecipe(components: 2, rule: .kMeansPlusPlus, seed: seed)
      let trace = try #require(SeedingTrace(of: recipe, over: points))
      guard trace.rows[0] == 0 else { continue }
      counts[trace.rows[1]] += 1
      chances = trace.draw(after: 1).chances
    }
    // w D² = 0, 3, 9, 8 of 20.
    #expect(zip(chances, [0, 0.15, 0.45, 0.4]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(zip(counts, chances).allSatisfy { abs(Double($0) / 3000 - $1) < 0.03 }, "\(counts)")
  }

  @Test func `takes the farthest point for certain, whatever its weight`() throws {
    try eachSample { points, name in
      for seed in 0..<10 as Range<UInt64> {
        let recipe = RunRecipe(
          components: min(5, points.count), rule: .farthestFirst, seed: seed)
        let trace = try #require(SeedingTrace(of: recipe, over: points))
        for k in trace.rows.indices.dropFirst() {
          let draw = trace.draw(after: k)
          let squared = try #require(draw.squaredDistances)
          #expect(squared[trace.rows[k]] == squared.max(), "\(name) seed \(seed)")
          #expect(draw.chances[trace.rows[k]] == 1 && draw.chances.reduce(0, +) == 1)
        }
      }
    }
  }

  @Test func `is none of other rules, nor of a start that was given`() {
    let points = Sample.threeClouds.points
    for rule in StartingRule.all where !Self.rules.contains(rule) {
      #expect(SeedingTrace(of: RunRecipe(components: 3, rule: rule), over: points) == nil)
    }
    var recipe = RunRecipe(components: 3, rule: .kMeansPlusPlus)
    recipe.givenStart = recipe.start(over: points)
    #expect(SeedingTrace(of: recipe, over: points) == nil)
  }
}
