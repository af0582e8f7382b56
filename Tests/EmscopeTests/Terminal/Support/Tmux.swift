import Foundation
import Testing

/// A window of tmux, a terminal that can be asked what it shows.
final class Tmux: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let socket: String
  /// The server, started here rather than by a client: one that turns into a daemon would keep
  /// descriptors open by which Foundation's `Process` waits for the client's end.
  private let server: Pty

  /// Opens a window that runs a shell.
  init(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
    socket = "emscope-\(UUID().uuidString.prefix(8))"
    var variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin:/usr/sbin",
      "HOME": "/tmp", "PS1": "$ ", "E": try Program.url.get().path,
    ]
    variables.merge(environment) { $1 }
    let words = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    server = try Pty(
      ["tmux", "-L", socket, "-f", "/dev/null", "-D"], program: "/usr/bin/env")
    var patience = Patience(seconds: 10)
    while (try? run(["-N", "list-commands"])) == nil, patience.lasts() {
      usleep(10_000)
    }
    try run(
      ["-N", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-s", "main"]
        + ["env", "-i"] + words + ["bash", "--norc", "--noprofile"])
    // Escape sequences pass at once, and nothing but the program decides about the mouse.
    try run(["set", "-s", "escape-time", "0"])
  }

  deinit { _ = try? run(["kill-server"]) }

  /// Runs a command of tmux and answers what it prints.
  @discardableResult
  func run(_ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tmux", "-L", socket] + words
    process.environment = [
      "PATH": "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin", "LC_ALL": "C.UTF-8",
    ]
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let reason = try error.fileHandleForReading.readToEnd() ?? Data()
      throw Failure(
        description: "tmux \(words) failed (is tmux installed?): "
          + String(decoding: reason, as: UTF8.self))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The command line by which another terminal shows this window.
  var attachCommand: String { "env -u TMUX tmux -L \(socket) attach" }

  /// Presses keys of tmux's names.
  func press(_ keys: String...) throws { try run(["send-keys", "-t", "main"] + keys) }

  /// Sends text as if typed, past tmux's own handling of the mouse.
  func type(_ text: String) throws { try run(["send-keys", "-t", "main", "-l", text]) }

  /// Types a command line for the shell.
  func command(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Runs the program (`$E` in the line) and waits for its picture.
  func open(_ line: String = "$E", shows text: String = "quit") async throws {
    try command("clear; \(line); printf 'ended:%s.\\n' $?")
    try await expect(text)
  }

  /// What the window shows, blanks at the ends of lines left out.
  func screen() throws -> String { try run(["capture-pane", "-p", "-t", "main"]) }

  /// What the window shows, with its colours as escape sequences.
  func coloredScreen() throws -> String { try run(["capture-pane", "-e", "-p", "-t", "main"]) }

  /// A value of tmux's about the window, such as `alternate_on`.
  func value(_ name: String) throws -> String {
    try run(["display-message", "-p", "-t", "main", "#{\(name)}"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The process that the shell runs in the foreground.
  func program() throws -> pid_t? {
    let shell = try value("pane_pid")
    #if os(Linux)
      let children = try String(
        contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    #else
      let children = try run(["run-shell", "pgrep -P \(shell)"])
    #endif
    return children.split(whereSeparator: \.isWhitespace).last.flatMap { pid_t($0) }
  }

  func resize(columns: Int, rows: Int) throws {
    try run(["resize-window", "-t", "main", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Waits until the window shows a text.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await expect("'\(text)'", sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// Waits until what the window shows satisfies a condition.
  func expect(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ holds: (String) throws -> Bool
  ) async throws {
    var patience = Patience(seconds: 60)
    repeat {
      if try holds(screen()) { return }
      try await Task.sleep(for: .milliseconds(40))
    } while patience.lasts()
    Issue.record("no \(what) on\n\(try screen())", sourceLocation: sourceLocation)
    throw Failure(description: "no \(what)")
  }

  /// Waits for the end of the program, and expects its status and a terminal as before.
  func expectEnd(status: Int32, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await expect("ended:\(status).", sourceLocation: sourceLocation)
    for flag in ["alternate_on", "keypad_cursor_flag", "mouse_any_flag"] {
      #expect(try value(flag) == "0", "\(flag)", sourceLocation: sourceLocation)
    }
    #expect(try value("cursor_flag") == "1", sourceLocation: sourceLocation)
  }
}
