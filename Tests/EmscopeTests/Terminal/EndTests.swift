import Foundation
import MixtureEngine
import TestSupport
import Testing

/// However the program ends, its terminal is as it was.
@Suite(.waiting, .timeLimit(.minutes(10))) struct EndTests {
  @Test(arguments: [("q", 0), ("\u{3}", 130), ("\u{1C}", 131)] as [(String, Int32)])
  func `keys that leave restore the terminal and have their status`(key: String, status: Int32)
    async throws
  {
    let pty = try Pty()
    try await pty.start()
    pty.send(key)
    #expect(try await pty.waitForEnd() == .status(status))
    pty.expectRestored()
  }

  @Test(arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM])
  func `signals that ask to quit restore the terminal and have their status`(signal: Int32)
    async throws
  {
    let pty = try Pty()
    try await pty.start()
    pty.signal(signal)
    #expect(try await pty.waitForEnd() == .status(128 + signal))
    pty.expectRestored()
  }

  #if os(Linux)
    @Test(arguments: [
      SIGXCPU, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPIPE, SIGIO, SIGPWR, SIGSTKFLT, 36,
      63,
    ])
    func `any other signal that ends a process restores the terminal first`(signal: Int32)
      async throws
    {
      let pty = try Pty()
      try await pty.start()
      pty.signal(signal)
      #expect(try await pty.waitForEnd() == .signal(signal))
      pty.expectRestored()
    }

    @Test(arguments: [["lesson"], ["fit"], ["restarts", "--runs", "2000"], ["render"]])
    func `the quit key ends a command without a screen at once`(line: [String]) async throws {
      for milliseconds in [0, 1, 2, 4, 8, 16, 32] {
        let pty = try Pty(line)
        pty.collect(for: Int32(milliseconds))
        pty.send("\u{1C}")
        let end = try await pty.waitForEnd(seconds: 20)
        #expect(end == .signal(SIGQUIT) || end == .status(0))
        #expect(!pty.text.contains("backtrace") && !pty.text.contains("debugger"))
      }
    }
  #endif

  @Test(arguments: 0..<40, FuzzSeed.usual(1))
  func `a signal at any instant of the start leaves nothing behind`(number: Int, seed: UInt64)
    async throws
  {
    let signal = [SIGHUP, SIGINT, SIGQUIT, SIGTERM][number % 4]
    let pty = try Pty()
    pty.collect(for: Int32(number) * 2)
    var generator = SeededGenerator(seed: seed &+ UInt64(number))
    try await Task.sleep(for: .microseconds(Int.random(in: 0..<20_000, using: &generator)))
    pty.signal(signal)
    let end = try await pty.waitForEnd()
    // Before the handlers are there, the signal's own action ends the program.
    #expect(end == .status(128 + signal) || end == .signal(signal))
    #expect(end == .status(128 + signal) || !pty.text.contains("\u{1B}"))
    pty.expectRestored("after \(end)")
  }

  @Test(
    arguments: [
      ("fatal", SIGILL, "Fatal error: a fault made on purpose"),
      ("precondition", SIGILL, "crashed"), ("index", SIGILL, "crashed"),
      ("unwrap", SIGILL, "crashed"), ("overflow", SIGILL, "crashed"),
      ("stack", SIGSEGV, "exhausted stack"), ("segv", SIGSEGV, "invalid memory access"),
      ("abort", SIGABRT, "abort"), ("workersStack", SIGSEGV, "exhausted stack"),
      ("workersIndex", SIGILL, "crashed"),
    ] as [(String, Int32, String)])
  func `a crash restores the terminal and says what happened`(
    fault: String, signal: Int32, message: String
  ) async throws {
    let pty = try Pty(environment: ["EMSCOPE_FAULT": fault])
    try await pty.start()
    pty.send("\u{C}")
    let end = try await pty.waitForEnd()
    #expect(end == .signal(signal) || (signal == SIGILL && end == .signal(SIGTRAP)))
    pty.expectRestored()
    let last = try #require(pty.text.components(separatedBy: "\u{1B}[?1049l").last)
    #expect(last.contains("emscope: crashed (") && last.contains(message))
  }

  @Test(arguments: 0..<12)
  func `nothing is drawn after a crash, whoever is drawing`(number: Int) async throws {
    let pty = try Pty(
      ["-k", "4"], size: (200, 60),
      environment: ["EMSCOPE_FAULT": number % 2 == 0 ? "workersIndex" : "workersStack"])
    try await pty.start()
    // The screen's thread is busy drawing when the other one crashes.
    pty.send(
      String(repeating: " ", count: 5 * number) + "\u{C}" + String(repeating: " ", count: 40))
    _ = try await pty.waitForEnd()
    pty.expectRestored()
    let last = try #require(pty.text.components(separatedBy: "\u{1B}[?1049l").last)
    let rest = last.drop { $0 != "e" }
    #expect(rest.hasPrefix("emscope: crashed (") && !rest.contains("\u{1B}"), "\(last)")
  }

  @Test func `a program that hangs ends at the second signal`() async throws {
    let pty = try Pty(environment: ["EMSCOPE_FAULT": "hang"])
    try await pty.start()
    pty.send("\u{C}")
    try await pty.settle()
    pty.signal(SIGTERM)
    try await Task.sleep(for: .milliseconds(100))
    pty.signal(SIGTERM)
    // The alarm would end it later.
    #expect(pty.ends(within: 1.2))
    #expect(try await pty.waitForEnd() == .status(128 + SIGTERM))
    pty.expectRestored()
  }

  @Test func `a program that hangs ends within two seconds of one signal`() async throws {
    let pty = try Pty(environment: ["EMSCOPE_FAULT": "hang"])
    try await pty.start()
    pty.send("\u{C}")
    try await pty.settle()
    pty.signal(SIGTERM)
    #expect(pty.ends(within: 2.5))
    #expect(try await pty.waitForEnd() == .status(128 + SIGTERM))
    pty.expectRestored()
  }

  @Test func `a frozen terminal can't keep the program`() async throws {
    let pty = try Pty(size: (200, 60))
    try await pty.start()
    // Each repaint is larger than what a terminal holds back for a reader that has stopped.
    for _ in 0..<20 { pty.send("\u{C}") }
    try await Task.sleep(for: .milliseconds(500))
    pty.signal(SIGTERM)
    #expect(pty.ends(within: 2.5, reads: false))
    #expect(try await pty.waitForEnd(reads: false) == .status(128 + SIGTERM))
    #expect(pty.modesAreRestored)
  }

  @Test func `a terminal that is gone ends the program, even with SIGHUP ignored`() async throws {
    let shell = try Pty(
      ["-c", "trap '' HUP; exec \"$E\""], program: "/bin/sh",
      environment: ["E": try Program.url.get().path])
    try await shell.start()
    shell.hangUp()
    #expect(try await shell.waitForEnd(reads: false) == .status(128 + SIGHUP))
  }
}
