import Foundation
import TestSupport
import Testing

/// What `w` writes into the present folder.
@Suite(.waiting, .timeLimit(.minutes(10))) struct `Saving with w` {
  @Test func `that fails has its reason on the screen, and leaves nothing`() async throws {
    let folder = try temporaryFolder()
    let pty = try Pty(in: folder, "ulimit -f 1; exec $emscope old-faithful")
    try await pty.start()
    pty.send("w")
    try await pty.settle()
    pty.send("\u{1B}OB\u{1B}OB\r")
    try await pty.expect("the reason") {
      $0.contains("can't write emscope-screen.") && $0.contains("File too large.")
    }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `gives each of several programs a name of its own`() async throws {
    let folder = try temporaryFolder()
    var terminals: [Pty] = []
    for _ in 0..<8 { terminals.append(try Pty(in: folder, "exec $emscope old-faithful")) }
    for pty in terminals { try await pty.start() }
    for pty in terminals { pty.send("w\r") }
    for pty in terminals {
      try await pty.expect("the name") { $0.contains("saved emscope-session") }
      pty.send("q")
      #expect(try await pty.waitForEnd() == .status(0))
    }
    let names = (1...8).map { $0 == 1 ? "emscope-session.json" : "emscope-session-\($0).json" }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names.sorted())
  }
}
