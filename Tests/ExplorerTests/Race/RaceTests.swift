import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A race` {
  private func cursors(_ state: AppState) throws -> [Int] {
    [state.run.cursor, try #require(state.session.race).rival.last.run.cursor]
  }

  /// Chooses the rival whose line in the menu begins with a text.
  private func choose(_ name: String, in state: inout AppState) async throws {
    await state.press("7 O")
    let rivals = Rival.all(
      of: state.session.course.first.recipe, over: state.session.data.points)
    let index = try #require(rivals.firstIndex { $0.name == name })
    for _ in 0..<index { await state.press("Down") }
    await state.press("Enter")
  }

  @Test func `begins against another seed, and the run on screen stays where it is`() async throws {
    var state = try AppState.clouds()
    await state.press("Space Space 7")
    #expect(state.row(1).contains("random-points seed 1"))
    #expect(state.row(1).contains("random-points seed 2"))
    #expect(try cursors(state) == [4, 0])
    #expect(state.row(22) == Sentences.unevenRace && state.row(23).hasPrefix("space step  ←"))
    await state.press("Space")
    #expect(try cursors(state) == [4, 2], "whichever run is behind goes first")
    await state.press("Space Space")
    #expect(try cursors(state) == [6, 6])
    #expect(state.row(23).hasPrefix("space step both"))
  }

  @Test func `looked at and left hands the run back where it was`() async throws {
    var state = try AppState.clouds()
    await state.press("Space m Space Space")
    let before = state.frame()
    await state.press("7 1")
    #expect(state.frame() == before)
  }

  @Test(arguments: ["", "Tab"])
  func `gives a cluster one number in both lanes, from the start to the end`(keys: String)
    async throws
  {
    var state = try AppState.clouds(size: Size(width: 100, height: 30))
    await state.press("7 \(keys)")
    func numbers() throws -> [Int] {
      let race = try #require(state.session.race)
      let (left, right) =
        race.isRivalLeft ? (race.rival, state.session.course) : (state.session.course, race.rival)
      return race.numbers(left: left, right: right)
    }
    let atStart = try numbers()
    await state.press("G")
    #expect(try numbers() == atStart)
    let race = try #require(state.session.race)
    let (mine, rival) = (state.run.model, race.rival.last.run.model)
    let points = state.data.points
    let ends = race.isRivalLeft ? (rival, mine) : (mine, rival)
    #expect(ClusterNumbers(like: ends.0, over: points).numbers(of: ends.1) == atStart)
    #expect(atStart != Array(atStart.indices), "the lanes show what differs")
    #expect(state.frame().text.contains("  converged"))
  }

  @Test func `names the seeds of both runs on the smallest screen too`() async throws {
    var state = try AppState.clouds(size: Layout.smallest)
    await state.press("7")
    #expect(state.row(1) == "▸ EM f…  random-points seed 1   EM f…  random-points seed 2")
  }

  @Test func `both runs keep step, forward and back`() async throws {
    var state = try AppState.clouds()
    await state.press("7 Space Space e")
    #expect(try cursors(state) == [5, 5])
    await state.press("Left Left")
    #expect(try cursors(state) == [2, 2])
    await state.press("Home")
    #expect(try cursors(state) == [0, 0])
  }

  @Test func `a run that is over waits for the other, and steps back only when it is reached`()
    async throws
  {
    var state = try AppState.clouds()
    try await choose("model: k-means", in: &state)
    await state.press("G")
    let ends = try cursors(state)
    #expect(state.session.isOver && ends[0] != ends[1])
    await state.press("Left")
    let (long, short) = (ends.max() ?? 0, ends.min() ?? 0)
    let now = try cursors(state)
    #expect(now.contains(long - 2) && now.contains(short))
  }

  @Test func `L and J are not compared, nor a joint with a conditional likelihood`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, rule: .kMeans))
    try await choose("model: k-means", in: &state)
    #expect(state.shows("not comparable: L is a likelihood, J a sum of squares"))
    try await choose("model: \(ModelKind.lines.title)", in: &state)
    #expect(state.shows("not comparable: the two likelihoods are of different things"))
    try await choose("covariances: tied", in: &state)
    await state.press("G")
    #expect(state.shows("L is higher at the left, by"))
    #expect(state.shows("with 17 and 11 free parameters"))
  }

  @Test func `a rule races from its own start`() async throws {
    var state = try AppState.clouds()
    try await choose("start: stacked", in: &state)
    #expect(state.row(1).contains("stacked seed 1"))
    await state.press("G")
    #expect(state.shows("L is higher at the left"))
    #expect(state.overlay == nil)
  }

  @Test func `the keys act on the side that is chosen, and sides stay where they are`() async throws
  {
    var state = try AppState.clouds()
    await state.press("7 Tab m")
    #expect(state.row(1).hasPrefix("  EM full"))
    #expect(state.row(1).contains("▸ k-means"))
  }

  @Test func `another data set begins another race`() async throws {
    var state = try AppState.clouds()
    await state.press("7 Space")
    _ = state.handle(Answer.loaded(.clouds(of: 10)))
    #expect(try #require(state.session.race).rival.last.run.points.count == 30)
    #expect(try cursors(state) == [0, 0])
  }

  @Test func `a new start on one side takes the other to its start`() async throws {
    var state = try AppState.clouds()
    await state.press("7 Space x")
    #expect(try cursors(state) == [0, 0])
  }
}
