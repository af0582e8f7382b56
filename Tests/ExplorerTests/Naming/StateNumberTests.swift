import Foundation
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The numbers that have a name` {
  /// A name of each, with a number in the place of each placeholder.
  private static func names(_ index: Int) -> [String] {
    StateNumber.all.flatMap(\.names).map { name in
      let parts = name.split(separator: ".")
      return parts.enumerated().map {
        $0 > 0 && StateNumber.placeholders.contains($1) ? "\(index)" : String($1)
      }
      .joined(separator: ".")
    }
  }

  private func read(_ name: String, _ state: AppState) throws -> Reading {
    try #require(StateName(name), "\(name)").path.read(in: state)
  }

  @Test func `are each found by their names, and no two have one`() throws {
    let names = Self.names(2)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(StateName(name)?.moment == .now, "\(name)")
      #expect(StateName("previous." + name)?.moment == .previous)
      #expect(StateName("step.7." + name)?.moment == .step(6))
    }
    for number in StateNumber.all {
      #expect(!number.summary.isEmpty && !number.summary.hasSuffix("."), "\(number.name)")
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2))
  func `are finite or missing wherever keys lead`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let keys = [
      "Space", "e", "G", "m", "c", "x", "+", "-", "5", "V c", "V s", "3", "Tab", "7", "<", "y", "%",
      "i Down Enter", "Escape", "1",
    ]
    var state = try AppState(data: .clouds(of: 7), recipe: RunRecipe(components: 2))
    for _ in 0..<25 {
      await state.press(keys.randomElement(using: &generator) ?? "e")
      for name in [0, 1, 2, 5, 1_000].flatMap(Self.names) {
        for prefix in ["", "rival."] {
          guard let reading = StateName(prefix + name)?.path.read(in: state) else { continue }
          switch reading {
          case .known(let value, let text):
            #expect(value.isFinite && !text.isEmpty && text != "–", "seed \(seed): \(name)")
          case .missing(let reason): #expect(!reason.hasSuffix("."), "\(reason)")
          case .pending: Issue.record("seed \(seed): \(name) is pending with no work to do")
          }
        }
      }
    }
  }

  @Test func `are what the engine computes`() async throws {
    var state = try AppState(data: .clouds(of: 40), recipe: RunRecipe(components: 3))
    #expect(try read("bound", state) == .missing("there is no q before the first E-step"))
    await state.press("Space Space e e")
    let run = state.run
    let q = try #require(run.posterior).responsibilities(over: run.points)
    for k in 0..<3 {
      let mass = (0..<run.points.count).reduce(0) { $0 + q[$1, k] }
      #expect(abs(try #require(try read("N.\(k + 1)", state).value) - mass) < 1e-9)
      #expect(try read("weight.\(k + 1)", state).value == run.model.shapes[k].weight)
      #expect(try read("mean.\(k + 1).x", state).value == run.model.shapes[k].centre.x)
      #expect(try read("mean.\(k + 1).y", state).value == run.model.shapes[k].centre.y)
      #expect(try read("q.5.\(k + 1)", state).value == q[4, k])
      if case .ellipse(let covariance) = run.model.shapes[k].outline {
        #expect(try read("variance.\(k + 1).xy", state).value == covariance.xy)
        #expect(try read("sd.\(k + 1).y", state).value == covariance.yy.squareRoot())
      }
    }
    let l = try #require(try read("L", state).value)
    #expect(l == run.snapshot.objective)
    #expect(try read("F", state).value == run.snapshot.bound)
    #expect(try read("gap", state).value == run.snapshot.gap)
    #expect(try read("freeParameters", state).value == 17)
    let bic = try #require(try read("BIC", state).value)
    #expect(abs(bic - (-2 * l + 17 * log(Double(run.points.count)))) < 1e-9)
    #expect(
      try read("weight.4", state) == .missing("there is no component 4: K is 3"))
    #expect(try read("distortion", state).value == nil)
    await state.press("m G")
    #expect(try read("J", state).value == -state.run.snapshot.objective)
    #expect(try read("L", state) == .missing("the model has J, not L"))
  }

  @Test func `are written as they stand on the screen`() async throws {
    var state = try AppState(
      data: .clouds(of: 40), recipe: RunRecipe(components: 2), size: Size(width: 220, height: 60))
    await state.press("Space Space e e")
    for name in [
      "logLikelihood", "bound", "gap", "gain", "N.1", "N.2", "weight.1", "mean.1.x", "mean.2.y",
      "variance.1.xx", "variance.2.xy", "correlation.1",
    ] {
      let text = try read(name, state).text()
      #expect(state.shows(text), "\(name): \(text)")
    }
  }

  @Test func `of views are there once their work is done`() async throws {
    var state = try AppState(data: .clouds(of: 40), recipe: RunRecipe(components: 2))
    #expect(try read("starts.count", state).value == nil)
    await state.press("5")
    let optima = state.restarts.optima
    #expect(try read("starts.count", state).value == 100)
    #expect(try read("starts.best", state).value == optima[0].objective)
    #expect(try read("optima.1.count", state).value == Double(optima[0].members.count))
    #expect(try read("optima.count", state).value == Double(optima.count))
    #expect(try read("optima.999.count", state).value == nil)
    await state.press("V c")
    let best = try #require(state.choice.fits.answer?.rows.first { $0.components == 2 }?.criteria)
    #expect(try read("choice.2.BIC", state).value == best.bic)
    #expect(try read("choice.BIC", state).value.map { (1...8).contains($0) } == true)
    await state.press("x")
    #expect(try read("starts.count", state).value == nil)
  }
}
