import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Known labels` {
  private func labelled(
    _ recipe: RunRecipe = RunRecipe(components: 3, rule: .kMeans)
  ) throws -> AppState {
    var data = DataSet.clouds()
    data.labels = KnownLabels(
      ofPoints: data.points.xs.indices.map { $0 % 3 }, names: ["west", "east", "north"],
      column: "side")
    return try AppState(data: data, recipe: recipe)
  }

  @Test func `are shown, hidden and inferred in turn`() async throws {
    var state = try labelled()
    await state.press("G y")
    for name in ["west", "east", "north"] { #expect(state.shows(name)) }
    #expect(state.plot.labelling == .complete)
    await state.press("y")
    #expect(state.shows("y labels z hidden: the points x alone"))
    #expect(state.row(5).contains("•") || state.frame().text.contains("•"))
    await state.press("y")
    #expect(state.shows("y labels z inferred: the mean over q"))
    #expect(state.shows("▲") && state.shows("■"))
  }

  @Test(arguments: [Size(width: 130, height: 36), Size(width: 200, height: 60)])
  func `leave room for every component of the table`(size: Size) async throws {
    for kind in [ModelKind.gaussianMixture, .noise, .lines] {
      var state = try labelled()
      state.screen.size = size
      await state.press("M Home")
      for _ in 0..<(ModelKind.all.firstIndex { $0.id == kind.id } ?? 0) {
        await state.press("Down")
      }
      await state.press("Enter Space")
      let text = state.frame().text
      let isCut = text.contains(/… \d+ more/)
      #expect(!isCut && text.contains("y labels z inferred"), "\(kind.name)")
    }
  }

  @Test func `that were told are a part of L, also while they are hidden`() async throws {
    var state = try AppState.labelledClouds()
    await state.press("Y Space y y")
    #expect(state.shows("L(θ) with the z given") && !state.shows("log p(x | θ) = L(θ)"))
    for _ in 0..<6 where state.recipe.observed != nil { await state.press("Y") }
    #expect(state.shows("log p(x | θ) = L(θ)"))
  }

  @Test func `are compared with what was found`() async throws {
    var state = try labelled()
    #expect(!state.shows("agreement"))
    await state.press("G")
    let agreement = try #require(
      LabelComparison(of: state.run, with: state.data.labels).adjustedRandIndex)
    #expect(agreement > 0.9)
    #expect(state.shows("adjusted Rand index \(agreement.fixed(3))"))
  }

  @Test func `have the colour of the component that they agree with`() async throws {
    var state = try labelled()
    await state.press("G e")
    let found = try #require(state.run.posterior).labels
    await state.press("y")
    let shown = try #require(state.plotPane(of: state.session.course).labels)
    let equal = zip(found, shown).count { $0 == $1 }
    #expect(equal > 110)
  }

  @Test func `may be missing for some points`() async throws {
    var data = try labelled().data
    data.labels?.ofPoints[0] = nil
    var state = try AppState(data: data, recipe: RunRecipe(components: 3, rule: .kMeans))
    await state.press("G y")
    let pane = state.plotPane(of: state.session.course)
    #expect(pane.labels == nil)
    #expect(try #require(pane.told).count { $0 == nil } == 1)
  }

  @Test func `are not missed where there are none`() async throws {
    var state = try AppState.clouds()
    await state.press("y")
    #expect(state.row(22).hasPrefix("No labels are known here: these z are drawn"))
    #expect(state.plot.labelling == .complete)
    await state.press("y")
    #expect(state.plot.labelling == .incomplete)
    await state.press("y")
    #expect(state.plot.labelling == .inferred)
    // The hard limit leaves no label to chance.
    await state.press("m y")
    #expect(state.row(22).hasPrefix("No labels are known here: y changes between"))
    #expect(state.plot.labelling == .incomplete)
  }

  @Test func `that were told by hand are counted and marked`() async throws {
    var state = try labelled()
    await state.press("a p p Tab + Enter")
    #expect(state.recipe.observed?.count == 1)
    await state.press("e")
    #expect(state.shows("1 z given"))
  }

  @Test func `are told in part, all, or not at all with Y`() async throws {
    var state = try labelled()
    await state.press("Space Y")
    let count = state.data.points.count
    #expect(state.run.snapshot.iteration == 0)
    let tenth = try #require(state.run.observed).count
    #expect(abs(Double(tenth) - Double(count) / 10) <= 2)
    #expect(state.shows("\(tenth) z given"))
    await state.press("G")
    let labels = try #require(state.run.posterior).labels
    for n in 0..<count {
      if let told = state.run.observed?[n] { #expect(labels[n] == UInt8(told)) }
    }
    await state.press("Y")
    #expect(state.run.observed?.count == count)
    #expect(LabelComparison(of: state.run, with: state.data.labels).adjustedRandIndex == nil)
    await state.press("Y")
    #expect(state.run.observed == nil)
  }

  @Test func `are told only to components that there are`() async throws {
    var state = try labelled()
    await state.press("- Y")
    #expect(state.run.observed == nil)
    #expect(state.row(22).contains("There are 3 labels"))
  }

  @Test(arguments: 1...12)
  func `have the colour of the component at their place before the first E-step too`(seed: Int)
    async throws
  {
    var state = try labelled(RunRecipe(components: 3, seed: UInt64(seed)))
    #expect(state.run.posterior == nil)
    let before = LabelComparison(of: state.run, with: state.data.labels).colours
    await state.press("e")
    let after = LabelComparison(of: state.run, with: state.data.labels).colours
    #expect(before == after, "seed \(seed)")
  }

  @Test func `bring the log-likelihood of what is shown`() async throws {
    var state = try labelled()
    await state.press("G e")
    let data = try #require(MissingData(of: state.run, components: nil))
    #expect(state.shows("E log p(x, z | θ)"))
    #expect(state.shows(try #require(data.expected).fixed(4).withTrueMinus))
    await state.press("y")
    let colours = LabelComparison(of: state.run, with: state.data.labels).colours
    let components = state.data.labels?.ofPoints.map { label in label.map { colours[$0] } }
    let complete = try #require(MissingData(of: state.run, components: components)?.complete)
    #expect(state.shows("log p(x, z | θ)") && state.shows(complete.fixed(4).withTrueMinus))
    #expect(state.shows("west"))
    await state.press("y")
    #expect(
      state.shows("log p(x | θ) = L(θ)") && state.shows(data.incomplete.fixed(4).withTrueMinus))
  }
}
