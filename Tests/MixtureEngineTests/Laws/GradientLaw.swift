import MixtureEngine
import TestSupport
import Testing

@Suite struct `Law: the M-step sets the gradient to zero` {
  /// Kinds with their structures, and a prior where there can be one.
  struct Case: CustomTestStringConvertible, Sendable {
    var setting: Setting
    var prior: PriorChoice
    var space = Space.plane
    var testDescription: String { "\(setting.testDescription) \(prior.name) \(space)" }

    static let all: [Case] =
      Setting.all.flatMap { setting in
        Space.allCases.filter { $0.has(setting) }.flatMap { space in
          (setting.kind == .gaussianMixture ? PriorChoice.allCases : [.none]).map {
            Case(setting: setting, prior: $0, space: space)
          }
        }
      } + [Case(setting: Setting(kind: .coins, structure: .full), prior: .none, space: .heads)]
  }

  /// Where the points are.
  enum Space: CaseIterable {
    /// In the plane; there with lengths in standard deviations, which differ; on a line; numbers of heads.
    case plane, zScores, line, heads

    func has(_ setting: Setting) -> Bool {
      switch self {
      case .plane, .zScores: true
      case .line:
        setting.kind != .lines && (setting.structure == .full || setting.structure == .tied)
      case .heads: false
      }
    }

    var points: PointSet {
      get throws {
        let clouds = Sample.threeClouds.points
        return switch self {
        case .plane: clouds
        case .zScores: try PointSet(validating: clouds.xs.map { 7 * $0 }, clouds.ys)
        case .line: try PointSet(validating: clouds.xs)
        case .heads:
          try PointSet(
            validating: clouds.xs.map {
              (20 * ($0 - clouds.bounds.lower.x)
                / (clouds.bounds.upper.x - clouds.bounds.lower.x)).rounded()
            }
          ).heads(outOf: 20)
        }
      }
    }
  }

  /// M-steps of a few iterations of a run, over points that count once, with weights, with labels told.
  private func steps(_ tested: Case, seed: UInt64) throws -> [(Run, MaximizationStep)] {
    let plain = try tested.space.points
    var found: [(Run, MaximizationStep)] = []
    for (points, isTold) in [(plain, false), (plain.withFractions(seed: seed), true)] {
      var recipe = RunRecipe(
        kind: tested.setting.kind, structure: tested.setting.structure, components: 3, seed: seed)
      recipe.prior = tested.prior
      recipe.isStandardized = tested.space == .zScores
      if isTold {
        recipe.observe(ObservedLabels(plain.xs.indices.map { $0 % 11 == 0 ? UInt8($0 % 3) : nil }))
      }
      var run = try recipe.run(over: points)
      for _ in 0..<3 {
        run.halfStep()
        if let step = try? run.maximizationStep() { found.append((run, step)) }
        run.halfStep()
      }
    }
    #expect(!found.isEmpty)
    return found
  }

  @Test(arguments: Case.all, FuzzSeed.usual(1, 2, 3))
  func `at the new θ, in every slope, and not before`(tested: Case, seed: UInt64) throws {
    var moved = false
    for (_, step) in try steps(tested, seed: seed) {
      let gradient = step.gradient
      #expect(gradient.groups.count >= step.origin.componentCount)
      for group in gradient.groups {
        for change in group.slopes {
          #expect(
            change.after.isZero,
            "seed \(seed), \(change.name) of \(group.component.map { $0 + 1 } ?? 0): \(change.after)"
          )
          moved = moved || !change.before.isZero
        }
      }
      if let weights = gradient.weights {
        #expect(gradient.multiplier == -step.points.totalWeight)
        for case let change? in weights {
          #expect(change.after.isZero, "seed \(seed): \(change)")
        }
      } else {
        #expect(
          step.origin.criterion == .distortion || [.dial, .coins].contains(tested.setting.kind))
      }
    }
    #expect(moved)
  }

  @Test(arguments: Case.all, FuzzSeed.usual(4, 5))
  func `and its slopes are those of what it maximises`(tested: Case, seed: UInt64) throws {
    var checked = 0
    for (run, step) in try steps(tested, seed: seed).prefix(4) {
      func value(_ model: any LatentLabelModel) -> Double {
        model.expectedLogJoint(over: step.points, under: step.expectation)
          + (run.safeguard.logPrior(of: model) ?? 0)
      }
      let gradient = step.gradient
      for (model, end) in [
        (step.origin, \SlopeChange.before), (step.target, \SlopeChange.after),
      ] {
        for group in gradient.groups {
          for change in group.slopes {
            guard
              let move = Self.move(
                model, group.component, change.name, measuredBy: step.points.standardization)
            else { continue }
            let slope = change[keyPath: end].value * (change.name == .precisionXY ? 2 : 1)
            let (up, down) = (try #require(move.model(1)), try #require(move.model(-1)))
            let found = (value(up) - value(down)) / (2 * move.step)
            // As much as the whole of the points, moved by a standard deviation, would give.
            let scale = 1e-5 * move.size * step.points.totalWeight + 1e-4 * abs(slope)
            #expect(
              abs(found - slope) <= scale,
              "seed \(seed), \(change.name) of \(group.component ?? -1): \(slope), found \(found)")
            checked += 1
          }
        }
        guard let weights = gradient.weights, let first = weights[0], let second = weights[1],
          let (up, down) = Self.shifted(model, by: 1e-5)
        else { continue }
        let slope = first[keyPath: end].value - second[keyPath: end].value
        let found = (value(up) - value(down)) / 2e-5
        #expect(
          abs(found - slope) <= 1e-5 * step.points.totalWeight + 1e-5 * abs(slope),
          "seed \(seed), weights: \(slope), found \(found)")
        checked += 1
      }
    }
    #expect(checked >= 12)
  }

  // MARK: - θ a little aside

  /// A way to move θ along one coordinate.
  private struct Move {
    /// How far θ moves to either side.
    var step: Double
    /// What a slope of one point a standard deviation away is.
    var size: Double
    /// θ moved by so many steps.
    var model: (Double) -> (any LatentLabelModel)?
  }

  private static func move(
    _ model: any LatentLabelModel, _ k: Int?, _ name: SlopeChange.Name,
    measuredBy standardization: Standardization
  ) -> Move? {
    switch model {
    case let model as GaussianMixture:
      return move(model.components, k, name, standardization) {
        GaussianMixture(components: $0, structure: model.structure)
      }
    case let model as StudentMixture:
      return move(model.components, k, name, standardization) {
        StudentMixture(
          components: $0, degreesOfFreedom: model.degreesOfFreedom, dimension: model.dimension)
      }
    case let model as CoinMixture:
      guard let k, name == .meanX else { return nil }
      let θ = model.headProbabilities[k]
      let n = Double(model.tosses)
      return Move(step: 1e-5 * n, size: 1 / (n * θ * (1 - θ)).squareRoot()) { steps in
        var all = model.headProbabilities
        all[k] += steps * 1e-5
        return try? CoinMixture(validating: all, tosses: model.tosses)
      }
    case let model as NoisyMixture:
      return move(model.gaussians.components, k, name, standardization) {
        NoisyMixture(
          gaussians: GaussianMixture(components: $0, structure: model.gaussians.structure),
          noiseWeight: model.noiseWeight, lower: model.lower, upper: model.upper)
      }
    case let model as KMeans:
      guard let k, [.meanX, .meanY].contains(name) else { return nil }
      let scale = model.standardization.scale
      let unit = name == .meanX ? scale.x : scale.y
      return Move(step: 1e-5 * unit, size: 2 / unit) { steps in
        var centres = model.centres
        let step = steps * 1e-5 * unit
        if name == .meanX { centres[k].x += step } else { centres[k].y += step }
        return KMeans(centres: centres, dimension: model.dimension)
          .measured(by: model.standardization)
      }
    case let model as LineMixture:
      guard let k else { return nil }
      let line = model.lines[k]
      let s = line.deviation
      func moved(
        _ step: Double, _ size: Double, _ change: @escaping (inout LineMixture.Line, Double) -> Void
      ) -> Move {
        Move(step: step, size: size) { steps in
          var lines = model.lines
          change(&lines[k], steps * step)
          return LineMixture(lines: lines)
        }
      }
      switch name {
      case .height: return moved(1e-5 * s, 1 / s) { $0.centre.y += $1 }
      case .steepness: return moved(1e-5 * s, 3 / s) { $0.slope += $1 }
      case .noisePrecision:
        return moved(1e-5 / s / s, s * s) {
          $0.deviation = (1 / (1 / (s * s) + $1)).squareRoot()
        }
      default: return nil
      }
    default: return nil
    }
  }

  private static func move(
    _ components: [GaussianComponent], _ k: Int?, _ name: SlopeChange.Name,
    _ standardization: Standardization,
    _ make: @escaping ([GaussianComponent]) -> any LatentLabelModel
  ) -> Move? {
    let component = components[k ?? 0]
    let c = component.covariance
    let determinant = c.xx * c.yy - c.xy * c.xy
    let (pxx, pxy, pyy) = (c.yy / determinant, -c.xy / determinant, c.xx / determinant)
    func inverse(_ xx: Double, _ xy: Double, _ yy: Double) -> Covariance2 {
      let d = xx * yy - xy * xy
      return Covariance2(xx: yy / d, xy: -xy / d, yy: xx / d)
    }
    func moved(
      _ step: Double, _ size: Double, _ change: @escaping (Double) -> (Point, Covariance2)
    ) -> Move {
      Move(step: step, size: size) { steps in
        var all: [GaussianComponent] = []
        for (j, old) in components.enumerated() {
          let (mean, covariance) = change(steps * step)
          let isMoved = k == nil || j == k
          guard
            let new = GaussianComponent(
              weight: old.weight, mean: isMoved && k != nil ? mean : old.mean,
              covariance: isMoved ? covariance : old.covariance)
          else { return nil }
          all.append(new)
        }
        return make(all)
      }
    }
    let m = component.mean
    switch name {
    case .meanX:
      return moved(1e-5 * c.xx.squareRoot(), pxx.squareRoot()) {
        (Point(x: m.x + $0, y: m.y), c)
      }
    case .meanY:
      return moved(1e-5 * c.yy.squareRoot(), pyy.squareRoot()) {
        (Point(x: m.x, y: m.y + $0), c)
      }
    case .precisionXX: return moved(1e-5 * pxx, c.xx) { (m, inverse(pxx + $0, pxy, pyy)) }
    case .precisionYY: return moved(1e-5 * pyy, c.yy) { (m, inverse(pxx, pxy, pyy + $0)) }
    case .precisionXY:
      return moved(1e-5 * (pxx * pyy).squareRoot(), (c.xx * c.yy).squareRoot()) {
        (m, inverse(pxx, pxy + $0, pyy))
      }
    case .precision:
      if c.isUnivariate {
        return moved(1e-5 / c.xx, c.xx) { (m, .univariate(1 / (1 / c.xx + $0))) }
      }
      let variance = standardization.standardized(c).xx
      return moved(1e-5 / variance, variance) {
        (m, standardization.round(1 / (1 / variance + $0)))
      }
    default: return nil
    }
  }

  /// θ with a little of the second component's weight given to the first, and the other way.
  private static func shifted(
    _ model: any LatentLabelModel, by step: Double
  ) -> (any LatentLabelModel, any LatentLabelModel)? {
    func shifted(_ components: [GaussianComponent], _ step: Double) -> [GaussianComponent] {
      components.enumerated().compactMap { k, c in
        GaussianComponent(
          weight: c.weight + (k == 0 ? step : k == 1 ? -step : 0), mean: c.mean,
          covariance: c.covariance)
      }
    }
    func made(_ step: Double) -> (any LatentLabelModel)? {
      switch model {
      case let model as GaussianMixture:
        GaussianMixture(components: shifted(model.components, step), structure: model.structure)
      case let model as StudentMixture:
        StudentMixture(
          components: shifted(model.components, step), degreesOfFreedom: model.degreesOfFreedom,
          dimension: model.dimension)
      case let model as NoisyMixture:
        NoisyMixture(
          gaussians: GaussianMixture(
            components: shifted(model.gaussians.components, step / (1 - model.noiseWeight)),
            structure: model.gaussians.structure),
          noiseWeight: model.noiseWeight, lower: model.lower, upper: model.upper)
      case let model as LineMixture:
        LineMixture(
          lines: model.lines.enumerated().map { k, line in
            var line = line
            line.weight += k == 0 ? step : k == 1 ? -step : 0
            return line
          })
      default: nil
      }
    }
    guard let up = made(step), let down = made(-step) else { return nil }
    return (up, down)
  }
}
