import MixtureEngine
import RealModule
import Testing

@Suite struct `Held-out points` {
  @Test(arguments: [2, 3, 10, 272], [0.001, 0.2, 0.5, 0.999])
  func `every point is on one side of a split, and neither side is empty`(
    count: Int, share: Double
  ) throws {
    let split = try PointSplit(holdingOut: share, of: count)
    #expect((split.seen + split.heldOut).sorted() == Array(0..<count))
    #expect(split.seen == split.seen.sorted() && split.heldOut == split.heldOut.sorted())
    let wanted = max(1, min(count - 1, Int((Double(count) * share).rounded())))
    #expect(split.heldOut.count == wanted)
  }

  @Test(arguments: [(5, 272), (2, 3), (7, 7)])
  func `each point is held out by one fold, and folds are equal to one point`(
    folds: Int, count: Int
  ) throws {
    let splits = try PointSplit.folds(folds, of: count)
    #expect(splits.flatMap(\.heldOut).sorted() == Array(0..<count))
    let sizes = splits.map(\.heldOut.count)
    #expect(try #require(sizes.max()) - #require(sizes.min()) <= 1)
    #expect(splits.allSatisfy { $0.seen.count + $0.heldOut.count == count })
  }

  @Test func `what cannot be split is refused`() throws {
    for share in [0, 1, -0.5, 1.5, Double.nan, .infinity] {
      #expect(throws: InvalidInput.self) { try PointSplit(holdingOut: share, of: 10) }
    }
    #expect(throws: InvalidInput.self) { try PointSplit(holdingOut: 0.5, of: 1) }
    for folds in [-1, 0, 1, 11] {
      #expect(throws: InvalidInput.self) { try PointSplit.folds(folds, of: 10) }
    }
  }

  /// Points of a sample with weights, some of them held out.
  private func data(_ sample: Sample, seed: UInt64) throws -> DataSet {
    var generator = SeededGenerator(seed: seed)
    let weights = sample.points.xs.map { _ in 0.5 + 2 * generator.unit() }
    return DataSet(
      name: "weighted",
      points: PointSet(xs: sample.points.xs, ys: sample.points.ys, weights: weights),
      labels: KnownLabels(
        ofPoints: sample.points.xs.indices.map { $0 % 3 == 0 ? nil : $0 % 2 }, names: ["a", "b"],
        column: "label"))
  }

  @Test(arguments: Sample.ordinary, UInt64(1)...3)
  func `wherever held-out points lie, every run is the same to the bit`(
    sample: Sample, seed: UInt64
  ) throws {
    let data = try data(sample, seed: seed)
    let split = try PointSplit(holdingOut: 0.3, of: data.points.count)
    var moved = data
    var (xs, ys) = (data.points.xs, data.points.ys)
    for n in split.heldOut { (xs[n], ys[n]) = (1e6 - ys[n], xs[n] * 3) }
    moved.points = PointSet(xs: xs, ys: ys, weights: data.points.weights)
    let ends = try [data, moved].map { data in
      var run = try RunRecipe(components: 2, seed: seed).run(
        over: try data.holdingOut(0.3).points)
      run.run(limit: 30)
      return run.snapshot
    }
    #expect(ends[0].objective == ends[1].objective)
    #expect(ends[0].model.shapes.map(\.centre) == ends[1].model.shapes.map(\.centre))
  }

  @Test(arguments: Sample.ordinary, UInt64(1)...3)
  func `L of held-out points is that of the formula, each as often as it weighs`(
    sample: Sample, seed: UInt64
  ) throws {
    let data = try data(sample, seed: seed).holdingOut(0.3)
    let heldOut = try #require(data.heldOut).points
    var run = try RunRecipe(components: 2, seed: seed).run(over: data.points)
    run.run(limit: 10)
    let mixture = try #require(run.model as? GaussianMixture)
    var (sum, mass) = (0.0, 0.0)
    for n in heldOut.xs.indices {
      let density = mixture.components.reduce(0) { sum, component in
        let s = component.covariance
        let determinant = s.xx * s.yy - s.xy * s.xy
        let (dx, dy) = (heldOut.xs[n] - component.mean.x, heldOut.ys[n] - component.mean.y)
        let squared = (s.yy * dx * dx - 2 * s.xy * dx * dy + s.xx * dy * dy) / determinant
        return sum + component.weight * Double.exp(-squared / 2)
          / (2 * .pi * determinant.squareRoot())
      }
      sum += heldOut.weight(of: n) * Double.log(density)
      mass += heldOut.weight(of: n)
    }
    let found = mixture.objectivePerPoint(over: heldOut)
    #expect(abs(found - sum / mass) < 1e-9 * max(1, abs(found)))
    let kMeans = KMeans(centres: mixture.components.map(\.mean))
    let distortion = heldOut.xs.indices.reduce(0) { sum, n in
      sum + heldOut.weight(of: n)
        * (kMeans.centres.map { centre in
          let (dx, dy) = (heldOut.xs[n] - centre.x, heldOut.ys[n] - centre.y)
          return dx * dx + dy * dy
        }.min() ?? 0)
    }
    #expect(
      abs(kMeans.objectivePerPoint(over: heldOut) + distortion / mass) < 1e-9 * distortion / mass)
  }

  @Test(arguments: Sample.ordinary)
  func `points that are held out come back to their places`(sample: Sample) throws {
    let data = try data(sample, seed: 7)
    for share in [0.1, 0.5, 0.9] {
      let part = try data.holdingOut(share)
      #expect(part.points.count < data.points.count && part.wholeCount == data.points.count)
      #expect(part.whole.points == data.points && part.whole.labels == data.labels)
      #expect(try part.holdingOut(0.2).points == data.holdingOut(0.2).points)
      var edited = part
      edited.remove(2)
      edited.add(Point(x: 3, y: 4))
      let place = try #require(data.points.xs.indices.first { data.points[$0] == part.points[2] })
      var expected = data
      expected.remove(place)
      expected.add(Point(x: 3, y: 4))
      #expect(edited.whole.points == expected.points)
    }
  }
}
