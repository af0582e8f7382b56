import Foundation
import MixtureEngine
import TestSupport
import Testing

/// Whatever the program is doing, it listens.
@Suite(.waiting, .timeLimit(.minutes(10))) struct HeardTests {
  /// A file of points in eight clouds.
  private func points(_ count: Int) throws -> String {
    var generator = SeededGenerator(seed: 3)
    let rows = (0..<count).map { n in
      let (x, y) = (Double(n % 8) * 3 + generator.normal(), Double(n % 3) * 4 + generator.normal())
      return "\(x),\(y)"
    }
    return try temporaryFile("big.csv", "x,y\n" + rows.joined(separator: "\n") + "\n")
  }

  /// A run to an end that never comes.
  private func endless() async throws -> Pty {
    let pty = try Pty([
      try points(20_000), "-k", "8", "--tolerance", "0", "--iterations", "1000000000",
    ])
    try await pty.start()
    pty.send("G")
    try await pty.expect("iterations") { $0.contains("any key stops") }
    return pty
  }

  @Test func `a run to the end stops at a key, where it stands`() async throws {
    let pty = try await endless()
    let before = pty.output.count
    pty.send(" ")
    try await pty.expect("stop", since: before) { $0.contains("stopped at iteration") }
    try await pty.settle()
    let stopped = pty.output.count
    try await Task.sleep(for: .milliseconds(300))
    pty.collect(for: 10)
    #expect(pty.output.count == stopped)
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
  }

  @Test(arguments: ["q", "\u{3}"])
  func `a run to the end ends with the program`(key: String) async throws {
    let pty = try await endless()
    pty.send(key)
    #expect(try await pty.waitForEnd(seconds: 20) == .status(key == "q" ? 0 : 130))
    pty.expectRestored()
  }

  /// Each report is a picture of six plots, which takes longer than the next report.
  @Test func `figure 1 ends with the program while its run goes on`() async throws {
    let pty = try Pty([
      try points(20_000), "-k", "8", "--tolerance", "0", "--iterations", "1000000000", "--keys",
      "8",
    ])
    try await pty.start()
    try await pty.expect("iterations") { $0.contains("any key stops") }
    pty.send("q")
    #expect(try await pty.waitForEnd(seconds: 20) == .status(0))
  }

  @Test func `help opens over a run to the end`() async throws {
    let pty = try await endless()
    let before = pty.output.count
    pty.send("?")
    try await pty.expect("help", since: before) { $0.contains("Keys") }
  }

  @Test func `a step over many points is said, given up and left at a key`() async throws {
    let window = try Tmux()
    try await window.open("$E \(try points(20_000)) -k 8 --model student-t")
    try window.type(String(repeating: "n", count: 250))
    try await window.expect("keys wait   Esc gives it up")
    try window.type("?")
    try await window.expect("─ Keys ─")
    try window.type("?")
    try await window.expect("keys wait   Esc gives it up")
    try window.press("Escape")
    try await window.expect("given up: all is as it was before")
    try window.type("nq")
    try await window.expect("ended:0.")
  }

  @Test func `a terminal that is gone ends a run to the end, even with SIGHUP ignored`()
    async throws
  {
    let shell = try Pty(
      [
        "-c",
        "trap '' HUP; exec \"$E\" \"$D\" -k 8 --tolerance 0 --iterations 1000000000",
      ], program: "/bin/sh",
      environment: ["E": try Program.url.get().path, "D": try points(20_000)])
    try await shell.start()
    shell.send("G")
    try await shell.expect("iterations") { $0.contains("any key stops") }
    shell.hangUp()
    #expect(try await shell.waitForEnd(seconds: 20, reads: false) == .status(128 + SIGHUP))
  }

  @Test(arguments: ["~", " ", "\u{1B}[C"])
  func `a flood of keys is taken in linear time`(key: String) async throws {
    let pty = try Pty()
    try await pty.start()
    pty.send(String(repeating: key, count: 60_000))
    pty.send("q")
    #expect(try await pty.waitForEnd(seconds: 180) == .status(0))
  }

  #if os(Linux)
    /// As somebody who may have no second thread; root may have any number, and is somebody else.
    private func withoutThreads(_ arguments: String) throws -> Pty {
      let folder = try temporaryFolder()
      let program = folder.appending(path: "emscope")
      try FileManager.default.copyItem(at: Program.url.get(), to: program)
      for path in [folder.path, program.path] { chmod(path, 0o755) }
      let words = ["/bin/bash", "-c", "cd / && ulimit -u 1 && exec \"$E\" \(arguments)"]
      let other = getuid() == 0 ? ["setpriv", "--reuid=65534", "--clear-groups"] : []
      return try Pty(other + words, program: "/usr/bin/env", environment: ["E": program.path])
    }

    @Test(arguments: ["5", "6", "r", "G"])
    func `keys are heard where there is no thread to be had`(view: String) async throws {
      let pty = try withoutThreads("-k 4")
      try await pty.start()
      pty.send(view)
      try await pty.settle()
      let before = pty.output.count
      pty.send("?")
      try await pty.expect("help", since: before) { $0.contains("Esc") && $0.contains("Keys") }
      pty.send("\u{1B}")
      try await pty.settle()
      pty.send("q")
      #expect(try await pty.waitForEnd() == .status(0))
      pty.expectRestored()
    }

    @Test(arguments: ["fit", "restarts --runs 5", "lesson", "render", "lesson bound --check"])
    func `commands do their work where there is no thread to be had`(line: String) async throws {
      let pty = try withoutThreads(line)
      #expect(try await pty.waitForEnd() == .status(0))
      #expect(!pty.output.isEmpty)
    }
  #endif
}
