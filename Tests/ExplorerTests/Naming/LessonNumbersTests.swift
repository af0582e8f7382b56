import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The numbers in a lesson's texts` {
  private static let steps = [
    Lesson.Step(caption: "begins at {logLikelihood:.2}"),
    Lesson.Step(
      question: "asked at {logLikelihood:.2}, iteration {iteration}", keys: [.space],
      caption: "from {previous.logLikelihood:.2} to {logLikelihood:.2} in {iteration}"),
    Lesson.Step(
      keys: [.space, .space],
      caption: "{iteration}; {previous.iteration} before, {step.1.iteration} at first"),
    Lesson.Step(keys: [.character("5")], caption: "{starts.count} starts, {previous.iteration}"),
  ]

  private func begin(_ steps: [Lesson.Step] = steps) throws -> Exploration {
    try Exploration(
      lesson: Lesson(
        name: "a", title: "A", summary: "b", dataName: "clouds",
        recipe: RunRecipe(components: 2), steps: steps), data: .clouds(of: 40),
      size: Size(width: 100, height: 30))
  }

  private func text(_ value: Double) -> String { value.fixed(2).withTrueMinus }

  @Test func `are those of the step that speaks, of the one before, and of a step by its number`()
    async throws
  {
    var state = try begin()
    let first = text(state.app.run.snapshot.objective)
    #expect(state.shows("begins at \(first)"))
    await state.press("PageDown")
    #expect(state.shows("asked at \(first), iteration 0"))
    await state.press("PageDown")
    #expect(state.shows("from \(first) to \(text(state.app.run.snapshot.objective)) in 1"))
    await state.press("PageDown")
    #expect(state.shows("3; 1 before, 0 at first"))
    await state.press("PageDown")
    #expect(state.shows("100 starts, 3"))
    await state.press("PageUp")
    #expect(state.shows("3; 1 before, 0 at first"))
    await state.press("PageUp PageUp PageUp")
    #expect(state.shows("begins at \(first)"))
  }

  @Test func `stay the step's when the user presses keys of their own`() async throws {
    var state = try begin()
    await state.press("PageDown PageDown")
    let said = "in 1"
    #expect(state.shows(said))
    await state.press("Space G x".replacing("Space ", with: "e "))
    #expect(state.app.run.snapshot.iteration != 1 && state.shows(said))
    await state.press("PageDown")
    #expect(state.shows("3; 1 before, 0 at first"))
    await state.press("x G PageUp")
    #expect(state.shows(said) && state.app.run.snapshot.iteration == 1)
  }

  @Test func `are three points while they are worked out`() async throws {
    var state = try begin()
    await state.press("PageDown PageDown PageDown")
    let asked = state.handle(.key(.pageDown))
    var agenda = Agenda()
    agenda.add(asked)
    agenda.obeyKeys(&state)
    #expect(agenda.nextEffect() != nil && state.app.presentWork != nil)
    #expect(state.shows("… starts, 3"))
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `agree with the state after any way there`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var state = try begin(
      (0..<6).map { index in
        Lesson.Step(
          question: index.isMultiple(of: 2) ? nil : "{iteration}", keys: index == 0 ? [] : [.space],
          caption: "now {iteration}" + (index > 0 ? " was {previous.iteration}" : ""))
      })
    for _ in 0..<60 {
      let key = ["PageDown", "PageDown", "PageUp", "e", "x", "g"].randomElement(using: &generator)
      await state.press(key ?? "e")
      let lesson = try #require(state.walkthrough as? GuidedLesson)
      let (index, said) = (lesson.index, lesson.said(beside: state.app))
      let wanted =
        lesson.isAsking ? "\(index - 1)" : "now \(index)" + (index > 0 ? " was \(index - 1)" : "")
      #expect(said == wanted, "seed \(seed)")
    }
  }

  @Test func `are read from a replayed session too`() async throws {
    var state = try begin()
    var kept = KeptStates(state)
    for key in ["PageDown", "PageDown", "e", "PageDown"] {
      await state.press(key)
      kept.add(state)
    }
    var playback = Exploration(playing: kept.states)
    await playback.press("Right Right")
    #expect(playback.shows("in 1"))
    await playback.press("Right")
    #expect(playback.shows("in 1"))
    await playback.press("Right")
    #expect(playback.shows("3; 1 before, 0 at first"))
  }
}
