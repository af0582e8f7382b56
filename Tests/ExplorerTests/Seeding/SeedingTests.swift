import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The view of a start's choice` {
  private func state(
    _ rule: StartingRule = .kMeansPlusPlus, seed: UInt64 = 5, weighted: Bool = false
  ) async throws -> AppState {
    let recipe = RunRecipe(components: 3, rule: rule, seed: seed)
    let state = try weighted ? AppState.weightedClouds(recipe) : AppState.clouds(recipe)
    return await state.after("V s")
  }

  /// A number of the view, by its name.
  private func value(_ name: String, _ state: AppState) throws -> Double {
    let text = try #require(View.seeding.told).answer(state, []).text
    let lines = text.split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix(name + " ") }, "\(text)")
    return try #require(line.split(separator: " ").last.flatMap { Double($0) })
  }

  @Test func `shows the points, then shades them by D, then draws`() async throws {
    var state = try await state()
    #expect(state.view == .seeding && state.shows("No centre yet") && state.shows("•"))
    await state.press("e")
    let first = try #require(state.seedingMoment).trace.rows[0]
    #expect(state.shows("Centre 1 is point \(first + 1): its chance was"))
    #expect(state.shows("next: D² of each point"))
    await state.press("e")
    #expect(state.shows("drawn in proportion") && state.shows("█") && state.shows("░▒▓█ D"))
    #expect(state.shows("next: draw centre 2"))
    await state.press("e")
    #expect(state.seedingMoment?.count == 2 && state.shows("Centre 2 is point"))
    await state.press("Space")
    #expect(state.shows("These are all 3.") && state.shows("begins EM from here"))
  }

  @Test(arguments: [StartingRule.kMeansPlusPlus, .farthestFirst])
  func `begins EM at the rule's own start, to the last bit`(rule: StartingRule) async throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      for way in ["Space Space Space Space", "G Enter", "e e e e e e", "G r"] {
        let before = try await state(rule, seed: seed, weighted: seed > 3)
        let trace = try #require(before.seedingMoment).trace
        let after = await before.after(way)
        #expect(after.view == .plot && after.session.isAtStart)
        #expect(after.recipe == before.recipe)
        let means = after.run.model.shapes.map(\.centre)
        #expect(means == trace.rows.map { after.data.points[$0] }, "seed \(seed) \(way)")
        let plain = try after.recipe.run(over: after.data.points)
        #expect(after.run.snapshot.objective == plain.snapshot.objective)
      }
    }
  }

  @Test(arguments: [StartingRule.randomPoints, .hierarchical, .kMeans, .randomResponsibilities])
  func `of a start without steps says in full what to do, and does it`(rule: StartingRule)
    async throws
  {
    var state = try await state(rule)
    #expect(
      state.shows("Enter takes k-means++, which goes centre by centre; i has farthest-first, too"))
    await state.press("Space")
    let notice = try #require(state.notice)
    #expect(state.shows(notice.text) && notice.text.hasSuffix("Enter takes k-means++."))
    await state.press("Enter")
    #expect(state.recipe.rule == .kMeansPlusPlus && state.view == .seeding)
    await state.press("Space")
    #expect(state.seedingMoment?.count == 1)
  }

  @Test func `goes back as it came`() async throws {
    var state = try await state()
    var frames: [Frame] = []
    for _ in 0..<3 {
      frames.append(state.frame())
      await state.press("Space")
    }
    for frame in frames.reversed() {
      await state.press("Left")
      #expect(state.frame() == frame)
    }
    await state.press("BSpace")
    #expect(state.shows("No centre is chosen yet"))
    #expect(await state.after("G g").seedingMoment?.position == 0)
  }

  @Test func `is taken back and done again, key by key`() async throws {
    var state = try await state()
    await state.press("Space e e Space")
    for (key, counts) in [("U", [2, 1, 1, 0]), ("R", [1, 1, 2, 3])] {
      for count in counts {
        await state.press(key)
        #expect(state.view == .seeding && state.seedingMoment?.count == count, "\(key)")
      }
    }
    await state.press("Enter U")
    #expect(state.view == .seeding && state.seedingMoment?.isComplete == true)
  }

  @Test(arguments: [false, true])
  func `writes the inspected point's D, D² and chance`(weighted: Bool) async throws {
    var state = try await state(weighted: weighted)
    await state.press("Space e Tab Tab")
    let points = state.data.points
    for _ in 0..<5 {
      let n = state.inspected
      let centre = points[try #require(state.seedingMoment).trace.rows[0]]
      let squared = points.points.map { $0.squaredDistance(to: centre) }
      let sum = points.points.indices.reduce(0) { $0 + points.weight(of: $1) * squared[$1] }
      let chance = points.weight(of: n) * squared[n] / sum
      #expect(try abs(value("its distance D", state) / squared[n].squareRoot() - 1) < 1e-4)
      #expect(try abs(value("D²", state) / squared[n] - 1) < 1e-4)
      #expect(try abs(value("its chance", state) / chance - 1) < 1e-3)
      #expect(try value("nearest centre", state) == 1)
      await state.press("Tab")
    }
  }

  @Test func `goes through the points by their chance`() async throws {
    var state = try await state()
    await state.press("Space e")
    var chances: [Double] = []
    for _ in 0..<200 where state.point(byChance: 1) != nil {
      await state.press("Up")
      chances.append(try #require(state.seedingMoment).draw.chances[state.inspected])
    }
    #expect(chances == chances.sorted() && chances.last == state.seedingMoment?.draw.chances.max())
    await state.press("Up")
    #expect(state.shows("No point is likelier than this one."))
    await state.press("Down")
    #expect(state.seedingMoment?.draw.chances[state.inspected] ?? 2 <= chances.last ?? 0)
  }

  @Test func `shows the farthest point, which is taken`() async throws {
    var state = try await state(.farthestFirst)
    await state.press("Space e")
    #expect(state.shows("next: centre 2, the farthest point"))
    for _ in 0..<200 where state.point(byChance: 1) != nil { await state.press("Up") }
    #expect(try value("farther points", state) == 0)
    let farthest = state.inspected
    await state.press("e")
    #expect(state.shows("Centre 2 is point \(farthest + 1), the farthest"))
  }

  @Test func `begins anew with another seed, and goes on after a look elsewhere`() async throws {
    var state = try await state()
    await state.press("Space Space 1 V s")
    #expect(state.seedingMoment?.count == 2)
    await state.press("x")
    #expect(state.view == .seeding && state.seedingMoment?.position == 0)
  }

  @Test(arguments: StartingRule.all)
  func `says plainly which rules have no such steps, and shows their means`(rule: StartingRule)
    async throws
  {
    var state = try await state(rule)
    let hasSteps = [.kMeansPlusPlus, .farthestFirst].contains(rule)
    #expect((state.seedingMoment != nil) == hasSteps)
    guard !hasSteps else { return }
    let told = try #require(View.seeding.told).answer(state, []).text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(state.shows("\(rule.name) doesn't choose") && told.contains("Its means are"))
    for key in ["Space", "e", "Left", "Up", "Down", "G", "g"] {
      await state.press(key)
      #expect(state.shows("\(rule.name) doesn't choose") && state.view == .seeding)
    }
  }

  @Test func `says that a start by hand was chosen by no rule`() async throws {
    let state = try await AppState.clouds(RunRecipe(components: 3)).after("a Right Enter V s")
    #expect(state.shows("This start was given, no rule chose it"))
  }

  @Test func `draws the shade of D over the plot`() {
    let points = PointSet((0..<9).map { Point(x: Double($0), y: 0) })
    var frame = Frame(size: Size(width: 9, height: 1))
    ShadeLayer(
      points: points, shades: (0..<9).map { Double($0) / 8 },
      viewport: Viewport(x: 0...8, y: -1...1, size: frame.size)
    ).draw(on: &frame, theme: Theme(colors: .none))
    expectPicture(frame.text, "░░▒▒▓▓███")
  }
}
