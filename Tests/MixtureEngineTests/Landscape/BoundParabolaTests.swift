import Testing

@testable import MixtureEngine

/// The bound as one mean moves.
@Suite struct `The bound along a mean` {
  private static func parabola(_ run: Run, _ k: Int) -> BoundParabola? {
    run.posterior.flatMap {
      BoundParabola(
        of: run.model, moving: k, over: run.points, under: $0, safeguard: run.safeguard)
    }
  }

  @Test(arguments: Setting.all)
  func `lies below L everywhere, and touches it where q was made with the same slope`(
    _ setting: Setting
  ) throws {
    for seed in 1...2 as ClosedRange<UInt64> {
      for (name, run) in `The slice along a mean`.runs(of: setting, seed: seed) {
        for k in 0..<run.model.componentCount {
          let slice = MeanSlice(
            through: run.model, moving: k, over: run.points, observed: run.observed,
            safeguard: run.safeguard)
          guard let slice, let bound = Self.parabola(run, k) else { continue }
          let said = "\(name), seed \(seed), component \(k + 1)"
          let present = run.model.shapes[k].centre
          let height = slice.height(at: present)
          let rounding = 1e-11 * abs(height)
          #expect(abs(bound.height(at: present) - height) <= rounding, "\(said)")
          for place in `The slice along a mean`.places(about: run.points, seed: seed) {
            let (low, high) = (bound.height(at: place), slice.height(at: place))
            #expect(low <= high + 1e-11 * max(abs(low), abs(high)), "\(said)")
          }
          // In the hard limit the ground has kinks, but none where no point is equally near.
          guard run.model.criterion == .logLikelihood else { continue }
          for way in [Point(x: 1, y: 0), Point(x: 0, y: 1)] {
            let size = 1e-4 * (way.x * bound.factor.l11 + way.y * bound.factor.l22)
            func slope(_ height: (Point) -> Double) -> Double {
              func at(_ s: Double) -> Double {
                height(Point(x: present.x + s * way.x, y: present.y + s * way.y))
              }
              return (at(size) - at(-size)) / 2
            }
            let tolerance = 1e-7 * run.points.totalWeight + 1e-10 * abs(height)
            #expect(
              abs(slope(bound.height) - slope(slice.height)) <= tolerance, "\(said) along \(way)")
          }
        }
      }
    }
  }

  @Test(arguments: Setting.all)
  func `is F with the mean there, and M puts the mean on its top`(_ setting: Setting) throws {
    for (name, run) in `The slice along a mean`.runs(of: setting, seed: 3) {
      let q = try #require(run.posterior)
      let next = try? run.model.maximization(
        over: run.points, from: q, safeguard: run.safeguard)
      for k in 0..<run.model.componentCount {
        guard let bound = Self.parabola(run, k) else { continue }
        for place in `The slice along a mean`.places(about: run.points, seed: 4, count: 5) {
          let moved = try #require(run.model.placing(k, at: place))
          let direct = moved.lowerBound(over: run.points, under: q)
          #expect(agree(bound.height(at: place), direct, to: 1e-9), "\(name)")
        }
        if let next {
          let (centre, mean) = (bound.centre, next.shapes[k].centre)
          #expect(bound.factor.squaredMahalanobis(mean.x - centre.x, mean.y - centre.y) < 1e-16)
        }
        let fall = bound.fall(at: Point(x: bound.centre.x + bound.factor.l11, y: bound.centre.y))
        #expect(fall > 0)
        let radius = bound.radius(ofFall: fall)
        #expect(agree(bound.stiffness / 2 * radius * radius, fall))
      }
    }
  }

  @Test func `under a prior is F + log p(θ), with its top where M puts the mean`() throws {
    for structure in CovarianceStructure.named.map(\.structure) {
      var recipe = RunRecipe(structure: structure, components: 3, seed: 4)
      recipe.prior = .standard
      var run = try Run(recipe, over: .oldFaithful)
      run.run(limit: 2)
      run.halfStep()
      let (q, bound) = (try #require(run.posterior), try #require(Self.parabola(run, 1)))
      for place in `The slice along a mean`.places(about: run.points, seed: 2) {
        let moved = try #require(run.model.placing(1, at: place))
        let direct =
          moved.lowerBound(over: run.points, under: q) + (run.safeguard.logPrior(of: moved) ?? 0)
        #expect(agree(bound.height(at: place), direct, to: 1e-10), "\(structure)")
      }
      run.halfStep()
      let (centre, mean) = (bound.centre, run.model.shapes[1].centre)
      #expect(bound.factor.squaredMahalanobis(mean.x - centre.x, mean.y - centre.y) < 1e-18)
    }
  }

  /// Holds numpy's numbers.
  ///
  /// The recipe stands beside the slice's heights; q from the logarithms, then
  ///
  ///     N = q[0].sum(); m = q[0] @ X / N; top = (q * (log_joint_with_mean(m) - log(q))).sum()
  @Test func `has numpy's centre and top`() throws {
    let mixture = try #require(`The slice along a mean`.mixture)
    let q = mixture.expectation(over: .oldFaithful, observed: nil)
    let bound = try #require(
      BoundParabola(of: mixture, moving: 0, over: .oldFaithful, under: q))
    #expect(agree(bound.mass, 150.15852596482114, to: 1e-12))
    #expect(agree(bound.centre.x, 4.356216536833161, to: 1e-12))
    #expect(agree(bound.centre.y, 80.10744197637476, to: 1e-12))
    #expect(agree(bound.top, -1199.7316246044543, to: 1e-12))
  }

  @Test func `is none for Student-t components and for the noise`() throws {
    for (kind, k) in [(ModelKind.studentT, 0), (.noise, 3), (.lines, 0)] {
      var run = try Setting(kind: kind, structure: .full).run(over: .oldFaithful, seed: 2)
      run.halfStep()
      #expect(Self.parabola(run, k) == nil)
    }
  }
}
