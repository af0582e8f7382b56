import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `A chain of lessons` {
  /// A lesson of three steps, the second of which asks.
  private static func offer(_ name: String) -> LessonOffer {
    LessonOffer(name, "about \(name)") {
      let steps = [
        Lesson.Step(caption: "\(name) begins."),
        Lesson.Step(question: "What of \(name)?", keys: [.space], caption: "\(name) goes on."),
        Lesson.Step(keys: [.character("e"), .character("v")], caption: "\(name) ends."),
      ]
      return (
        Lesson(
          name: name, title: "Lesson \(name)", summary: "about \(name)", dataName: "clouds",
          recipe: RunRecipe(components: 2), steps: steps, text: name), .clouds(of: 7)
      )
    }
  }

  private static let chain = LessonChain(
    name: "hour", title: "An hour", summary: "all of it",
    parts: ["ant", "bee", "cat"].map { LessonChain.Part("Page \($0)", offer($0)) },
    texts: LessonChain.Texts(chain: "hour", lessons: ["ant", "bee", "cat"]))

  private static let catalogue = Catalogue(
    lessons: ["dog", "elk"].map(offer), chains: [chain])

  private func begin(_ size: Size = Size(width: 80, height: 24)) throws -> Exploration {
    try Exploration(chain: Self.chain, catalogue: Self.catalogue, size: size)
  }

  @Test func `says which part is given, and what comes next`() async throws {
    var state = try begin()
    #expect(state.shows("part 1 of 3: Page ant  1/3"))
    await state.press("PageDown PageDown PageDown")
    #expect(state.shows("ant ends.") && state.shows("space to part 2"))
    await state.press("PageDown")
    #expect(state.shows("part 2 of 3: Page bee  1/3") && state.shows("bee begins."))
    #expect(state.app.run.snapshot.iteration == 0 && state.app.view == .plot)
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `goes back to exactly what was there before, and on to what came after`(
    seed: UInt64
  ) async throws {
    var state = try begin()
    var seen = [state.frame()]
    for _ in 0..<11 {
      await state.press("PageDown")
      seen.append(state.frame())
    }
    await state.press("PageDown")
    #expect(state.shows("The lesson is over"))
    var generator = SeededGenerator(seed: seed)
    var place = seen.count - 1
    for _ in 0..<60 {
      let goesOn = generator.unit() < 0.5
      guard goesOn ? place + 1 < seen.count : place > 0 else { continue }
      place += goesOn ? 1 : -1
      await state.press(goesOn ? "PageDown" : "PageUp")
      #expect(state.frame() == seen[place], "seed \(seed), place \(place)")
    }
    for _ in 0..<place { await state.press("PageUp") }
    #expect(state.frame() == seen[0])
    await state.press("PageUp")
    #expect(state.shows("This is where the lesson begins."))
  }

  @Test func `goes on from where the lesson was, whatever the user did at a part's end`()
    async throws
  {
    var straight = try begin()
    await straight.press("PageDown PageDown PageDown PageDown PageUp")
    var wandering = try begin()
    await wandering.press("PageDown PageDown PageDown x + PageDown PageUp")
    #expect(wandering.frame() == straight.frame())
  }

  @Test func `lists its parts first, and a digit goes to one`() async throws {
    var state = try begin()
    await state.press("PageDown T")
    let titles = (state.app.overlay as? Menu)?.items.map(\.name) ?? []
    #expect(titles == ["1  Page ant", "2  Page bee", "3  Page cat", "dog", "elk", "hour"])
    #expect((state.app.overlay as? Menu)?.selection == 0)
    await state.press("3")
    #expect(state.shows("part 3 of 3: Page cat  1/3"))
    await state.press("T")
    #expect((state.app.overlay as? Menu)?.selection == 2)
    await state.press("Escape PageUp")
    #expect(state.shows("part 2 of 3: Page bee  1/3"))
  }

  @Test func `is in the menu of lessons, and is left and taken up again`() async throws {
    var state = Exploration(
      try AppState(
        data: .clouds(), recipe: RunRecipe(components: 3), catalogue: Self.catalogue))
    await state.press("Space T End Enter")
    #expect(state.shows("part 1 of 3: Page ant"))
    await state.press("PageDown PageDown PageDown PageDown Escape Escape T")
    #expect(state.walkthrough == nil)
    let items = (state.app.overlay as? Menu)?.items.map(\.name) ?? []
    #expect(items.prefix(5) == ["back in", "back", "1  Page ant", "2  Page bee", "3  Page cat"])
    await state.press("2")
    #expect(state.shows("part 2 of 3: Page bee  1/3"))
    await state.press("Escape Escape T Down Down Enter")
    #expect(state.app.data.points.count == DataSet.clouds().points.count)
    #expect(state.app.run.snapshot.iteration == 1)
  }

  @Test func `is what a session says was given, with all of its texts`() async throws {
    var state = try begin()
    await state.press("PageDown PageDown PageDown PageDown PageDown")
    let record = state.app.record
    #expect(record.lesson == "hour" && record.lessonText == "hour")
    #expect(record.lessonParts == ["ant", "bee", "cat"])
    var again = try begin()
    await again.replay(record.events)
    #expect(again.frame() == state.frame())
  }

  @Test func `tells its place`() async throws {
    let teller = Teller(try begin())
    #expect(teller.opening.hasPrefix("part 1 of 3: Page ant, 1 of 3:\nant begins.\n"))
  }

  @Test(arguments: [60, 61, 75, 100])
  func `fits its line at any width`(width: Int) async throws {
    var chain = Self.chain
    chain.parts[0].title = String(repeating: "a long title ", count: 9)
    let state = try Exploration(chain: chain, size: Size(width: width, height: 24))
    #expect(state.frame().text.contains("… "))
    #expect(state.shows("space go on  Esc leave"))
  }

  @Test func `is what lessons are at their ends: the next one is a key away, and back`()
    async throws
  {
    let (lesson, data) = try Self.offer("dog").open()
    var state = try Exploration(lesson: lesson, data: data, catalogue: Self.catalogue)
    await state.press("PageDown PageDown PageDown")
    #expect(state.shows("space next: elk  ← back  T lessons  Esc leave"))
    let end = state.frame()
    await state.press("Space")
    #expect(state.shows("Lesson elk  1/3"))
    await state.press("PageUp")
    #expect(state.frame() == end)
    await state.press("Space PageDown PageDown PageDown")
    #expect(state.shows("← back  T lessons  Esc leave") && !state.shows("space next"))
    await state.press("Space")
    #expect(state.shows("The lesson is over"))
  }

  @Test func `keeps a hall's screen from part to part`() async throws {
    var state = try begin()
    await state.press("B PageDown PageDown PageDown")
    state.app.screen.isHall = true
    await state.press("PageDown")
    #expect(state.app.screen.isHall && state.shows("part 2 of 3"))
  }
}
