import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A sentence on the screen` {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `says of a converged run what it gained and what the tolerance was`(seed: UInt64)
    async throws
  {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: seed))
    await state.press("G")
    guard state.run.snapshot.status == .converged else { return }
    let said = try #require(
      state.row(22).firstMatch(of: /^converged: gained (\S+), tolerance ([^\s;]+);/))
    let gain = try #require(state.run.gainOfIteration)
    let least = 1e-10 * Double(state.data.points.count)
    #expect(said.1 == (gain <= 0 ? "0" : gain.significant(2)))
    #expect(try #require(Double(said.2)) <= 1.1 * least && gain <= least)
  }

  @Test func `never says that a rate below one is one`() {
    for digits in 1...14 {
      let rate = 1 - Double("1e-\(digits)")!
      #expect(TracePane.text(rate: rate).hasPrefix("0."), "\(rate)")
    }
    #expect(TracePane.text(rate: 0.71) == "0.71")
    #expect(TracePane.text(rate: 0.9996) == "0.9996")
  }

  @Test func `counts one iteration as one`() {
    #expect(Speed(nearest: 1).phrase == "1 iteration a second")
    #expect(Speed(nearest: 2).phrase == "2 iterations a second")
  }

  @Test func `of the dial doesn't say that means merge which stay apart`() async throws {
    let data = try #require(BuiltInDataSet.named("fiji-earthquakes")).load()
    var state = try AppState(
      data: data, recipe: RunRecipe(kind: .dial, components: 6, rule: .kMeansPlusPlus),
      size: Size(width: 100, height: 30))
    await state.press("> > > > > > G")
    let variance = try #require(Dial.variance(of: state.run.model))
    #expect(variance > Dial.mergingVariance(of: data.points))
    let centres = state.run.model.shapes.map(\.centre)
    #expect(centres.contains { $0.squaredDistance(to: centres[0]) > 1e-3 })
    #expect(!state.shows("merge"))
  }

  @Test func `of a dial at its end says why it stays`() async throws {
    for (key, reason) in [("<", "λmax / 1e6"), (">", "4 λmax")] {
      var state = try AppState.clouds()
      await state.press("<")
      while state.notice == nil { await state.press(key) }
      #expect(state.row(22).contains(reason))
      let share =
        try #require(Dial.variance(of: state.run.model))
        / Dial.mergingVariance(of: state.data.points)
      #expect(abs(share - (key == "<" ? 1e-6 : 4)) < 1e-9)
    }
  }

  @Test(arguments: 1...4)
  func `and a formula have one number for the noise`(components: Int) async throws {
    let noise = try #require(ModelKind.named("noise"))
    var state = try AppState.clouds(RunRecipe(kind: noise, components: components))
    await state.press("f e")
    let number = state.run.model.componentCount
    #expect(number == components + 1)
    let index = Notation.subscripted(number)
    #expect(state.shows("noise: q\(index)ₙ") && state.shows("π\(index)"))
    #expect(!state.shows("q₀") && !state.shows("π₀"))
    let row = try #require((0..<24).map { state.row($0) }.first { $0.contains("uniform") })
    #expect(row.contains("\(Marks.name(number - 1)) "))
  }

  @Test func `of a heavy tail doesn't call the scale matrix a covariance`() async throws {
    let student = try #require(ModelKind.named("student-t"))
    var state = try AppState.clouds(
      RunRecipe(kind: student, components: 2), size: Size(width: 200, height: 60))
    await state.press("Space")
    #expect(state.shows("Sxx") && !state.shows("Σxx"))
    var gaussian = try AppState.clouds(size: Size(width: 200, height: 60))
    await gaussian.press("Space")
    #expect(gaussian.shows("Σxx") && !gaussian.shows("Sxx"))
  }

  @Test func `of a collapse speaks of what would become of it`() async throws {
    let data = try #require(BuiltInDataSet.named("outliers")).load()
    var state = try AppState(
      data: data, recipe: RunRecipe(components: 3, rule: .outlier),
      size: Size(width: 80, height: 24))
    await state.press("Space Space")
    #expect(state.row(22).contains("its covariance would become singular"))
    for shape in state.run.model.shapes {
      guard case .ellipse(let covariance) = shape.outline else { continue }
      #expect(covariance.axes.minor > 0)
    }
    // With the floor the runs of view 5 have it too.
    await state.press("Space Enter 5")
    let floor = try #require(state.recipe.varianceFloor)
    let plan = state.restartPlan
    #expect(plan.recipe.varianceFloor == floor)
    #expect(await plan.run().optima.collapsedCount == 0)
  }

  @Test func `names both coordinates of a race whole`() async throws {
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    var state = try AppState(
      data: data, recipe: RunRecipe(components: 2), size: Size(width: 80, height: 24))
    await state.press("7")
    #expect(state.shows(" \(data.xName) ") && state.shows(data.yName))
  }

  @Test func `says what hollow and filled marks mean`() async throws {
    var state = try AppState.clouds()
    #expect(!state.shows("undecided"))
    await state.press("e")
    #expect(state.shows("● q ≥ 0.9  ○ undecided"))
    #expect(Marks.mark(0, isDecided: false) == "○" && Marks.mark(0) == "●")
  }
}
