import Dispatch
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// What is pressed while something goes on over many points.
@Suite struct `What is typed ahead` {
  private typealias Cue = StagedTerminal.Cue

  /// So many points that the loop doesn't wait for a step.
  private func opening() throws -> Exploration {
    Exploration(try AppState(data: .clouds(of: 2_000), recipe: RunRecipe(components: 6)))
  }

  private func keys(_ text: String) -> [Event] { text.map { .key(.character($0)) } }

  /// Keys that come one upon the other, and as many arrivals.
  private func typed(_ events: [Event]) -> [Cue] {
    events.map(Cue.event) + events.map { _ in .call }
  }

  private func after(_ cues: [Cue], status: Int32 = 129) throws -> (Exploration, StagedTerminal) {
    var exploration = try opening()
    var terminal = StagedTerminal(cues)
    #expect(explore(&exploration, on: &terminal) { _, _ in } == status)
    return (exploration, terminal)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `does in its order what it would have done`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let events: [Event] = (0..<12).map { _ in
      let key = Array("nnepmMk?jfb2314zoi\u{1B}\r").randomElement(using: &generator)!
      return .key(key == "\u{1B}" ? .function(1) : key == "\r" ? .enter : .character(key))
    }
    let (exploration, _) = try after(typed(events))
    var expected = try opening()
    for event in events { _ = expected.handle(event) }
    #expect(exploration.app.record.events == expected.app.record.events, "seed \(seed)")
    #expect(exploration.frame() == expected.frame(), "seed \(seed)")
  }

  @Test func `opens the help at once, and again where the step has led`() throws {
    let gate = DispatchSemaphore(value: 0)
    var exploration = try opening()
    // The data take as long as they like.
    var terminal = StagedTerminal(
      [.event(.key(.character("d"))), .call, .event(.key(.enter)), .call]
        + [.event(.key(.function(1))), .event(.key(.down)), .does { gate.signal() }, .call]
        + [.call, .call])
    let other = DataSet.clouds(of: 3_000)
    _ = explore(
      &exploration, on: &terminal,
      load: { _ in
        gate.wait()
        return .loaded(other)
      }
    ) { _, _ in }
    let texts = terminal.frames.map(\.text)
    let first = try #require(texts.firstIndex { $0.contains("Stepping") })
    #expect(texts[first].contains("N=6000"))
    #expect(exploration.app.data.points.count == 9_000)
    #expect(exploration.app.overlay is Help)
  }

  @Test func `stops work at once, however many threads are busy with it`() throws {
    let (exploration, _) = try after(
      [.event(.key(.character("5"))), .call, .event(.key(.character("q"))), .call], status: 0)
    #expect(exploration.app.view == .restarts)
  }

  @Test func `says that something goes on, and what waits for it`() throws {
    let (_, terminal) = try after([
      .event(.key(.space)), .event(.tick), .event(.key(.character("n"))),
      .event(.key(.character("e"))), .call, .call, .call,
    ])
    let texts = terminal.frames.map(\.text)
    for said in ["out   Esc gives it up", "one key waits   Esc", "2 keys wait   Esc"] {
      #expect(texts.contains { $0.contains(said) }, "\(said)")
    }
  }

  @Test func `is given up with Escape, all of it`() throws {
    let (exploration, _) = try after(
      (keys("nnn") + [.key(.escape)]).map(Cue.event) + [.call])
    #expect(exploration.app.outcome.iteration == 0)
    #expect(exploration.app.record.events.isEmpty)
    #expect(exploration.frame().text.contains("given up"))
  }

  @Test func `goes on after it was given up`() throws {
    let (exploration, _) = try after(
      (keys("n") + [.key(.escape)] + keys("n")).map(Cue.event) + [.call, .call])
    #expect(exploration.app.outcome.iteration == 1)
    #expect(exploration.app.record.events == [.key(.character("n"))])
  }

  @Test func `ends with the program at q`() throws {
    let (exploration, _) = try after(keys("nnq").map(Cue.event), status: 0)
    #expect(exploration.app.outcome.iteration == 0)
  }

  @Test func `keeps q where something waits that would be missed`() throws {
    let (exploration, _) = try after(typed(keys("nwq")))
    #expect(exploration.app.outcome.iteration == 1)
    #expect(exploration.app.overlay == nil)
  }

  @Test func `asks for a new picture at once`() throws {
    var exploration = try opening()
    var terminal = StagedTerminal([.event(.key(.space)), .event(.redraw), .call])
    var performed: [String] = []
    _ = explore(&exploration, on: &terminal) { effect, _ in performed.append("\(effect)") }
    #expect(performed == ["repaint"])
    #expect(exploration.app.outcome.iteration == 1)
  }

  @Test func `waits for the keys of a lesson too`() throws {
    let lesson = Lesson(
      name: "t", title: "t", summary: "", dataName: "clouds", recipe: RunRecipe(components: 6),
      steps: [
        Lesson.Step(caption: "one"),
        Lesson.Step(keys: [.space, .character("G"), .character("2")], caption: "two"),
        Lesson.Step(keys: [.character("1"), .character("e")], caption: "three"),
      ])
    func opening() throws -> Exploration {
      try Exploration(lesson: lesson, data: .clouds(of: 2_000))
    }
    var exploration = try opening()
    var terminal = StagedTerminal(typed([.key(.space), .key(.space), .key(.left)]))
    _ = explore(&exploration, on: &terminal) { _, _ in }
    var expected = try opening()
    for key in [Key.space, .space, .left] {
      var agenda = Agenda()
      agenda.add(expected.handle(.key(key)))
      agenda.obeyKeys(&expected)
    }
    #expect(exploration.frame() == expected.frame())
    #expect(exploration.frame().text.contains("two"))
  }
}
