import ArgumentParser
import CursesTerminal
import Explorer
import MixtureData
import TerminalCanvas

/// Plays a saved session.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a session that was saved with w.",
    discussion: """
      It plays by itself, at any size: space and ← step through it, r runs and pauses, Esc goes on \
      exploring from there. With --check nothing is shown; the numbers are computed again and \
      compared.
      """)

  @Argument(help: "The session's file.", completion: .file())
  var file: String

  @Flag(help: "Compute the session again and compare its numbers.")
  var check = false

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let session = try SavedSession(file)
    guard !check else {
      return try report(
        session.differences(from: GuardedThreads.shared.run { try await session.end() }))
    }
    let states = try GuardedThreads.shared.run { try await session.states() }
    if session.readsStandardInput { StandardInput.backToTerminal() }
    let isOther = !session.differences(from: states[states.count - 1]).isEmpty
    try screen.show(titled: "emscope \(file)") { _, capabilities in
      Exploration(
        playing: states, with: capabilities,
        remark: isOther ? "the numbers are not those that were saved: --check says how" : nil)
    }
  }

  private func report(_ differences: [String]) throws {
    guard differences.isEmpty else {
      throw CommandError("\(file.harmless): " + differences.joined(separator: "; ") + ".")
    }
    try StandardOutput.write("\(file.harmless): the same numbers.\n")
  }
}
