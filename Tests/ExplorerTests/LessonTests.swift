import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A lesson` {
  private static let lesson = Lesson(
    name: "two-steps", title: "The two steps", summary: "E, then M", dataName: "clouds",
    recipe: RunRecipe(components: 3),
    steps: [
      Lesson.Step(caption: "Three means, and no point belongs to any."),
      Lesson.Step(
        question: "Which points will be red?", keys: [.character("e")],
        caption: "Each point asks which component it came from."),
      Lesson.Step(keys: [.character("e"), .space], caption: "The means have moved, twice."),
    ])

  private func begin() throws -> Exploration {
    try Exploration(lesson: Self.lesson, data: .clouds(), size: Size(width: 80, height: 24))
  }

  @Test func `asks before it shows, and counts its steps`() async throws {
    var state = try begin()
    #expect(state.shows("Three means, and no point belongs to any."))
    #expect(state.shows("The two steps  1/3"))
    await state.press("PageDown")
    #expect(state.shows("Predict: Which points will be red?"))
    #expect(state.app.run.snapshot.next == .expectation)
    await state.press("PageDown")
    #expect(state.shows("Each point asks"))
    #expect(state.app.run.snapshot.next == .maximization)
    await state.press("Space")
    #expect(state.app.run.snapshot.iteration == 2)
    #expect(state.shows("3/3"))
  }

  @Test func `has the keys that go on and back for itself, and only there they are named`() throws {
    let state = try begin()
    #expect(state.shows("space go on  ← back"))
    #expect(!state.shows("space step"))
    #expect(state.row(18).hasPrefix("e half-step"))
  }

  @Test func `says what it needs where the picture has no room above it`() throws {
    var state = try begin()
    state.fit(Size(width: 80, height: 20))
    #expect(state.row(0) == "A lesson needs 60×21")
    state.fit(Size(width: 60, height: 21))
    #expect(state.row(0).contains("iteration 0"))
  }

  @Test func `has help that can be read to its end`() async throws {
    var state = try begin()
    await state.press("? End")
    #expect(state.shows("^C                        quit"))
    #expect(!state.shows("more lines"))
  }

  @Test func `goes back to exactly what was there before`() async throws {
    var state = try begin()
    var seen = [state.frame()]
    for _ in 0..<3 {
      await state.press("PageDown")
      seen.append(state.frame())
    }
    for expected in seen.dropLast().reversed() {
      await state.press("PageUp")
      #expect(state.frame() == expected)
    }
    await state.press("PageUp")
    #expect(state.shows("This is where the lesson begins."))
    state.app.notice = nil
    #expect(state.frame() == seen[0])
  }

  @Test func `goes on from where it was, whatever the user did meanwhile`() async throws {
    var straight = try begin()
    await straight.press("PageDown PageDown PageDown")
    var wandering = try begin()
    await wandering.press("PageDown x + m PageDown G PageDown")
    #expect(wandering.frame() == straight.frame())
  }

  @Test func `is left with Escape, and the picture stays`() async throws {
    var state = try begin()
    await state.press("PageDown PageDown")
    let iteration = state.app.run.snapshot
    await state.press("Escape")
    #expect(state.shows("Leave the lesson? Esc or Enter leaves, "))
    #expect(state.walkthrough != nil)
    await state.press("Escape")
    #expect(state.walkthrough == nil)
    #expect(state.app.run.snapshot.objective == iteration.objective)
    await state.press("Space")
    #expect(state.app.run.snapshot.iteration == 1)
  }

  @Test(arguments: ["Space", "PageDown", "F5", "x", "Left"])
  func `is not left where another key follows Escape`(key: String) async throws {
    let state = try await begin().after("PageDown PageDown")
    let asked = await state.after("Escape")
    #expect(asked.frame() != state.frame())
    #expect(await asked.after(key).frame() == state.frame())
    #expect(await state.after("Escape \(key) Escape").frame() == asked.frame())
  }

  @Test(arguments: ["F5", "T Enter"])
  func `is come back to where it was`(keys: String) async throws {
    let lesson = try await begin().after("PageDown PageDown")
    let left = await lesson.after("Escape Enter")
    #expect(left.walkthrough == nil && left.shows("F5 is back in the lesson"))
    var back = await left.after(keys)
    #expect(back.shows("back in the lesson, at step 2 of 3"))
    back.app.notice = nil
    #expect(back.frame() == lesson.frame())
    #expect(await back.after("PageDown").frame() == lesson.after("PageDown").frame())
    #expect(await back.after("PageUp").frame() == lesson.after("PageUp").frame())
    // What was done meanwhile is kept, but not where nothing was.
    #expect(await back.after("Escape Escape").app.parked.isEmpty)
    let changed = await left.after("x x \(keys) Escape Escape T Down Enter")
    #expect(changed.app.recipe.seed == left.app.recipe.seed + 2)
  }

  @Test func `has a key back to where it stands, after the user's own`() async throws {
    let lesson = try await begin().after("PageDown PageDown")
    #expect(await lesson.after("x + m F5").frame() == lesson.frame())
    #expect(await lesson.after("F5").shows("The lesson stands here, at step 2 of 3."))
  }

  @Test(arguments: ["b", "."])
  func `is black at a remote's key, until any other`(key: String) async throws {
    let lesson = try await begin().after("PageDown")
    let black = await lesson.after(key)
    #expect(black.frame().text.allSatisfy { $0.isWhitespace })
    for next in ["Space", key, "x", "Escape", "q"] {
      #expect(await black.after(next).frame() == lesson.frame(), "\(next)")
    }
    var clicked = black
    _ = clicked.handle(.mouse(MouseEvent(.press(.left), at: Position(x: 3, y: 3))))
    #expect(clicked.frame() == black.frame())
  }

  @Test func `at its end a key says so`() async throws {
    var state = try begin()
    await state.press("n n n n n")
    #expect(state.shows("The lesson is over"))
  }

  @Test func `long texts are broken between words`() {
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("".wrapped(to: 7).isEmpty)
  }
}
