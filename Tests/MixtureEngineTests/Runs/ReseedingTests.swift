import MixtureEngine
import Testing

@Suite struct `A reseeded component` {
  /// Kinds that go on as the same Gaussians, so that the weights of the others can be told.
  static let weighted = Setting.all.filter { ["em", "student-t"].contains($0.kind.name) }

  @Test(arguments: weighted, 2...5)
  func `has its share 1/K, and the others keep their proportions`(
    setting: Setting, components: Int
  ) throws {
    let points = Sample.threeClouds.points
    var run = try setting.run(over: points, components: components, rule: .kMeans, seed: 1)
    for _ in 0..<3 { run.iterate() }
    let before = run.model.shapes.map(\.weight)
    for k in 0..<components {
      let after = try run.reseeding(component: k, seed: 5).model.shapes.map(\.weight)
      #expect(abs(after[k] - 1 / Double(components)) < 1e-12)
      for j in 0..<components where j != k {
        let expected = before[j] / (1 - before[k]) * (1 - 1 / Double(components))
        #expect(abs(after[j] - expected) < 1e-12)
      }
    }
  }

  @Test func `is found on another point under another seed`() throws {
    let run = try Setting.all[0].run(over: Sample.threeClouds.points, seed: 1)
    let places = try (0..<20).map {
      try run.reseeding(component: 0, seed: UInt64($0)).model.shapes[0].centre
    }
    #expect(Set(places).count > 15)
    #expect(try places[3] == run.reseeding(component: 0, seed: 3).model.shapes[0].centre)
  }
}
