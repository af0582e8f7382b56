import TestSupport
import Testing

@testable import MixtureEngine

@Suite struct `The numbers of components beside another model` {
  private static let scattered = PointSet(
    xs: (0..<40).map { Double($0 * 37 % 41) }, ys: (0..<40).map { Double($0 * 17 % 23) })

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `undo any renumbering`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = 2 + generator.index(below: 5)
    let xs = (0..<60).map { 10 * Double($0 % count) + Double($0 % 7) / 7 }
    let ys = (0..<60).map { 7 * Double($0 % count % 2) + Double($0 % 5) / 5 }
    let points = PointSet(xs: xs, ys: ys)
    let model = GaussianMixture.start(
      means: (0..<count).map { Point(x: 10 * Double($0), y: 7 * Double($0 % 2)) }, over: points)
    var order = Array(0..<count)
    order.shuffle(using: &generator)
    let other = GaussianMixture(
      components: order.map { model.components[$0] }, structure: model.structure)
    #expect(
      ComponentMatching.numbers(of: other, like: model, over: points) == order, "seed \(seed)")
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `are all different, however many components there are`(seed: UInt64) {
    let points = Self.scattered
    for (count, others) in [(3, 3), (5, 2), (2, 5), (1, 4)] {
      let one = RunRecipe(components: count, seed: seed).start(over: points)
      let two = RunRecipe(components: others, seed: seed + 100).start(over: points)
      let numbers = ComponentMatching.numbers(of: one, like: two, over: points)
      #expect(numbers.count == count && Set(numbers).count == count, "seed \(seed)")
      if count == others { #expect(numbers.sorted() == Array(0..<count)) }
    }
  }

  @Test func `optima of several groupings have one place each`() {
    let points = Self.scattered
    func optima(_ seeds: Range<UInt64>) -> [Optimum] {
      Optima(
        grouping: seeds.compactMap {
          RunRecipe(components: 3, seed: $0).outcome(over: points)
        }, over: points
      ).all
    }
    let (some, others) = (optima(1..<9), optima(5..<20))
    let ranks = Optima.ranks(of: [some, others], over: points)
    #expect(ranks.map(\.count) == [some.count, others.count])
    let all = Dictionary(
      zip(ranks[0] + ranks[1], (some + others).map(\.objective)),
      uniquingKeysWith: { a, b in
        #expect(abs(a - b) < 1e-3)
        return max(a, b)
      })
    #expect(all.keys.sorted() == Array(0..<all.count))
    let values = all.sorted { $0.key < $1.key }.map(\.value)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
    #expect(Optima.ranks(of: [some, []], over: points)[0] == Array(some.indices))
  }
}
