import MixtureEngine
import Testing

@Suite struct `Observed labels` {
  @Test func `that match are kept`() throws {
    let labels = try ObservedLabels(validating: [0, nil, 1], pointCount: 3, componentCount: 2)
    #expect(labels.labels == [0, nil, 1])
    #expect(labels.count == 2)
  }

  @Test func `that do not match are refused with the entry's name`() {
    #expect(throws: InvalidInput.self) {
      try ObservedLabels(validating: [0], pointCount: 3, componentCount: 2)
    }
    for label in [2, -1, 300] {
      let error = #expect(throws: InvalidInput.self) {
        try ObservedLabels(validating: [0, label, 1], pointCount: 3, componentCount: 2)
      }
      #expect(error?.description.contains("point 2 is component \(label + 1)") == true)
    }
  }

  @Test(arguments: Setting.all)
  func `keep their component, and L never falls`(setting: Setting) throws {
    let points = Sample.threeClouds.points
    // The first ten points of each cloud.
    let labels = (0..<100).map { n -> Int? in
      n < 10 ? 0 : (40..<50).contains(n) ? 1 : (70..<80).contains(n) ? 2 : nil
    }
    let observed = try ObservedLabels(
      validating: labels, pointCount: points.count, componentCount: 3)
    for seed in 0..<4 as Range<UInt64> {
      let start = StartingRule.randomPoints.start(over: points, components: 3, seed: seed)
      let model = try setting.kind.model(
        from: start.with(structure: setting.structure), over: points, observed: observed)
      var run = Run(of: model, over: points, observed: observed)
      run.run(limit: 10)
      let q = run.model.responsibilities(over: points, observed: observed)
      for n in labels.indices {
        if let label = labels[n] { #expect(q[n, label] == 1) }
      }
      for (a, b) in zip(run.history, run.history.dropFirst()) {
        #expect(b.objective >= a.objective - 1e-11 * abs(a.objective))
        if let bound = b.bound { #expect(bound <= b.objective + 1e-11 * abs(b.objective)) }
      }
    }
  }

  @Test func `for every point make one M-step the complete-data fit`() throws {
    let points = Sample.threeClouds.points
    let labels = (0..<100).map { n -> Int? in n < 40 ? 0 : n < 70 ? 1 : 2 }
    let observed = try ObservedLabels(
      validating: labels, pointCount: points.count, componentCount: 3)
    let start = StartingRule.randomPoints.start(over: points, components: 3, seed: 0)
    var run = Run(of: start, over: points, observed: observed)
    run.iterate()
    let cloud = PointSet(points.points[..<40])
    let shape = run.model.shapes[0]
    #expect(shape.weight == 0.4)
    #expect(shape.centre.squaredDistance(to: cloud.mean) < 1e-20)
    run.iterate()
    #expect(run.snapshot.status == .converged)
  }

  @Test(arguments: [0.01, 0.1, 0.25, 0.5, 0.9, 1])
  func `are held in equal shares of each label, spread over its points`(share: Double) {
    for seed in 0..<10 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let labels = (0..<200).map { _ -> Int? in
        Bool.random(using: &generator) ? Int.random(in: 0..<3, using: &generator) : nil
      }
      let held = ObservedLabels.observing(share, of: labels)
      for label in 0..<3 {
        let known = labels.indices.filter { labels[$0] == label }
        let ranks = known.indices.filter { held[known[$0]] == label }
        let wanted = (share * Double(known.count)).rounded()
        #expect(Double(ranks.count) == max(1, wanted))
        let gaps = zip(ranks, ranks.dropFirst()).map { $1 - $0 }
        if let least = gaps.min(), let greatest = gaps.max() { #expect(greatest - least <= 1) }
      }
      for (known, kept) in zip(labels, held) where kept != nil { #expect(kept == known) }
      let rest = ObservedLabels(held.map { $0.map { UInt8($0) } }).hidden(of: labels)
      for n in labels.indices { #expect((rest[n] ?? held[n]) == labels[n]) }
    }
  }

  @Test func `are all hidden with a share of zero`() {
    #expect(ObservedLabels.observing(0, of: [0, 1, nil]) == [nil, nil, nil])
  }
}
