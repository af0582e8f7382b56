import Foundation
import TestSupport
import Testing

/// Without a terminal that can be drawn on, there is one clear line and nothing else.
@Suite(.waiting, .timeLimit(.minutes(10))) struct RefusedTerminalTests {
  @Test(
    arguments: [
      "</dev/null", ">out.txt", "| cat >out.txt; (exit ${PIPESTATUS[0]})", "<&-", ">&-",
      "<&- >&-", "<&- >&- 2>&-",
    ])
  func `redirected or closed descriptors are refused`(redirection: String) async throws {
    let folder = try temporaryFile("out.txt", "").dropLast("/out.txt".count)
    let tmux = try Tmux()
    try tmux.command("cd \(folder); clear")
    try await tmux.open("$E \(redirection)", shows: "ended:1.")
    let screen = try tmux.screen()
    #expect(screen.contains("emscope: ") == !redirection.contains("2>&-"))
    #expect(screen.contains("without redirecting") == !redirection.contains("2>&-"))
    #expect(try String(contentsOfFile: "\(folder)/out.txt", encoding: .utf8) == "")
    try await tmux.expectEnd(status: 1)
  }

  @Test(
    arguments: [("", "TERM is empty"), ("dumb", "can't place"), ("nonsense", "unknown here")])
  func `a terminal that isn't named or can't be used is refused`(type: String, reason: String)
    async throws
  {
    let pty = try Pty(environment: ["TERM": type])
    #expect(try await pty.waitForEnd() == .status(1))
    #expect(!pty.text.contains("\u{1B}"))
    #expect(pty.text.split(separator: "\r\n").count == 1 && pty.text.contains(reason))
    #expect(pty.modesAreRestored)
  }

  @Test(arguments: ["xterm-kitty", "foot", "alacritty", "xterm-ghostty", "tmux-direct"])
  func `a modern terminal without a description runs`(type: String) async throws {
    let pty = try Pty(environment: ["TERM": type])
    try await pty.start()
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    pty.expectRestored()
  }

  @Test func `help and version never touch the terminal`() async throws {
    for option in ["--help", "--version"] {
      let pty = try Pty([option], environment: ["TERM": "nonsense"])
      #expect(try await pty.waitForEnd() == .status(0))
      #expect(!pty.text.contains("\u{1B}"))
    }
  }
}
