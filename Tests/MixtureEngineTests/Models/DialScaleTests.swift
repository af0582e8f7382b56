import MixtureEngine
import Testing

@Suite struct `The scale of the dial` {
  private let points = PointSet.oldFaithful

  @Test func `goes from 0 at the hard end to 1, with equal notches`() {
    let range = Dial.range(for: points)
    #expect(Dial.share(of: range.lowerBound, for: points) == 0)
    #expect(Dial.share(of: range.upperBound, for: points) == 1)
    #expect(Dial.share(of: 0, for: points) == 0)
    #expect(Dial.share(of: .infinity, for: points) == 1)
    let notches = (1...10).map { n in
      (0..<n).reduce(range.lowerBound) { variance, _ in variance * Dial.notch }
    }
    let shares = notches.map { Dial.share(of: $0, for: points) }
    for (a, b) in zip(shares, shares.dropFirst()) { #expect(abs(b - a - shares[0]) < 1e-12) }
  }

  @Test func `takes the means of any model, and nothing else`() throws {
    for kind in ModelKind.all {
      let start = StartingRule.randomPoints.start(over: points, components: 3, seed: 4)
      let model = try kind.model(from: start, over: points)
      let mixture = Dial.mixture(withMeansOf: model, variance: 2, over: points)
      let means = model.shapes.filter { $0.outline != .everywhere }.map(\.centre)
      #expect(mixture.shapes.map(\.centre) == means)
      #expect(Dial.variance(of: mixture) == 2)
      #expect(Dial.variance(of: KMeans(centres: means)) == nil)
    }
  }
}
