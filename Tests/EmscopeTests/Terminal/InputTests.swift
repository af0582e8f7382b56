import Foundation
import MixtureEngine
import TestSupport
import Testing

/// Whatever is typed, pasted or clicked, the program stays alive and exact.
@Suite(.waiting, .timeLimit(.minutes(10))) struct InputTests {
  @Test func `Ctrl-S doesn't freeze, and Ctrl-L repaints`() async throws {
    let pty = try Pty()
    try await pty.start()
    pty.send("\u{13}")
    let before = pty.output.count
    pty.send("\u{C}")
    try await pty.expect("repainted picture", since: before) {
      $0.contains("emscope") && $0.contains("quit")
    }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
  }

  @Test(arguments: [[], ["--no-mouse"]])
  func `a large paste is neither obeyed nor deadly`(options: [String]) async throws {
    let pty = try Pty(options)
    try await pty.start()
    let pasted = String(repeating: "q quit m M + - 0 w d n\r\t ö 日 ", count: 8000)
    pty.send("\u{1B}[200~\(pasted)\u{1B}[201~")
    try await pty.settle()
    let before = pty.output.count
    pty.send("\u{C}")
    try await pty.expect("picture", since: before) { $0.contains("iteration 0") }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `random bytes don't end the program`(seed: UInt64) async throws {
    let pty = try Pty(
      ["-c", "cd \"$F\"; exec \"$E\""], program: "/bin/sh",
      environment: ["E": try Program.url.get().path, "F": try temporaryFolder().path])
    try await pty.start()
    // Without what suspends or quits on purpose: Ctrl-C, Ctrl-Z, Ctrl-\, q and Q.
    let alphabet = (UInt8(0)...255).filter { ![3, 26, 28, 81, 113].contains($0) }
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let bytes = (0..<100).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      pty.send(bytes)
      try await pty.settle(milliseconds: 20)
    }
    pty.send([3])
    #expect(try await pty.waitForEnd() == .status(130))
    pty.expectRestored()
  }

  @Test func `escape sequences may arrive in pieces`() async throws {
    let tmux = try Tmux()
    try await tmux.open()
    for piece in ["\u{1B}[<0;4", "0;1", "0M", "\u{1B}[<0;40;10", "m", "\u{1B}[<64;4", "0;10M"] {
      try tmux.type(piece)
      try await Task.sleep(for: .milliseconds(60))
    }
    try tmux.press("Escape", "Space")
    try await tmux.expect("iteration 1")
    try tmux.press("q")
    try await tmux.expectEnd(status: 0)
  }

  @Test(arguments: ["screen", "linux", "xterm-256color", "rxvt"])
  func `keys of other terminals and late answers do nothing`(type: String) async throws {
    let pty = try Pty(environment: ["TERM": type])
    try await pty.start()
    for sequence in [
      "\u{1B}[1;5D", "\u{1B}Od", "\u{1B}]11;rgb:5555/mmmm/5555\u{1B}\\", "\u{1B}P>|xmq(5)\u{1B}\\",
      "\u{1B}q", "\u{1B}5", "\u{1B}[?1;2c",
    ] {
      pty.send(sequence)
      try await pty.settle(milliseconds: 60)
    }
    let before = pty.output.count
    pty.send("\u{C}")
    try await pty.expect("picture", since: before) {
      $0.contains("iteration 0") && $0.contains("seed 1") && $0.contains("K=2")
    }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
  }

  @Test func `a paste without its end mark leaves the keyboard alive`() async throws {
    let pty = try Pty()
    try await pty.start()
    pty.send("\u{1B}[200~q quit m")
    try await Task.sleep(for: .milliseconds(1500))
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
  }

  @Test func `presses, drags and the wheel are told with their exact cells`() async throws {
    let folder = try temporaryFolder().path
    let tmux = try Tmux(columns: 240, rows: 50)
    try await tmux.open("cd \(folder) && $E")
    #expect(try tmux.value("mouse_sgr_flag") == "1")
    for report in ["0;236;7M", "32;230;9M", "0;230;9m", "64;80;20M", "65;1;50M"] {
      try tmux.type("\u{1B}[<\(report)")
    }
    let session = try await savedSession(tmux, in: folder)
    for event in [
      "mouse press-left 235,6", "mouse drag-left 229,8", "mouse release-left 229,8",
      "mouse wheel-up 79,19", "mouse wheel-down 0,49",
    ] {
      #expect(session.contains(event), "\(event) in \(session)")
    }
  }

  @Test func `under a tmux that takes the mouse itself, the program gets it all the same`()
    async throws
  {
    let folder = try temporaryFolder().path
    let inner = try Tmux(columns: 240, rows: 50)
    let outer = try Tmux(columns: 240, rows: 50)
    try inner.run(["set", "-g", "mouse", "on"])
    try inner.run(["set", "-g", "status", "off"])
    try await inner.open("cd \(folder) && $E")
    try outer.command(inner.attachCommand)
    try await outer.expect("quit")
    for report in ["0;236;7M", "32;230;9M", "0;230;9m", "64;80;20M"] {
      try outer.type("\u{1B}[<\(report)")
      try await Task.sleep(for: .milliseconds(50))
    }
    let session = try await savedSession(inner, in: folder)
    for event in [
      "mouse press-left 235,6", "mouse drag-left 229,8", "mouse release-left 229,8",
      "mouse wheel-up 79,19",
    ] {
      #expect(session.contains(event), "\(event) in \(session)")
    }
  }

  /// Saves the session by keys and reads the file.
  private func savedSession(_ tmux: Tmux, in folder: String) async throws -> String {
    try tmux.press("w")
    try await tmux.expect("to play again")
    try tmux.press("Enter")
    var patience = Patience(seconds: 20)
    while patience.lasts() {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      if let file = files.first(where: { !$0.hasPrefix(".") }) {
        return try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("no session was saved; the screen is\n\(try tmux.screen())")
    return ""
  }
}
