import Dispatch
import Foundation
import MixtureEngine
import Synchronization
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The loop` {
  private func opening() throws -> Exploration {
    Exploration(
      try AppState(
        data: .clouds(of: 500),
        recipe: RunRecipe(components: 6, stopping: StoppingRule(tolerance: 0))))
  }

  private func after(_ cues: [StagedTerminal.Cue]) throws -> (Exploration, StagedTerminal) {
    var exploration = try opening()
    var terminal = StagedTerminal(cues)
    #expect(explore(&exploration, on: &terminal) { _, _ in } == 129)
    return (exploration, terminal)
  }

  @Test func `goes where ticks lead, one after the other`() throws {
    let (exploration, terminal) = try after(
      [.event(.key(.character("G")))] + Array(repeating: [.event(.tick), .call], count: 3).joined())
    var expected = try opening()
    _ = expected.handle(.key(.character("G")))
    for _ in 0..<3 { _ = expected.handle(.tick) }
    #expect(exploration.app.outcome.objective == expected.app.outcome.objective)
    #expect(exploration.frame() == expected.frame())
    #expect(exploration.app.record.events == expected.app.record.events)
    // While a tick is worked out, only something that happens ends the wait.
    #expect(terminal.timeouts.dropFirst().prefix(4) == [.zero, nil, .zero, nil])
  }

  @Test(arguments: [Event.key(.space), .key(.alt("x")), .resize(Size(width: 100, height: 30))])
  func `goes on from where it stood when something happens before the tick has led anywhere`(
    event: Event
  ) throws {
    let (exploration, _) = try after([
      .event(.key(.character("G"))), .event(.tick), .call, .event(.tick), .event(event),
    ])
    var expected = try opening()
    _ = expected.handle(.key(.character("G")))
    _ = expected.handle(.tick)
    _ = expected.handle(event)
    #expect(exploration.app.outcome.iteration == expected.app.outcome.iteration)
    #expect(exploration.frame() == expected.frame())
    #expect(exploration.app.record.events == expected.app.record.events)
  }

  @Test func `writes files beside the keys, and ends when they are written`() throws {
    let gate = DispatchSemaphore(value: 0)
    let written = Mutex<[String]>([])
    var exploration = Exploration(try AppState.clouds())
    var terminal = StagedTerminal(
      [.event(.key(.character("w"))), .event(.key(.enter)), .event(.key(.space))]
        + [.event(.key(.character("q"))), .does { gate.signal() }, .call])
    let status = explore(
      &exploration, on: &terminal,
      save: { format, _ in
        gate.wait()
        written.withLock { $0.append(format.fileName) }
        return .saved(format.fileName)
      }
    ) { _, _ in }
    #expect(status == 0)
    #expect(written.withLock { $0 } == ["s.json"])
    #expect(exploration.app.outcome.iteration == 1)
    #expect(terminal.frames.contains { $0.text.contains("writing s.json; keys go on meanwhile") })
  }

  @Test func `says when a file is written, whatever has happened since`() throws {
    var exploration = Exploration(try AppState.clouds())
    var terminal = StagedTerminal(
      [.event(.key(.character("w"))), .event(.key(.enter)), .call])
    _ = explore(
      &exploration, on: &terminal, save: { .saved("\($0.stem)-7.\($1.run.points.count)") }
    ) { _, _ in }
    #expect(exploration.frame().text.contains("saved s-7.120"))
  }

  @Test func `tells the user of a terminal's trouble`() throws {
    let (exploration, _) = try after([.event(.trouble("the recording ends here: no room"))])
    #expect(exploration.frame().text.contains("the recording ends here: no room"))
  }

  @Test func `stays where a file can't be written, so that its user can read why`() throws {
    var exploration = Exploration(try AppState.clouds())
    var terminal = StagedTerminal([
      .event(.key(.character("w"))), .event(.key(.enter)), .event(.key(.character("q"))), .call,
      .event(.key(.character("q"))),
    ])
    let status = explore(&exploration, on: &terminal, save: { _, _ in .failed("no room") }) {
      _, _ in
    }
    #expect(status == 0 && terminal.cues.isEmpty)
    #expect(terminal.frames.contains { $0.text.contains("no room") })
  }

  @Test func `gives a file a second where the terminal ends`() throws {
    let written = Mutex<[String]>([])
    var exploration = Exploration(try AppState.clouds())
    var terminal = StagedTerminal([.event(.key(.character("w"))), .event(.key(.enter))])
    let status = explore(
      &exploration, on: &terminal,
      save: { format, _ in
        usleep(100_000)
        written.withLock { $0.append(format.fileName) }
        return .saved(format.fileName)
      }
    ) { _, _ in }
    #expect(status == 129 && written.withLock { $0 } == ["s.json"])
  }

  @Test func `gives it that second also where another file was written before`() throws {
    let written = Mutex(0)
    var exploration = Exploration(try AppState.clouds())
    var terminal = StagedTerminal([
      .event(.key(.character("w"))), .event(.key(.enter)), .call,
      .event(.key(.character("w"))), .event(.key(.enter)),
    ])
    _ = explore(
      &exploration, on: &terminal,
      save: { format, _ in
        if written.withLock({ $0 }) > 0 { usleep(100_000) }
        written.withLock { $0 += 1 }
        return .saved(format.fileName)
      }
    ) { _, _ in }
    #expect(written.withLock { $0 } == 2)
  }

  @Test func `lets what means nothing to the run wait for a tick`() throws {
    var exploration = try opening()
    var terminal = StagedTerminal([
      .event(.key(.character("r"))), .event(.tick), .event(.key(.alt("x"))),
      .event(.mouse(MouseEvent(.wheelUp, at: .zero))), .call, .event(.tick), .call,
    ])
    _ = explore(&exploration, on: &terminal) { _, _ in }
    #expect(exploration.app.outcome.iteration == 2)
  }
}
