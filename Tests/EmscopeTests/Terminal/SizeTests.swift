import Foundation
import MixtureEngine
import TestSupport
import Testing

/// The picture fits any window, at once and after each change.
@Suite(.waiting, .timeLimit(.minutes(10))) struct SizeTests {
  @Test func `80 by 24 is complete, and equals what render prints`() async throws {
    let tmux = try Tmux()
    try await tmux.open()
    try tmux.press("Space", "e")
    try await tmux.expect("next: M")
    let rendered = try emscope("render", "--keys", "Space e", "--size", "80x24").output
    #expect(try lines(tmux.screen()) == lines(rendered))
  }

  @Test(arguments: [(39, 11), (20, 5), (1, 1)])
  func `a window that is too small says so, recovers, and can be left`(columns: Int, rows: Int)
    async throws
  {
    let tmux = try Tmux()
    try await tmux.open()
    try tmux.resize(columns: columns, rows: rows)
    try await tmux.expect("another picture") { !$0.contains("log-likelihood") }
    if columns > 1 { #expect(try tmux.screen().contains { $0.isLetter }) }
    try tmux.resize(columns: 80, rows: 24)
    try await tmux.expect("log-likelihood")
    try tmux.resize(columns: columns, rows: rows)
    try await tmux.expect("another picture") { !$0.contains("log-likelihood") }
    try tmux.press("q")
    try await Task.sleep(for: .milliseconds(500))
    try tmux.resize(columns: 80, rows: 24)
    try await tmux.expectEnd(status: 0)
  }

  @Test func `500 by 150 is filled`() async throws {
    let tmux = try Tmux(columns: 500, rows: 150)
    try await tmux.open()
    let rows = lines(try tmux.screen())
    #expect(rows.count > 140 && (rows.map(\.count).max() ?? 0) > 480)
    let filled = rows.filter { !$0.allSatisfy { $0 == " " || $0 == "│" } }
    #expect(filled.count > 100, "\(filled.count) rows")
  }

  @Test func `a window without a size gets 80 by 24`() async throws {
    let pty = try Pty(size: (0, 0))
    try await pty.start()
    // The scrolling region is set to all rows.
    #expect(pty.text.contains("\u{1B}[1;24r"))
    #expect(!pty.text.contains("\u{1B}[25;"))
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
  }

  @Test func `LINES and COLUMNS don't win over the true size`() async throws {
    let tmux = try Tmux(columns: 100, rows: 30)
    try await tmux.open("LINES=10 COLUMNS=40 $E")
    let rendered = try emscope("render", "--size", "100x30").output
    #expect(try lines(tmux.screen()) == lines(rendered))
  }

  @Test(arguments: FuzzSeed.usual(1))
  func `after three hundred random sizes the last picture is right`(seed: UInt64) async throws {
    let tmux = try Tmux(columns: 80, rows: 24)
    try await tmux.open()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      try tmux.resize(
        columns: .random(in: 2...220, using: &generator),
        rows: .random(in: 2...70, using: &generator))
    }
    try tmux.resize(columns: 120, rows: 40)
    let rendered = lines(try emscope("render", "--size", "120x40").output)
    try await tmux.expect("the picture of a fresh start") { lines($0) == rendered }
  }

  /// Rows without blanks at their ends, and without empty rows at the end.
  private func lines(_ text: String) -> [String] {
    var rows = text.components(separatedBy: "\n").map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  @Test(arguments: [(40_000, 80), (24, 40_000), (65_535, 1)] as [(UInt16, UInt16)])
  func `a window that claims to be larger than any display doesn't end the program`(
    columns: UInt16, rows: UInt16
  ) async throws {
    let pty = try Pty()
    try await pty.start()
    pty.resize(columns: columns, rows: rows)
    try await pty.settle()
    let before = pty.output.count
    pty.resize(columns: 80, rows: 24)
    try await pty.expect("picture", since: before) { $0.contains("quit") }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    pty.expectRestored()
  }
}
