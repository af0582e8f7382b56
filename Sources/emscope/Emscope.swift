import ArgumentParser
import CursesTerminal

/// The program: it parses arguments, runs one subcommand, and answers with an exit status.
@main
struct Emscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emscope",
    abstract: "See the EM algorithm, one half-step at a time.", version: "1.0.0",
    subcommands: [
      Explore.self, LessonCommand.self, Replay.self, Fit.self, Restarts.self, Starts.self,
      Render.self, Datasets.self,
    ],
    defaultSubcommand: Explore.self)

  /// Runs the command on the main thread, which answers signals; others help with long work.
  ///
  /// The exit status is 1 for what goes wrong, 2 for arguments that make no sense.
  static func main() {
    nonisolated(unsafe) var command: any ParsableCommand
    do {
      command = try parseAsRoot()
    } catch {
      guard exitCode(for: error) != .success else { exit(withError: error) }
      leave(saying: message(for: error), status: 2)
    }
    do {
      if command is any AsyncParsableCommand {
        try GuardedThreads.shared.run {
          if var command = command as? any AsyncParsableCommand { try await command.run() }
        }
      } else {
        try command.run()
      }
    } catch let error as ValidationError {
      leave(saying: error.message, status: 2)
    } catch  where exitCode(for: error) == .success {
      exit(withError: error)
    } catch let code as ExitCode {
      exit(withError: code)
    } catch {
      leave(saying: "\(error)", status: 1)
    }
  }
}
