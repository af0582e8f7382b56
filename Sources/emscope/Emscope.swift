import ArgumentParser
import CTerminalGuard
import CursesTerminal
import MixtureData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program: it parses arguments, runs one subcommand, and answers with an exit status.
@main
struct Emscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emscope",
    abstract: "See the EM algorithm, one half-step at a time.", version: "1.0.0",
    subcommands: [
      Explore.self, LessonCommand.self, Replay.self, Fit.self, Restarts.self, Starts.self,
      Escape.self, Render.self, Tell.self, Datasets.self, Manual.self,
    ],
    defaultSubcommand: Explore.self)

  /// The names of all subcommands, the hidden ones, too.
  static var commandNames: [String] {
    configuration.subcommands.map { $0._commandName } + ["help"]
  }

  /// Runs the command on the main thread, which answers signals; others help with long work.
  ///
  /// How it ends, ``ExitStatus`` says.
  static func main() {
    StandardOutput.keepClosed()
    terminal_guard_watch_program("emscope")
    nonisolated(unsafe) var command: any ParsableCommand
    do {
      // The most usual start needs no look at all the subcommands, which takes some milliseconds.
      command = CommandLine.argc > 1 ? try parseAsRoot() : try Explore.parse([])
    } catch {
      guard exitCode(for: error) != .success else { answer(with: error) }
      let command = MisspelledCommand(CommandLine.arguments.dropFirst())
      leave(saying: command?.suggestion ?? message(for: error), status: .misuse)
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
      leave(saying: error.message, status: .misuse)
    } catch let code as ExitCode {
      end(code.rawValue)
    } catch  where exitCode(for: error) == .success {
      answer(with: error)
    } catch let error as DataError {
      leave(saying: MisspelledCommand(error)?.suggestion ?? error.description, status: .failure)
    } catch {
      leave(saying: "\(error)", status: .failure)
    }
  }

  /// Prints what the user asked for in the place of a run, such as the help.
  private static func answer(with request: any Error) -> Never {
    // For a command that there isn't the parser prints the help of the program.
    let words = CommandLine.arguments.dropFirst()
    if words.first == "help", let command = MisspelledCommand(words.dropFirst()) {
      leave(saying: command.sentence, status: .misuse)
    }
    do {
      try StandardOutput.write(CompletionScript.completed(fullMessage(for: request)) + "\n")
    } catch {
      leave(saying: "\(error)", status: .failure)
    }
    end(ExitStatus.success.rawValue)
  }
}

/// Ends the process; commands have an `exit` of their own, which hides the system's.
private func end(_ status: Int32) -> Never { exit(status) }
