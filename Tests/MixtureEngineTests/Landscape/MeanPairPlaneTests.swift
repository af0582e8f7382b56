import Testing

@testable import MixtureEngine

/// L over the means of two components of points on a line.
@Suite struct `The plane of two means` {
  /// Runs over points on a line after an E-step, some with weights, known labels or a prior.
  private static func runs(of kind: ModelKind, seed: UInt64) throws -> [(name: String, run: Run)] {
    let plain = Line.points(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let heads = try PointSet(
      validating: (0..<40).map { _ in Double(generator.index(below: 13)) }
    ).heads(outOf: 12)
    let points = kind == .coins ? heads : plain
    var recipes = [2, 3].map { ("K = \($0)", RunRecipe(kind: kind, components: $0, seed: seed)) }
    let labelled = RunRecipe(
      kind: kind, components: 3, seed: seed,
      observed: try ObservedLabels(
        validating: (0..<points.count).map { $0 % 5 == 0 ? $0 % 3 : nil },
        pointCount: points.count, componentCount: 3))
    recipes.append(("labels", labelled))
    if kind == .gaussianMixture {
      var prior = RunRecipe(kind: kind, components: 2, seed: seed)
      prior.prior = .standard
      recipes.append(("prior", prior))
    }
    return try recipes.map { name, recipe in
      var run = try recipe.run(over: points)
      run.iterate()
      run.halfStep()
      return ("\(name), seed \(seed)", run)
    }
  }

  private static func sweep(_ run: Run, _ places: [Point], arrows: [Point] = []) -> LandscapeSweep {
    LandscapeSweep(
      of: run, moving: 0, and: 1, xs: places.map(\.x), ys: places.map(\.y), arrows: arrows)
  }

  /// Places of two means among the points.
  private static func places(in run: Run, seed: UInt64, count: Int = 12) -> [Point] {
    let (lower, upper) = run.points.bounds
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      Point(
        x: lower.x + (upper.x - lower.x) * generator.unit(),
        y: lower.x + (upper.x - lower.x) * generator.unit())
    }
  }

  private static let kinds = [ModelKind.gaussianMixture, .kMeans, .studentT, .noise, .coins]

  @Test(arguments: kinds)
  func `has at every place L with the two means there`(_ kind: ModelKind) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      for (name, run) in try Self.runs(of: kind, seed: seed) {
        let places = Self.places(in: run, seed: seed)
        let sweep = Self.sweep(run, places)
        let plane = try #require(sweep.plane)
        for (place, height) in zip(places, plane.heights(at: places)) {
          let moved = try #require(
            run.model.placing(0, at: Point(x: place.x, y: 0))?
              .placing(1, at: Point(x: place.y, y: 0)))
          let direct =
            moved.expectation(over: run.points, observed: run.observed).objective
            + (run.safeguard.logPrior(of: moved) ?? 0)
          #expect(agree(height, direct, to: 1e-10), "\(name) at \(place)")
        }
        let landscape = sweep.finished()
        #expect(landscape.isComplete, "\(name)")
        let corner = plane.heights(at: [Point(x: sweep.xs[3], y: sweep.ys[5])])[0]
        #expect(
          agree(landscape[GridCell(column: 3, row: 5)] ?? 0, corner, to: 1e-12), "\(name)")
        let top = try #require(landscape.top)
        #expect(top.height >= landscape.greatest?.height ?? .infinity, "\(name)")
      }
    }
  }

  @Test(arguments: kinds)
  func `has arrows to where an iteration sends the two`(_ kind: ModelKind) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      for (name, run) in try Self.runs(of: kind, seed: seed) {
        let shapes = run.model.shapes
        let present = Point(x: shapes[0].centre.x, y: shapes[1].centre.x)
        let landscape = Self.sweep(run, [present], arrows: [present]).finished()
        var next = run
        next.halfStep()
        guard next.snapshot.status == .running else { continue }
        let there = next.model.shapes
        guard case .known(let to?) = landscape.destinations[0] else {
          Issue.record("no arrow, \(name)")
          continue
        }
        #expect(agree(to.x, there[0].centre.x) && agree(to.y, there[1].centre.x), "\(name)")
      }
    }
  }

  @Test(arguments: [ModelKind.gaussianMixture, .kMeans, .noise])
  func `has F below L everywhere, touching it where q was made, and its top where M goes`(
    _ kind: ModelKind
  ) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      for (name, run) in try Self.runs(of: kind, seed: seed) {
        let q = try #require(run.posterior)
        let bound = try #require(
          BoundParabola(
            of: run.model, moving: 0, and: 1, over: run.points, under: q,
            safeguard: run.safeguard), "\(name)")
        let shapes = run.model.shapes
        let present = Point(x: shapes[0].centre.x, y: shapes[1].centre.x)
        let places = [present] + Self.places(in: run, seed: seed)
        let plane = try #require(Self.sweep(run, places).plane)
        let heights = plane.heights(at: places)
        #expect(agree(bound.height(at: present), heights[0], to: 1e-10), "\(name)")
        for (place, height) in zip(places, heights) {
          #expect(bound.height(at: place) <= height + 1e-10 * abs(height), "\(name) at \(place)")
          let moved = try #require(
            run.model.placing(0, at: Point(x: place.x, y: 0))?
              .placing(1, at: Point(x: place.y, y: 0)))
          let direct =
            moved.lowerBound(over: run.points, under: q)
            + (run.safeguard.logPrior(of: moved) ?? 0)
          #expect(agree(bound.height(at: place), direct, to: 1e-9), "\(name) at \(place)")
        }
        var next = run
        next.halfStep()
        guard next.snapshot.status == .running else { continue }
        let there = next.model.shapes
        #expect(
          agree(bound.centre.x, there[0].centre.x) && agree(bound.centre.y, there[1].centre.x),
          "\(name)")
      }
    }
  }

  @Test func `is there over points on a line alone, and for two means`() throws {
    let line = try RunRecipe(components: 2, seed: 1).run(over: Line.points(seed: 1))
    #expect(Self.sweep(line, [Point(x: 0, y: 1)]).plane is MeanPairPlane)
    let plane = try RunRecipe(components: 2, seed: 1).run(over: .oldFaithful)
    #expect(Self.sweep(plane, [Point(x: 0, y: 1)]).plane == nil)
    let noise = try RunRecipe(kind: .noise, components: 1, seed: 1).run(over: Line.points(seed: 1))
    #expect(Self.sweep(noise, [Point(x: 0, y: 1)]).plane == nil)
  }

  @Test func `of coins has no height beyond the tosses`() throws {
    let heads = try PointSet(validating: [5, 9, 8, 4, 7]).heads(outOf: 10)
    let run = try RunRecipe(kind: .coins, components: 2, seed: 1).run(over: heads)
    let plane = try #require(Self.sweep(run, [Point(x: 5, y: 5)]).plane)
    #expect(
      plane.heights(at: [Point(x: -1, y: 5), Point(x: 5, y: 11)]) == [-.infinity, -.infinity])
    #expect(plane.destination(from: Point(x: -1, y: 5)) == nil)
  }
}
