import MixtureEngine
import Synchronization
import TerminalCanvas
import Testing

@testable import Explorer

/// The keys of the command line.
@Suite struct `Keys that come first` {
  private typealias Cue = StagedTerminal.Cue

  private func after(
    _ keys: [Key], _ cues: [Cue], points: Int = 100, status: Int32 = 129,
    stopping: StoppingRule = StoppingRule()
  ) throws -> (Exploration, StagedTerminal) {
    var exploration = Exploration(
      try AppState(
        data: .clouds(of: points), recipe: RunRecipe(components: 6, stopping: stopping),
        catalogue: .clouds))
    var terminal = StagedTerminal(cues)
    let ended = explore(
      &exploration, on: &terminal, pressing: keys,
      save: { _, _ in
        Issue.record("a file is written")
        return .failed("")
      }
    ) { effect, _ in Issue.record("\(effect) is performed") }
    #expect(ended == status)
    return (exploration, terminal)
  }

  @Test(arguments: View.all.filter { $0.work != nil })
  func `a view that works is drawn before its work is done`(view: View) throws {
    let (exploration, terminal) = try after(view.openingKeys, [])
    #expect(exploration.app.view == view)
    let first = try #require(terminal.frames.first)
    #expect(!first.text.contains("are done"))
    #expect(terminal.frames.count == 1)
  }

  @Test func `work that they began stops at a key, and is left at q`() throws {
    let keys = [Key.character("5")]
    let (stopped, terminal) = try after(keys, [.event(.key(.escape))])
    #expect(stopped.app.presentWork == nil)
    #expect(terminal.frames.last?.text.contains("r goes on") == true)
    _ = try after(keys, [.event(.key(.escape)), .event(.key(.character("q")))], status: 0)
  }

  @Test func `each waits for the one before, and somebody's own key takes over`() throws {
    let keys = [Key.character("G"), .character("5")]
    let ticks = Array(repeating: [Cue.event(.tick), .call], count: 100).joined()
    let (ended, _) = try after(keys, Array(ticks))
    #expect(ended.app.view == .restarts && ended.app.outcome.iteration > 3)
    let (taken, _) = try after(
      keys, [.event(.key(.space))], points: 500, stopping: StoppingRule(tolerance: 0))
    #expect(taken.app.view != .restarts && taken.app.session.pace != .toEnd)
  }

  @Test func `none writes a file, ends the program or puts it to sleep`() throws {
    let (exploration, terminal) = try after(
      [.character("w"), .enter, .control("z"), .character("q"), .space], [])
    #expect(exploration.app.outcome.iteration == 1)
    #expect(terminal.frames.count == 1)
  }

  @Test func `where there are many points, they are heard over as well`() throws {
    let (exploration, _) = try after(
      [.space, .space], [.call, .call], points: 3_000)
    #expect(exploration.app.outcome.iteration == 2)
  }
}
