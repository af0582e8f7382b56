import Explorer
import Foundation
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import emscope

/// What the lessons say is computed here, not found on their screens; what their own claims say is
/// computed by `--check`.
@Suite(.waiting) struct `What a lesson says` {
  @Test(arguments: BuiltInLesson.names)
  func `has no number that isn't computed`(name: String) async throws {
    let played = try await PlayedLesson(name)
    #expect(SaidNumber.all(in: played.lesson.summary).isEmpty)
    for (number, step) in played.lesson.steps.enumerated() {
      let said = SaidNumber.all(in: step.wordsOfItsOwn).filter(\.needsComputing)
      let computed = try await LessonNumbers.claims[name]?[number]?(played) ?? []
      #expect(said.count == computed.count, "\(name), step \(number + 1): \(said), \(computed)")
      for (said, value) in zip(said, computed) {
        #expect(said.isRounded(value), "\(name), step \(number + 1): \(said.text), \(value)")
      }
    }
  }

  @Test(arguments: BuiltInLesson.names)
  func `is not broken between a key and the word that joins it to another`(name: String) throws {
    for step in try BuiltInLesson.named(name).steps {
      for width in 56...196 {
        for line in step.caption.wrapped(to: width) {
          #expect(!line.hasSuffix("<") && !line.hasPrefix("and >"), "\(line)")
        }
      }
    }
  }

  @Test func `of the two steps is what they do`() async throws {
    let played = try await PlayedLesson("two-steps")
    #expect(played[0].snapshot.bound == nil)
    #expect(try #require(played[1].snapshot.gap) < 1e-9)
    // The M-step by hand: πₖ is Nₖ / N, mean and covariance are divided by Nₖ.
    let points = played.data.points
    let q = played[1].model.responsibilities(over: points, observed: nil)
    for (k, shape) in played[2].model.shapes.enumerated() {
      let shares = (0..<points.count).map { q[$0, k] }
      let mass = shares.reduce(0, +)
      func mean(_ value: (Point) -> Double) -> Double {
        (0..<points.count).reduce(0) { $0 + shares[$1] * value(points[$1]) } / mass
      }
      #expect(abs(shape.weight - mass / Double(points.count)) < 1e-9)
      let centre = Point(x: mean(\.x), y: mean(\.y))
      #expect(abs(shape.centre.x - centre.x) < 1e-9 && abs(shape.centre.y - centre.y) < 1e-9)
      guard case .ellipse(let covariance) = shape.outline else { continue }
      #expect(abs(covariance.xy - mean { ($0.x - centre.x) * ($0.y - centre.y) }) < 1e-9)
    }
    let step = try #require(Ledger(of: played[2].past).entries.last)
    #expect(try #require(step.objectiveGain) > #require(step.boundGain))
    #expect(played.recipe(5).seed != played.recipe(4).seed)
    let (plan, done) = await played.restarts(0)
    #expect(done.optima.all[0].members.count > plan.count * 9 / 10)
  }

  @Test func `of the bound holds for each of its half-steps`() async throws {
    let played = try await PlayedLesson("bound")
    let climb = try #require(Ledger(of: played[2].past).entries.last)
    #expect(try #require(climb.gap) > 0)
    for entry in Ledger(of: played[5].past).entries where entry.halfStep == .maximization {
      let (objective, bound) = (try #require(entry.objectiveGain), try #require(entry.boundGain))
      #expect(bound > -1e-9 && objective > bound - 1e-9)
    }
    let (before, after) = (played[5].past.dropLast().last, played[5].snapshot)
    for (old, new) in zip(try #require(before).model.shapes, after.model.shapes) {
      #expect(abs(old.centre.x - new.centre.x) < 1e-3)
    }
  }

  @Test func `of Bayes at one point is true of the points that are looked at`() async throws {
    let played = try await PlayedLesson("bayes")
    // The least decided point of the start, and the one to its left, of which 0.003 and 0.0015
    // are the products but for the last digits.
    let q = played[1].model.responsibilities(over: played.data.points, observed: nil)
    let least = try #require(
      (0..<played.data.points.count).min { (q.row($0).max() ?? 1) < (q.row($1).max() ?? 1) })
    #expect(abs(q[least, 0] - 0.5) < 0.01)
    let left = Point(x: 2.417, y: 54)
    let joint = played[2].model.responsibilities(for: left)
    let height = exp(played[2].model.logDensity(at: left))
    #expect(abs(joint[0] - 2 / 3) < 0.02)
    #expect(abs(joint[0] * height - 0.003) < 1e-4 && abs(joint[1] * height - 0.0015) < 1e-4)
    #expect(played[3].model.componentCount == 2 && played[3].snapshot.next == .expectation)
  }

  @Test func `of Jensen is true of the point with the widest gap`() async throws {
    let played = try await PlayedLesson("jensen")
    let run = played[1]
    let before = try #require(run.snapshot.posteriorModel)
    // Σ q r is p(x) for any q, and the gap of all points is that of the bound.
    let q = before.responsibilities(over: played.data.points, observed: nil)
    let p = run.model.responsibilities(over: played.data.points, observed: nil)
    var gap = 0.0
    for n in 0..<played.data.points.count {
      let height = exp(run.model.logDensity(at: played.data.points[n]))
      let mean = zip(q.row(n), p.row(n)).reduce(0) { $0 + $1.0 * ($1.1 * height / $1.0) }
      #expect(abs(mean - height) < 1e-12)
      gap += zip(q.row(n), p.row(n)).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) }
    }
    #expect(abs(gap - (try #require(run.snapshot.gap))) < 1e-6)
  }

  @Test func `of the M-step is true of the slopes`() async throws {
    let played = try await PlayedLesson("m-step")
    // F's slope in a mean is Σₖ⁻¹ Σₙ qₖₙ (xₙ − μₖ): zero at the new mean for the old q only.
    func residual(_ model: any LatentLabelModel, of shapes: [ComponentShape]) -> Double {
      let q = model.responsibilities(over: played.data.points, observed: nil)
      return shapes.indices.map { k in
        abs(
          (0..<played.data.points.count).reduce(0) {
            $0 + q[$1, k] * (played.data.points[$1].x - shapes[k].centre.x)
          })
      }.max() ?? .nan
    }
    let (start, next) = (played[1].model, played[3].model)
    #expect(residual(start, of: start.shapes) > 1)
    #expect(residual(start, of: next.shapes) < 1e-9)
    #expect(residual(next, of: next.shapes) > 1)
    #expect(residual(played[4].model, of: played[4].model.shapes) < 1e-3)
  }

  @Test func `of missing data is true of the labels`() async throws {
    let played = try await PlayedLesson("missing-data")
    let start = played[0].model
    let points = played.data.points
    let complete = (0..<points.count).reduce(0) { total, n in
      guard let label = played.known[n] else { return total }
      let q = start.responsibilities(for: points[n])
      return total + log(q[label]) + start.logDensity(at: points[n])
    }
    #expect(complete < played[0].snapshot.objective)
    #expect(played[4].snapshot.status == .converged && played[5].snapshot.status == .converged)
  }

  @Test func `of EM in general is true of a hundred starts`() async throws {
    let played = try await PlayedLesson("em-in-general")
    let optima = (await played.restarts(0)).done.optima.all
    #expect(
      (40...60).contains(optima[0].members.count) && (40...60).contains(optima[1].members.count))
    #expect(abs(optima[0].objective - played.likelihood(3)) < 1e-3)
    #expect(abs(optima[1].objective - played.likelihood(4)) < 1e-3)
    #expect(played.recipe(4).seed == 1)
  }

  @Test func `of local optima is true of a hundred starts`() async throws {
    let played = try await PlayedLesson("local-optima")
    #expect(Set((1...3).map { played.likelihood($0).rounded() }).count > 1)
    let optima = (await played.restarts(4)).done.optima.all
    let most = try #require(optima.max { $0.members.count < $1.members.count })
    #expect(most.objective < optima[0].objective - 1)
    #expect(optima.count == 4 && optima[0].members.count == 9)
    var two = played.recipe(0)
    two.setComponents(2)
    let plan = RestartPlan(two, over: played.data.points)
    #expect((await plan.run()).optima.all[0].members.count > 90)
  }

  @Test func `of where to start is true of its runs`() async throws {
    let played = try await PlayedLesson("where-to-start")
    let q = played[1].model.responsibilities(over: played.data.points, observed: nil)
    #expect(q.values.allSatisfy { abs($0 - 0.25) < 1e-12 })
    #expect(Set(played[1].model.shapes.map(\.centre)).count == 1)
    // No mean crossed the gap.
    let run = played[2]
    let sides = run.past.map { $0.model.shapes.map { $0.centre.x < 7 } }
    #expect(Set(sides).count == 1)
    // One cluster is shared by two components, and one component has two clusters.
    let ends = run.responsibilityMasses(by: played.known)
    #expect(ends.contains { cluster in cluster.count { $0 > 0.1 } == 2 })
    #expect(ends[0].indices.contains { k in ends.count { $0[k] > 0.9 } == 2 })
    let own = played[3].responsibilityMasses(by: played.known)
    #expect(Set(own.map { cluster in cluster.firstIndex { $0 > 0.9 } }).count == 4)
  }

  @Test func `of stuck or slow is true of the gains`() async throws {
    let played = try await PlayedLesson("stuck-or-slow")
    func gains(_ step: Int) -> [Double] {
      let values = played[step].past.filter { $0.next == .expectation }.map(\.objective)
      return zip(values.dropFirst(), values).map { $0.0 - $0.1 }
    }
    let first = gains(1)
    #expect(first.count == 20 && zip(first.dropFirst(), first).allSatisfy { $0.0 < $0.1 })
    let then = gains(2)
    #expect(then[34] > then[33] && then[33] > then[32])
    // The stuck run's gains shrink to its end, and a push at its end gains nothing.
    let last = gains(4).suffix(50)
    #expect(zip(last.dropFirst(), last).allSatisfy { $0.0 < $0.1 })
    #expect(played[4].snapshot.status == .converged && played[3].snapshot.status == .converged)
    // scikit-learn stops where a gain per point is below a thousandth.
    let all = gains(3)
    let stop = try #require(all.firstIndex { $0 / Double(played.data.points.count) < 1e-3 })
    #expect(stop + 1 <= 4 && all.dropFirst(stop + 1).reduce(0, +) > 150)
  }

  @Test func `of the way out is true of every move`() async throws {
    let played = try await PlayedLesson("way-out")
    let ends = played[1].responsibilityMasses(by: played.known)
    #expect(ends.count { $0[3] > 0.9 } == 2)
    #expect(ends.contains { $0[0] > 0.1 && $0[1] > 0.1 })
    let own = played[5].responsibilityMasses(by: played.known)
    #expect(Set(own.map { cluster in cluster.firstIndex { $0 > 0.9 } }).count == 4)
  }

  @Test func `of the limit is true of the dial`() async throws {
    let played = try await PlayedLesson("k-means-limit")
    let largest = played.data.points.covariance.axes.major
    #expect(abs(try #require(Dial.variance(of: played[0].model)) - largest / 10) < 1e-12)
    #expect(played.undecided(3) == 0)
    let variances = (0...3).compactMap { Dial.variance(of: played[$0].model) }
    #expect(variances[0] == variances[1] && variances[1] > variances[2])
    // Equal variances and equal weights: where two components are equally responsible is a line.
    for step in [1, 2, 3] {
      let shapes = played[step].model.shapes
      #expect(Set(shapes.map(\.weight)).count == 1)
      #expect(Set(shapes.map(\.outline)).count == 1)
    }
    let hard = played[5].model.responsibilities(over: played.data.points, observed: nil)
    let soft = played[3].model.responsibilities(over: played.data.points, observed: nil)
    for n in 0..<played.data.points.count {
      #expect(soft[n, try #require(hard.row(n).firstIndex(of: 1))] > 0.5)
    }
  }

  @Test func `of standardising is what the course's lab finds`() async throws {
    let played = try await PlayedLesson("standardize")
    // scipy.cluster.vq.kmeans2 on the raw points and on their z-scores (dividing by N).
    #expect(abs(-played.likelihood(1) - 8901.768720947) < 1e-6)
    #expect(abs(-played.likelihood(2) - 79.57595948827704) < 1e-9)
    func sizes(_ step: Int) -> [Double] {
      let q = played[step].model.responsibilities(over: played.data.points, observed: nil)
      return (0..<2).map { k in (0..<played.data.points.count).reduce(0) { $0 + q[$1, k] } }
    }
    #expect(sizes(1) == [100, 172])
  }

  @Test func `of collapse is true of the run that collapses`() async throws {
    let played = try await PlayedLesson("collapse")
    let points = played.data.points
    for step in [1, 4] {
      let k = played.needle(step)
      #expect(k == 0)
      let q = played[step].model.responsibilities(over: points, observed: nil)
      let shares = (0..<points.count).map { q[$0, k] }.sorted(by: >)
      #expect(shares[0] > 0.9 && shares[1] > 0.9 && shares.dropFirst(2).reduce(0, +) < 0.1)
    }
    guard case .collapsed(let collapse) = played[2].snapshot.status else {
      Issue.record("\(played[2].snapshot.status)")
      return
    }
    #expect(collapse.reason == .singularCovariance && collapse.component == played.needle(1))
    #expect(played[4].flooredComponents == [played.needle(4)])
    #expect(played[4].snapshot.status == .converged)
  }

  @Test func `of K is true of the best of many starts`() async throws {
    let played = try await PlayedLesson("choosing-k")
    let choice = await played.choice
    let best = choice.rows.compactMap { $0.criteria?.logLikelihood }
    #expect(zip(best.dropFirst(), best).allSatisfy { $0.0 > $0.1 })
    #expect(choice.best(by: \.bic) == 2 && choice.best(by: \.icl) == 2)
    // This run's three components stand below the best, and one run of four below one of three.
    #expect(played.likelihood(3) < best[2] - 1)
    func end(_ components: Int, seed: UInt64) throws -> Double {
      var run = try RunRecipe(components: components, seed: seed).run(over: played.data.points)
      run.run()
      return run.snapshot.objective
    }
    #expect(try end(4, seed: 9) < end(3, seed: 9))
    #expect(played[0].past.count == 1 && played[1].snapshot.iteration <= 2)
  }

  @Test func `of the wrong model is true of all its starts`() async throws {
    let played = try await PlayedLesson("wrong-model")
    let values = played[1].past.map(\.objective)
    #expect(zip(values.dropFirst(), values).allSatisfy { $0.0 >= $0.1 - 1e-9 })
    let optima = (await played.restarts(1, from: .randomPoints)).done.optima.all
    #expect(optima[0].objective > played.likelihood(1) + 1)
    #expect(try played.agreement(of: optima[0].model) > played.agreement(of: played[3].model))
  }

  @Test func `of one dimension is true of the line`() async throws {
    let played = try await PlayedLesson("one-dimension")
    let start = played[1].model
    #expect(abs(start.responsibilities(for: Point(x: 69.5, y: 0))[0] - 0.5) < 1e-9)
    #expect(played.variances(0)[0] == played.variances(0)[1])
    // The exchanged means, with weights and variances held, are lower.
    let shapes = played[2].model.shapes
    let exchanged = (0..<played.data.points.count).reduce(0) { total, n in
      let x = played.data.points[n].x
      let density = shapes.indices.reduce(0.0) { sum, k in
        let (shape, variance) = (shapes[k], played.variances(2)[k])
        let away = x - shapes[1 - k].centre.x
        return sum + shape.weight * exp(-away * away / 2 / variance)
          / sqrt(2 * Double.pi * variance)
      }
      return total + log(density)
    }
    #expect(exchanged < played.likelihood(2) - 1)
  }

  @Test func `of two coins is what Do and Batzoglou found`() async throws {
    let played = try await PlayedLesson("coins")
    #expect((0..<5).map { played.data.points[$0].x } == [5, 9, 8, 4, 7])
    func heads(_ step: Int) -> [Double] { played[step].model.shapes.map { $0.centre.x / 10 } }
    #expect(zip(heads(2), [0.713, 0.581]).allSatisfy { abs($0 - $1) < 5e-4 })
    #expect(zip(heads(3), [0.797, 0.520]).allSatisfy { abs($0 - $1) < 5e-4 })
    let q = (0..<5).map { played[3].model.responsibilities(for: played.data.points[$0]).max() ?? 0 }
    #expect(q.map { $0 >= Uncertainty.certainty } == [false, true, false, true, false])
  }
}

extension Lesson.Step {
  /// What the step says, without what it takes from the state.
  fileprivate var wordsOfItsOwn: String {
    ((question ?? "") + " " + caption).replacing(/\{[^{}]*\}/, with: "")
  }
}

extension SaidNumber {
  /// Whether it is more than the number of a component or of a step: those are part of the claims.
  fileprivate var needsComputing: Bool {
    text.contains(".") || (Double(text).map(abs) ?? 0) >= 10
  }
}

extension Run {
  /// For each known label the share of its points that each component has.
  fileprivate func responsibilityMasses(by labels: [Int?]) -> [[Double]] {
    let q = model.responsibilities(over: points, observed: nil)
    let names = Set(labels.compactMap { $0 }).sorted()
    return names.map { name in
      let members = labels.indices.filter { labels[$0] == name }
      return model.shapes.indices.map { k in
        members.reduce(0) { $0 + q[$1, k] } / Double(members.count)
      }
    }
  }
}
