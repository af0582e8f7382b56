import MixtureEngine
import Testing

@Suite struct `Mixture of lines` {
  /// Points along y = 1 + 2x and y = 8 − x, with a little noise.
  private var crossing: PointSet {
    var generator = SeededGenerator(seed: 3)
    return PointSet(
      (0..<120).map { n in
        let x = 6 * generator.unit()
        let y = n.isMultiple(of: 2) ? 1 + 2 * x : 8 - x
        return Point(x: x, y: y + 0.2 * generator.normal())
      })
  }

  @Test func `finds two crossing lines`() throws {
    let best = try (0..<10 as Range<UInt64>).map { seed in
      var run = try Setting(kind: .lines, structure: .full).run(
        over: crossing, components: 2, seed: seed)
      run.run()
      return run.snapshot
    }.max { $0.objective < $1.objective }
    let lines = try #require((best?.model as? LineMixture)?.lines.sorted { $0.slope < $1.slope })
    #expect(abs(lines[0].slope + 1) < 0.05)
    #expect(abs(lines[1].slope - 2) < 0.05)
    #expect(abs(lines[0].height(at: 0) - 8) < 0.2)
    #expect(abs(lines[1].height(at: 0) - 1) < 0.2)
  }

  @Test func `one line is least squares`() throws {
    let points = PointSet.oldFaithful
    var run = try Setting(kind: .lines, structure: .full).run(
      over: points, components: 1, seed: 0)
    run.iterate()
    let line = try #require((run.model as? LineMixture)?.lines.first)
    // R: lm(waiting ~ eruptions, faithful)
    #expect(abs(line.slope - 10.72964) < 1e-5)
    #expect(abs(line.height(at: 0) - 33.47440) < 1e-5)
  }

  @Test func `points on one line collapse with a name`() throws {
    let line = PointSet(xs: (0..<12).map(Double.init), ys: (0..<12).map { 2 * Double($0) + 1 })
    var run = try Setting(kind: .lines, structure: .full).run(over: line, components: 1, seed: 0)
    let status = run.run()
    #expect(status == .collapsed(Collapse(component: 0, reason: .singularCovariance)))
  }
}
