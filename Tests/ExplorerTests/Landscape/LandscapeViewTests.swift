import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The view of the landscape` {
  private static let small = Size(width: 70, height: 16)
  private static let colorful = Capabilities(colors: .direct, background: .rgb(0))

  /// The run, and the landscape as far as it is known.
  private static func known(_ state: AppState) throws -> (LandscapeQuestion, Landscape) {
    (try #require(state.landscape.map.question), try #require(state.landscape.map.answer))
  }

  @Test func `shades the ground under the plot, with the bound's rings on it`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 2, seed: 4), size: Self.small)
    await state.press("e V l")
    #expect(state.view == .landscape)
    expectPicture(
      (0..<Self.small.height).map(state.row).joined(separator: "\n"),
      """
       emscope  clouds N=120  EM full K=2  random-points seed 4 iteration 0
      north                           L as mean 1 moves, a slice:
      10 ┤       ...:::::::::..       all else is held as in θ⁽⁰⁾
         │      ..::---−100-::..       .:-=+*#%@ −830.37 … −604.36
         │     ..:--⣠⠖⡫=L⣉⠲⣄-::.      steps of √(fall below the top)
       5 ┤    ..:-=⡜⠁⡴⢚−10⡄⠈⡇::.
         │   ..:-=⢸*⢸⢀^◎⢘⡆⣹○⡽:..      [1] 4.901, 2.237 here          −653.35
         │   ..:-=⢸+⢸⡄⠳⠴⠚[1]⠏△.        ^  1.854, 3.017 the top       −604.36
       0 ┤   ..:○○⠘⢣⡩⠉⡻⠓⠛⢡⡴2△△        F is exactly a parabola in this mean
         │   ...::-○⠺⠓⠒⠒⠋⠁..△          ◎  2.555, 2.973 top of F      −615.30
         │    ....:::::...            it touches L here, and M goes to ◎
         └──────────┬───────── east ─ inside ring =L: L more for sure
                    0           10    other rings: F so far below ◎, nats
      L ▁            −653.351 … −653.351   log ΔL
      next: M, refit θ weighted by q
      Tab which mean  A arrows  space step  e half-step  ← back  r run
      """)
  }

  @Test func `says L where the mean stands, the slice's top and the bound's`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: 2))
    await state.press("Space Space e V l Tab")
    let run = state.run
    let slice = try #require(MeanSlice(through: run.model, moving: 1, over: run.points))
    let (question, ground) = try Self.known(state)
    #expect(question.sweep.component == 1 && ground.isComplete)
    #expect(state.shows("L as mean 2 moves, a slice"))
    #expect(state.shows("all else is held as in θ⁽²⁾"))
    #expect(state.shows(run.snapshot.objective.fixed(2).withTrueMinus))
    let top = try #require(ground.top)
    #expect(state.shows(top.height.fixed(2).withTrueMinus))
    #expect(abs(slice.height(at: top.place) - top.height) < 1e-8)
    let bound = try #require(
      run.posterior.flatMap {
        BoundParabola(of: run.model, moving: 1, over: run.points, under: $0)
      })
    #expect(state.shows("top of F"))
    #expect(state.shows(bound.top.fixed(2).withTrueMinus))
    #expect(bound.top <= top.height)
    #expect(state.shows("it touches L here, and M goes to ◎"))
    await state.press("e")
    #expect(state.run.snapshot.next == .expectation)
    #expect(state.shows("below L here: E is next"))
  }

  @Test func `is of the state on screen after every key that changes it`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: 2))
    await state.press("V l")
    #expect(state.shows("no q yet: E makes the bound"))
    for key in ["e", "Space", "Left", "+", "c", "x", "z", "G", "m", "e"] {
      _ = state.handle(.key(try #require(Key(name: key))))
      if state.overlay != nil { _ = state.handle(.key(.escape)) }
      let (question, ground) = try Self.known(state)
      #expect(ground.isComplete, "\(key)")
      let k = question.sweep.component
      let present = state.run.model.shapes[k].centre
      let (model, points) = (state.run.model, state.run.points)
      let slice = try #require(MeanSlice(through: model, moving: k, over: points))
      #expect(
        abs(slice.height(at: present) - state.run.evaluation.objective)
          <= 1e-10 * abs(state.run.evaluation.objective), "\(key)")
      let corner = Point(x: question.sweep.xs[3], y: question.sweep.ys[5])
      let height = try #require(ground[GridCell(column: 3, row: 5)])
      #expect(abs(slice.height(at: corner) - height) <= 1e-10 * abs(height), "\(key)")
    }
  }

  @Test func `chooses the mean with Tab or a click, and passes over the noise`() async throws {
    var state = try AppState.clouds(RunRecipe(kind: .noise, components: 2, seed: 2))
    await state.press("V l Tab")
    #expect(state.shows("L as mean 2 moves"))
    await state.press("Tab")
    #expect(state.shows("L as mean 1 moves"))
    await state.press("BTab")
    #expect(state.shows("L as mean 2 moves"))
    let axes = try #require(state.plotAxes)
    let plot = try #require(state.plots.first)
    let mean = state.run.model.shapes[0].centre
    let cell = try #require(axes.viewport.cell(mean.x, mean.y))
    let place = Position(
      x: plot.origin.x + axes.area.origin.x + cell.x,
      y: plot.origin.y + axes.area.origin.y + cell.y)
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: place)))
    _ = state.handle(.mouse(MouseEvent(.release(.left), at: place)))
    #expect(state.shows("L as mean 1 moves"))
    #expect(state.bracketed != nil)
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `has a scale that ends at the top that the legend names`(seed: UInt64) async throws {
    for start in [
      try AppState.clouds(RunRecipe(components: 3, seed: seed)), try AppState.coins(),
    ] {
      let state = await start.after("Space V l")
      let (_, ground) = try Self.known(state)
      let top = try #require(ground.top).height
      let range = LandscapeShades(ground, theme: state.screen.theme).range
      #expect(range.upperBound >= top && state.run.evaluation.objective <= range.upperBound)
      #expect(state.shows("… \(range.upperBound.fixed(2).withTrueMinus)"))
      #expect(range.upperBound.fixed(2) == top.fixed(2))
    }
  }

  @Test func `draws arrows at A, and keeps the heights`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 2, seed: 2))
    await state.press("Space V l")
    #expect(try Self.known(state).1.destinations.isEmpty)
    await state.press("A")
    let (question, ground) = try Self.known(state)
    #expect(ground.destinations.count == question.sweep.arrows.count && ground.isComplete)
    #expect(state.shows("→ where one iteration sends the mean"))
    // An arrow points where the iteration leads.
    let axes = try #require(state.plotAxes)
    let plot = try #require(state.plots.first)
    let frame = state.frame()
    var seen = Set<Character>()
    for (from, destination) in zip(question.sweep.arrows, ground.destinations) {
      guard case .known(let to?) = destination, let cell = axes.viewport.cell(from.x, from.y) else {
        continue
      }
      let sign = frame[
        plot.origin.x + axes.area.origin.x + cell.x, plot.origin.y + axes.area.origin.y + cell.y
      ].character
      guard "←→↑↓↖↗↘↙".contains(sign) else { continue }
      seen.insert(sign)
      if "→↗↘".contains(sign) { #expect(to.x > from.x) }
      if "←↖↙".contains(sign) { #expect(to.x < from.x) }
      if "↑↖↗".contains(sign) { #expect(to.y > from.y) }
      if "↓↙↘".contains(sign) { #expect(to.y < from.y) }
    }
    #expect(seen.count > 4)
  }

  @Test func `shows J as one centre moves for k-means, and no landscape of lines`() async throws {
    var state = try AppState.clouds(RunRecipe(kind: .kMeans, components: 3, seed: 2))
    await state.press("e V l")
    #expect(state.shows("J as centre 1 moves"))
    #expect(state.shows("J(q) is a parabola"))
    #expect(state.shows("least J(q)"))
    var lines = try AppState.clouds(RunRecipe(kind: .lines, components: 2))
    await lines.press("e V l Tab A")
    #expect(lines.shows("A line has no mean to move over the plot"))
    var tails = try AppState.clouds(RunRecipe(kind: .studentT, components: 2))
    await tails.press("e V l")
    #expect(tails.shows("no parabola in its mean: no rings"))
  }

  @Test func `adds log p(θ) under a prior, and says so`() async throws {
    var recipe = RunRecipe(components: 2)
    recipe.prior = .standard
    var state = try AppState.clouds(recipe)
    await state.press("e V l")
    #expect(state.shows("L + log p(θ) as mean 1 moves"))
    #expect(state.shows(state.run.snapshot.climbed.fixed(2).withTrueMinus))
  }

  @Test func `has colours in bands where the background is known, else characters`() async throws {
    func state(_ capabilities: Capabilities) async throws -> AppState {
      try await AppState(
        data: .clouds(), recipe: RunRecipe(components: 2), catalogue: .clouds,
        capabilities: capabilities
      ).after("e V l")
    }
    let bright = try await state(Self.colorful)
    let (_, ground) = try Self.known(bright)
    let shades = LandscapeShades(ground, theme: bright.screen.theme)
    #expect(Set(shades.colors).count == LandscapeShades.count)
    let plot = try #require(bright.plots.first)
    let area = try #require(bright.plotAxes).area
    var used = Set<Color>()
    for y in area.rows {
      for x in area.columns {
        let cell = bright.frame()[plot.origin.x + x, plot.origin.y + y]
        guard let background = cell.style.background else { continue }
        used.insert(background)
      }
    }
    #expect(used.count > LandscapeShades.count / 2)
    #expect(used.isSubset(of: shades.colors))
    for scheme in [Theme.Scheme.dark, .light] {
      let few = Theme(colors: .palette256, scheme: scheme).groundShades(LandscapeShades.count)
      #expect(Set(few).count >= 8)
      #expect(
        few.first?.rgb ?? (1, 1, 1) == Theme(colors: .direct, scheme: scheme).background?.rgb ?? (
          2, 2, 2
        ))
    }
    for capabilities in [Capabilities(colors: .ansi8), Capabilities(unicode: false)] {
      let plain = try await state(capabilities)
      #expect(LandscapeShades(ground, theme: plain.screen.theme).colors.isEmpty)
      #expect(plain.shows("=") && plain.shows(":-"))
    }
  }

  @Test func `bands are as wide for a hill like a parabola`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 1))
    await state.press("e V l")
    let shades = LandscapeShades(try Self.known(state).1, theme: state.screen.theme)
    let (low, high) = (shades.range.lowerBound, shades.range.upperBound)
    for band in 0..<LandscapeShades.count {
      let share = 1 - (Double(band) + 0.5) / Double(LandscapeShades.count)
      #expect(shades.band(high - share * share * (high - low)) == band)
    }
    #expect(shades.band(-.infinity) == 0 && shades.band(high) == LandscapeShades.count - 1)
  }

  /// Points of which a landscape takes longer than a picture.
  private static func many() throws -> AppState {
    var generator = SeededGenerator(seed: 5)
    let points = try PointSet(
      validating: (0..<12_000).map { n in
        Point(x: Double(n % 2) * 5 + generator.normal(), y: generator.normal())
      })
    return try AppState(
      data: DataSet(name: "many", points: points, xName: "x", yName: "y"),
      recipe: RunRecipe(components: 2), size: Size(width: 70, height: 20))
  }

  @Test func `works in the background over many points, and never holds up a key`() async throws {
    var state = try Self.many()
    _ = state.handle(.key(.character("V")))
    let effect = state.handle(.key(.character("l")))
    guard case .start(let work) = effect else {
      Issue.record("no work is begun")
      return
    }
    #expect(state.landscape.map.goesOn && state.landscape.map.answer == nil)
    #expect(state.presentWork == nil)
    // A key steps the run and asks anew; what the old work finds comes too late.
    guard case .start(let next) = state.handle(.key(.space)) else {
      Issue.record("no new work is begun")
      return
    }
    #expect(state.run.snapshot.iteration == 1)
    for result in await work.finished() { _ = state.handle(result) }
    #expect(state.landscape.map.answer == nil)
    let results = await next.finished()
    #expect(results.count > 2)
    if let first = results.first { _ = state.handle(first) }
    #expect(state.shows("coarse yet: "))
    #expect(state.frame().text.contains(where: "=+*".contains))
    for result in results { _ = state.handle(result) }
    #expect(try Self.known(state).1.isComplete)
    #expect(!state.landscape.map.goesOn)
  }

  @Test func `goes on where it was left, once it is shown again`() async throws {
    var state = try Self.many()
    _ = state.handle(.key(.character("V")))
    guard case .start(let work) = state.handle(.key(.character("l"))) else {
      Issue.record("no work is begun")
      return
    }
    let results = await work.finished()
    _ = state.handle(try #require(results.first))
    let done = try Self.known(state).1.doneCount
    _ = state.handle(.key(.character("3")))
    #expect(!state.landscape.map.goesOn)
    _ = state.handle(.key(.character("V")))
    guard case .start(let rest) = state.handle(.key(.character("l"))) else {
      Issue.record("the work isn't gone on with")
      return
    }
    let known = try Self.known(state).1
    #expect(known.doneCount == done && !known.isComplete)
    for result in await rest.finished() { _ = state.handle(result) }
    #expect(try Self.known(state).1.isComplete)
  }

  @Test func `is told in words, and drawn alone with its plot`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 2))
    await state.press("e V l")
    let told = try #require(View.landscape.told).answer
    #expect(try told(state, []).text.contains("L as mean 1 moves, a slice"))
    let pane = try #require(Pane.all.first { $0.name == "landscape" })
    var alone = state.exploration
    try await alone.showAlone(pane)
    #expect(alone.shows("east") && alone.shows("L as mean 1 moves, a slice"))
    #expect(try Self.known(alone.app).1.isComplete)
  }
}
