import MixtureEngine
import Testing

/// mclust's partitions of some data into 2 to 5 clusters.
private struct Mclust: Decodable {
  struct Set: Decodable {
    var xs: [Double]
    var ys: [Double]
    var labels: [[Int]]
  }
  var sets: [Set]
}

@Suite struct `Hierarchical starts` {
  private func start(_ points: PointSet, _ k: Int, seed: UInt64 = 1) -> GaussianMixture {
    StartingRule.hierarchical.start(over: points, components: k, seed: seed)
  }

  @Test func `are the M-steps of the clusters that mclust begins with`() throws {
    let golden = try Golden.decode("mclust-hierarchical", as: Mclust.self)
    #expect(golden.sets.count == 5)
    for set in golden.sets {
      let points = PointSet(xs: set.xs, ys: set.ys)
      for (k, labels) in zip(2..., set.labels) {
        let components = start(points, k).components
        for cluster in 0..<k {
          let members = PointSet(
            points.points.indices.filter { labels[$0] == cluster }.map { points[$0] })
          let component = components[cluster]
          let claim: Comment = "\(points.count) points, K = \(k), cluster \(cluster)"
          #expect(agree(component.weight, Double(members.count) / Double(points.count)), claim)
          #expect(agree(component.mean.x, members.mean.x), claim)
          #expect(agree(component.mean.y, members.mean.y), claim)
          #expect(agree(component.covariance.xy, members.covariance.xy), claim)
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `do not depend on origin, units and orientation of the axes`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let points = PointSet(
      (0..<90).map { n in
        Point(
          x: generator.normal() + Double(n % 3) * 4,
          y: generator.normal() * 2 + Double(n % 2) * 7)
      })
    func map(_ p: Point) -> Point { Point(x: 1e3 - 250 * p.x, y: 0.01 * p.y + 77) }
    for k in 1...5 {
      let (before, after) = (
        start(points, k), start(PointSet(points.points.map(map)), k)
      )
      for (a, b) in zip(before.components, after.components) {
        #expect(agree(a.weight, b.weight), "seed \(seed), K = \(k)")
        #expect(agree(map(a.mean).x, b.mean.x) && agree(map(a.mean).y, b.mean.y))
      }
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `find clusters that are far apart`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let centres = [Point(x: 0, y: 0), Point(x: 40, y: 5), Point(x: 10, y: 60), Point(x: 70, y: 70)]
    let points = PointSet(
      (0..<200).map {
        let centre = centres[$0 % 4]
        return Point(x: centre.x + generator.normal(), y: centre.y + generator.normal())
      })
    for (component, centre) in zip(start(points, 4).components, centres) {
      #expect(component.weight == 0.25)
      #expect(component.mean.squaredDistance(to: centre) < 1)
    }
  }

  @Test func `leave nothing to chance up to their size, and draw so many points above it`() {
    var generator = SeededGenerator(seed: 3)
    func cloud(_ count: Int) -> PointSet {
      PointSet(
        (0..<count).map { n in
          Point(x: generator.normal() + (n % 2 == 0 ? 9 : 0), y: generator.normal())
        })
    }
    let (small, large) = (cloud(300), cloud(StartingRule.hierarchySize + 200))
    #expect(start(small, 2, seed: 1) == start(small, 2, seed: 2))
    #expect(start(large, 2, seed: 1) != start(large, 2, seed: 2))
    #expect(start(large, 2, seed: 1) == start(large, 2, seed: 1))
    for component in start(large, 2).components { #expect(abs(component.weight - 0.5) < 0.1) }
  }

  @Test func `have as many components as are asked for, also where points are at one place`() {
    let tied = PointSet(xs: (0..<30).map { Double($0 % 3) }, ys: (0..<30).map { Double($0 % 2) })
    for k in [1, 2, 7, 29, 30] { #expect(start(tied, k).componentCount == k) }
  }
}
