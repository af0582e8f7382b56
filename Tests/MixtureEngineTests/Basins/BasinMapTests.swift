import Testing

@testable import MixtureEngine

@Suite struct `A basin map` {
  /// A sweep over the box of a third of Old Faithful.
  private static func sweep(columns: Int, rows: Int, components: Int = 3) -> BasinSweep {
    let points = Sample.faithfulThird.points
    let box = points.bounds
    func places(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
      (0..<count).map { low + (high - low) * (Double($0) + 0.5) / Double(count) }
    }
    return BasinSweep(
      RunRecipe(),
      from: StartingRule.randomPoints.start(over: points, components: components, seed: 1),
      over: points, swept: 0, xs: places(box.lower.x, box.upper.x, columns),
      ys: places(box.lower.y, box.upper.y, rows))
  }

  @Test func `gives each cell the end of the run from there`() async throws {
    let sweep = Self.sweep(columns: 9, rows: 5)
    let map = await sweep.run()
    #expect(map.isComplete)
    for row in 0..<5 {
      for column in 0..<9 {
        let cell = GridCell(column: column, row: row)
        var run = Run(of: sweep.start(at: cell), over: sweep.points)
        run.run()
        let found = try #require(map[cell])
        #expect(found.iterations == run.snapshot.iteration)
        guard let optimum = found.optimum else {
          #expect(run.snapshot.status != .converged)
          continue
        }
        #expect(abs(map.optima[optimum].objective - run.snapshot.objective) < 2.8e-3)
      }
    }
    let shares = map.optima.map { map.share(of: $0) }.reduce(0, +)
    #expect(abs(shares + Double(map.collapsedCount) / 45 - 1) < 1e-12)
  }

  @Test func `is the same from one core as from many, and when it was interrupted`() async {
    let sweep = Self.sweep(columns: 12, rows: 7)
    let whole = await sweep.run()
    let outcomes = (0..<84).map { index in
      index % 3 == 0 ? sweep.outcome(at: GridCell(column: index % 12, row: index / 12)) : nil
    }
    let part = BasinMap(outcomes, of: sweep)
    #expect(part.doneCount == 28)
    let resumed = await sweep.run(keeping: part)
    for column in 0..<12 {
      for row in 0..<7 {
        let cell = GridCell(column: column, row: row)
        #expect(whole[cell] == resumed[cell])
      }
    }
  }

  @Test func `grows from coarse to fine`() async {
    let sweep = Self.sweep(columns: 20, rows: 10, components: 2)
    var counts: [Int] = []
    let map = await sweep.run { part in
      counts.append(part.doneCount)
      #expect(!part.isComplete)
    }
    #expect(counts == counts.sorted())
    #expect(counts.count > 3)
    #expect(map.isComplete)
  }

  @Test func `marks places from which a component collapses`() async throws {
    let points = PointSet(
      (0..<30).map { Point(x: Double($0 % 6), y: Double($0 / 6)) } + [Point(x: 90, y: 90)])
    let narrow = try #require(
      GaussianComponent(weight: 0.5, mean: Point(x: 2, y: 2), covariance: .isotropic(0.01)))
    let wide = try #require(
      GaussianComponent(weight: 0.5, mean: Point(x: 2, y: 2), covariance: .isotropic(9)))
    let sweep = BasinSweep(
      RunRecipe(), from: GaussianMixture(components: [narrow, wide]), over: points, swept: 0,
      xs: [2, 90], ys: [90])
    let map = await sweep.run()
    #expect(try #require(map[GridCell(column: 1, row: 0)]).optimum == nil)
    #expect(map.collapsedCount >= 1)
  }

  @Test(arguments: [(1, 1), (16, 16), (17, 33), (37, 18)])
  func `visits each cell once, coarse passes first`(columns: Int, rows: Int) {
    let cells = GridCell.coarseToFine(columns: columns, rows: rows)
    #expect(cells.count == columns * rows)
    #expect(Set(cells).count == cells.count)
    var done: Set<GridCell> = []
    for cell in cells {
      for step in [2, 4, 8, 16] where cell.corner(step: step) != cell {
        #expect(done.contains(cell.corner(step: step)))
      }
      done.insert(cell)
    }
  }

  @Test func `answers with the nearest coarser cell where one is not done`() {
    let sweep = Self.sweep(columns: 20, rows: 10, components: 2)
    var outcomes = [Outcome?](repeating: nil, count: 200)
    outcomes[0] = sweep.outcome(at: GridCell(column: 0, row: 0))
    outcomes[16] = sweep.outcome(at: GridCell(column: 16, row: 0))
    let map = BasinMap(outcomes, of: sweep)
    #expect(map[GridCell(column: 5, row: 3)] == nil)
    #expect(map.nearest(to: GridCell(column: 5, row: 3)) == map[GridCell(column: 0, row: 0)])
    #expect(map.nearest(to: GridCell(column: 19, row: 9)) == map[GridCell(column: 16, row: 0)])
  }
}
