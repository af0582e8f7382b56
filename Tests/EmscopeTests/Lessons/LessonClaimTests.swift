import Explorer
import Foundation
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import emscope

/// What the lessons say is computed here, not found on their screens.
@Suite(.waiting) struct `What a lesson says` {
  @Test(arguments: BuiltInLesson.names)
  func `has no number that isn't computed`(name: String) async throws {
    let played = try await PlayedLesson(name)
    #expect(SaidNumber.all(in: played.lesson.summary).isEmpty)
    for (number, step) in played.lesson.steps.enumerated() {
      let said = SaidNumber.all(in: (step.question ?? "") + " " + step.caption)
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
    #expect(played[1].snapshot.objective == played[0].snapshot.objective)
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
    let values = played[4].past.filter { $0.next == .expectation }.map(\.objective)
    let gains = zip(values.dropFirst(), values).map { $0.0 - $0.1 }
    #expect(zip(gains.dropFirst(), gains).suffix(3).allSatisfy { $0.0 < $0.1 })
    #expect(abs(played.likelihood(6) - played.likelihood(5)) < 1e-6)
    #expect(played.recipe(6).seed != played.recipe(5).seed)
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

  @Test func `of local optima is true of a hundred starts`() async throws {
    let played = try await PlayedLesson("local-optima")
    #expect(Set((1...3).map { played.likelihood($0).rounded() }).count > 1)
    let optima = (await played.restarts(4)).done.optima.all
    let most = try #require(optima.max { $0.members.count < $1.members.count })
    #expect(most.objective < optima[0].objective - 1)
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
    #expect(played[1].posterior?.labels.allSatisfy { $0 == 0 } == true)
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

  @Test func `of collapse is true of the run that collapses`() async throws {
    let played = try await PlayedLesson("collapse")
    let points = played.data.points
    for step in [1, 4] {
      let k = played.needle(step)
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
    let best = await played.choice.rows.compactMap { $0.criteria?.logLikelihood }
    #expect(zip(best.dropFirst(), best).allSatisfy { $0.0 > $0.1 })
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
