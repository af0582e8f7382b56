import MixtureEngine
import Testing

@Suite struct `Agreement with known labels` {
  @Test func `is 1 for equal partitions, however they are numbered`() {
    let agreement = Agreement(labels: [0, 0, 1, 1, 2], components: [2, 2, 0, 0, 1])
    #expect(agreement.adjustedRandIndex == 1)
    #expect(agreement.matching == [2, 0, 1])
  }

  /// The values of scikit-learn 1.x, `sklearn.metrics.adjusted_rand_score`.
  @Test func `is what others compute`() {
    let partly = Agreement(labels: [0, 0, 1, 1], components: [0, 0, 1, 2])
    #expect(abs(partly.adjustedRandIndex - 0.5714285714285714) < 1e-15)
    let crossed = Agreement(labels: [0, 0, 1, 1], components: [0, 1, 0, 1])
    #expect(abs(crossed.adjustedRandIndex + 0.5) < 1e-15)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `does not depend on numbers, order, or side`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let labels = (0..<200).map { _ in generator.index(below: 4) }
    let components = labels.map { generator.index(below: 3) == 0 ? generator.index(below: 4) : $0 }
    func index(_ a: [Int], _ b: [Int]) -> Double {
      Agreement(labels: a, components: b.map { UInt8($0) }).adjustedRandIndex
    }
    let expected = index(labels, components)
    #expect(expected > 0.2 && expected < 0.9)
    #expect(abs(index(components, labels) - expected) < 1e-12)
    #expect(abs(index(labels.map { 3 - $0 }, components) - expected) < 1e-12)
    #expect(abs(index(labels.reversed(), components.reversed()) - expected) < 1e-12)
  }

  @Test func `is about 0 for unrelated partitions`() {
    var generator = SeededGenerator(seed: 1)
    let labels: [Int?] = (0..<20_000).map { _ in generator.index(below: 3) }
    let components = labels.map { _ in UInt8(generator.index(below: 5)) }
    #expect(abs(Agreement(labels: labels, components: components).adjustedRandIndex) < 0.01)
  }

  @Test func `leaves missing labels out and gives labels in excess numbers of their own`() {
    let agreement = Agreement(labels: [0, nil, 1, 2, 2], components: [0, 1, 0, 1, 1])
    #expect(agreement.counts == [[1, 0], [1, 0], [0, 2]])
    #expect(agreement.matching == [0, 2, 1])
    #expect(Agreement(labels: [nil], components: [0]).adjustedRandIndex == 1)
  }

  @Test func `with whole weights is that of the points repeated`() {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let data = Weighted(Sample.threeClouds.points, seed: seed)
      let labels = (0..<data.once.count).map { _ -> Int? in
        generator.unit() < 0.1 ? nil : generator.index(below: 3)
      }
      let components = labels.map { label in
        UInt8(generator.unit() < 0.5 ? label ?? 0 : generator.index(below: 4))
      }
      let once = Agreement(labels: labels, components: components, weights: data.once.weights)
      let repeated = Agreement(
        labels: data.repeated(labels), components: data.repeated(components))
      #expect(abs(once.adjustedRandIndex - repeated.adjustedRandIndex) < 1e-12)
      #expect(once.matching == repeated.matching)
      #expect(once.masses == repeated.masses)
    }
  }

  @Test(arguments: [1e-100, 1e-3, 0.01, 3, 1e100])
  func `lies between -1 and 1 whatever the weights' unit`(unit: Double) {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let labels = (0..<40).map { _ in generator.index(below: 3) }
      let weights = labels.map { _ in unit * (0.5 + 0.5 * generator.unit()) }
      let components = labels.map { _ in UInt8(generator.index(below: 3)) }
      let index = Agreement(labels: labels, components: components, weights: weights)
        .adjustedRandIndex
      #expect((-1...1).contains(index), "\(index)")
      let perfect = Agreement(
        labels: labels, components: labels.map { UInt8($0) }, weights: weights)
      #expect(abs(perfect.adjustedRandIndex - 1) < 1e-12)
    }
  }
}
