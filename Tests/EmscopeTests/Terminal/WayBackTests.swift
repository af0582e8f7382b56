import Foundation
import MixtureEngine
import TestSupport
import Testing

/// The command that leads back, and the keys to open with.
@Suite(.waiting, .timeLimit(.minutes(10))) struct WayBackTests {
  @Test func `opens where keys lead, and none of them writes a file`() async throws {
    let window = try Tmux()
    try await window.open(
      "cd \(try temporaryFolder().path); $E iris -k 3 --keys 'Space Space m w Enter'")
    try await window.expect("k-means K=3")
    try window.type("q")
    try await window.expect("ended:0.")
    try window.command("clear; ls | wc -l")
    try await window.expect("0")
  }

  @Test(arguments: ["choice-of-k", "rules", "restarts", "basins"])
  func `a view that works is drawn at once, and heard`(view: String) async throws {
    var generator = SeededGenerator(seed: 3)
    let rows = (0..<40_000).map { n in
      "\(Double(n % 5) * 3 + generator.normal()),\(Double(n % 3) * 4 + generator.normal())\n"
    }
    let file = try temporaryFile("big.csv", "x,y\n" + rows.joined())
    let window = try Tmux()
    try await window.open("$E \(file) -k 5 --view \(view)", shows: "any key stops")
    try window.press("C-z")
    try await window.expect("Stopped")
    try window.command("fg; printf 'ended:%s.\\n' $?")
    try await window.expect("any key stops")
    try window.press("Escape")
    try await window.expect("r goes on")
    try window.type("q")
    try await window.expectEnd(status: 0)
  }

  @Test func `prints the command that leads back, which does`() async throws {
    let window = try Tmux(columns: 120, rows: 30)
    try await window.open("$E iris -k 3 --seed 7 --tolerance 0.01 --print-command")
    try window.type("  eG")
    try await window.expect("converged")
    let before = try window.run(["capture-pane", "-p", "-t", "main"]).split(separator: "\n")
    try window.type("q")
    try await window.expect(
      "emscope iris -k 3 --seed 7 --tolerance 0.01 --keys 'Space Space e G'")
    try await window.expect("ended:0.")
    try await window.open("$E iris -k 3 --seed 7 --tolerance 0.01 --keys 'Space Space e G'")
    try await window.expect("converged")
    let again = try window.run(["capture-pane", "-p", "-t", "main"]).split(separator: "\n")
    #expect(again.prefix(28) == before.prefix(28))
  }

  @Test func `copies the command by OSC 52`() async throws {
    let pty = try Pty(["iris", "-k", "3"])
    try await pty.start()
    pty.send(" w")
    try await pty.expect("menu") { $0.contains("command") }
    pty.send("\u{1B}OF\r")
    let command = Data("emscope iris -k 3 --keys Space".utf8).base64EncodedString()
    try await pty.expect("copy") { $0.contains("\u{1B}]52;c;\(command)\u{7}") }
    pty.send("qq")
    #expect(try await pty.waitForEnd() == .status(0))
    pty.expectRestored()
  }

  @Test func `prints the steps that a run took by itself`() async throws {
    let window = try Tmux(columns: 120, rows: 30)
    try await window.open("$E iris -k 3 --tolerance 0 --iterations 100000 --print-command")
    try window.type("r")
    try await window.expect("second iteration, or a later one") { screen in
      screen.firstMatch(of: /iteration (\d+)/).flatMap { Int($0.1) } ?? 0 >= 2
    }
    try window.type("rq")
    try await window.expect("--iterations 100000 --keys 'Space Space")
  }

  @Test func `says why no command leads to what the mouse did`() async throws {
    let pty = try Pty(["iris", "-k", "3", "--print-command"])
    try await pty.start()
    pty.send("\u{1B}[<64;20;10M q")
    #expect(try await pty.waitForEnd() == .status(0))
    try await pty.expect("reason") {
      $0.contains("# No command leads here, as the mouse was used")
    }
  }
}
