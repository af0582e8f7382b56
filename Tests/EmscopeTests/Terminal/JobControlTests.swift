import Foundation
import TestSupport
import Testing

/// The program stops and goes on as shells expect.
@Suite(.waiting, .timeLimit(.minutes(10))) struct JobControlTests {
  @Test func `Ctrl-Z, another size, fg, and arrows work as before`() async throws {
    let tmux = try Tmux()
    try await tmux.open()
    try tmux.press("C-z")
    try await tmux.expect("Stopped")
    #expect(try tmux.value("alternate_on") == "0" && tmux.value("mouse_any_flag") == "0")
    try tmux.resize(columns: 100, rows: 30)
    try tmux.command("fg; printf 'ended:%s.\\n' $?")
    try await tmux.expect("log-likelihood")
    #expect(try tmux.value("mouse_any_flag") == "1" && tmux.value("cursor_flag") == "0")
    try tmux.press("Right", "Right", "Left")
    try await tmux.expect("iteration 1")
    try tmux.press("q")
    try await tmux.expectEnd(status: 0)
  }

  @Test func `a stopped program sent to the background waits for its terminal`() async throws {
    let tmux = try Tmux()
    try await tmux.open()
    try tmux.press("C-z")
    try await tmux.expect("Stopped")
    try tmux.command("clear; bg; sleep 0.3; jobs")
    try await tmux.expect("a stopped job") { $0.contains("Stopped") }
    #expect(try tmux.value("alternate_on") == "0")
    try tmux.command("fg; printf 'ended:%s.\\n' $?")
    try await tmux.expect("log-likelihood")
    try tmux.press("Right")
    try await tmux.expect("iteration 1")
    try tmux.press("q")
    try await tmux.expectEnd(status: 0)
  }

  @Test(arguments: ["", "bg; sleep 0.3; "])
  func `a stopped program is ended by kill, and leaves the shell's screen alone`(first: String)
    async throws
  {
    let tmux = try Tmux()
    try await tmux.open()
    try tmux.press("C-z")
    try await tmux.expect("Stopped")
    try tmux.command("clear; \(first)kill %1; sleep 0.5; jobs; echo over")
    try await tmux.expect("over")
    try tmux.command("echo; jobs; echo \"left:$(jobs | wc -l)\"")
    try await tmux.expect("left:0")
    #expect(try tmux.value("alternate_on") == "0")
  }

  @Test func `a program that kill -STOP has stopped is ended by kill, too`() async throws {
    let tmux = try Tmux()
    try await tmux.open()
    let identifier = try #require(try tmux.program())
    kill(identifier, SIGSTOP)
    try await tmux.expect("Stopped")
    try tmux.command("kill %1; sleep 0.5; jobs")
    try await tmux.expect("the shell's screen") { !$0.contains("log-likelihood") }
    try tmux.command("clear; echo \"left:$(jobs | wc -l)\"")
    try await tmux.expect("left:0")
    #expect(try tmux.value("alternate_on") == "0")
  }

  @Test func `a program started in the background waits for its terminal`() async throws {
    let tmux = try Tmux()
    try tmux.command("clear; $E &")
    try await Task.sleep(for: .milliseconds(500))
    try tmux.command("jobs")
    try await tmux.expect("Stopped")
    #expect(try tmux.value("alternate_on") == "0")
    try tmux.command("fg; printf 'ended:%s.\\n' $?")
    try await tmux.expect("log-likelihood")
    try tmux.press("Right")
    try await tmux.expect("iteration 1")
    try tmux.press("q")
    try await tmux.expectEnd(status: 0)
  }

  @Test func `after kill -STOP and fg the picture and the keys are whole`() async throws {
    let tmux = try Tmux()
    try await tmux.open()
    let identifier = try #require(try tmux.program())
    kill(identifier, SIGSTOP)
    try await tmux.expect("Stopped")
    try tmux.command("fg; printf 'ended:%s.\\n' $?")
    try await tmux.expect("log-likelihood")
    try tmux.press("Right")
    try await tmux.expect("iteration 1")
    try await tmux.expect("no remains of the shell") { !$0.contains("Stopped") }
    try tmux.press("q")
    try await tmux.expectEnd(status: 0)
  }

  @Test func `where no shell could continue the program, Ctrl-Z leaves a working screen`()
    async throws
  {
    let pty = try Pty()
    try await pty.start()
    for _ in 0..<2 {
      let before = pty.output.count
      pty.send("\u{1A}")
      try await pty.expect("picture", since: before) { $0.contains("quit") }
      try await pty.settle()
      let modes = String(decoding: pty.output.dropFirst(before), as: UTF8.self)
      for mode in ["\u{1B}[?1049h", "\u{1B}[?1002h", "\u{1B}[?2004h"] {
        #expect(modes.contains(mode))
      }
      let shown = pty.output.count
      pty.send("\u{1B}OC")
      try await pty.expect("step", since: shown) { !$0.isEmpty }
    }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    pty.expectRestored()
  }
}
