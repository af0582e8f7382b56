import Foundation
import TestSupport
import Testing

/// What becomes of a result that can't be written to standard output.
@Suite(.waiting) struct `Output that fails` {
  private static let printing = [
    "fit old-faithful -k 2", "fit old-faithful -k 1..2 --restarts 1",
    "restarts old-faithful --runs 2", "tell old-faithful", "starts old-faithful --runs 1", "render",
    "datasets",
    "datasets --write .", "lesson", "lesson --check bound", "--help", "fit --help", "help lesson",
    "--version", "--generate-completion-script bash",
  ]

  /// Runs a line of the shell in which `$emscope` is the program, in a folder of its own.
  private func shell(_ line: String) throws -> Outcome {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let line = "emscope='\(try Program.url.get().path)'; \(line)"
    return try run(URL(filePath: "/bin/sh"), ["-c", line], in: folder)
  }

  #if os(Linux)
    @Test(arguments: printing)
    func `for want of space is an error with a sentence`(line: String) throws {
      let outcome = try shell("$emscope \(line) > /dev/full")
      #expect(outcome.status == 1)
      #expect(
        outcome.error
          == "emscope: can't write to standard output: No space left on device.\n")
    }

    @Test func `because there is no memory for it is an error with a sentence`() throws {
      let line = "seq 1 100000 | awk '{ print $1 % 977 \",\" $1 % 1009 }'"
      let outcome = try shell(
        "\(line) > p.csv; ulimit -v 92000; "
          + "$emscope fit p.csv -k 8 --iterations 1 --format json --responsibilities > out")
      #expect(outcome.status == 1)
      #expect(outcome.error.hasPrefix("emscope: there is not enough memory for this: "))
      #expect(outcome.error.split(separator: "\n").count == 1)
    }
  #endif

  @Test(arguments: printing)
  func `because it is closed is an error with a sentence`(line: String) throws {
    let outcome = try shell("$emscope \(line) >&-")
    #expect(outcome.status == 1)
    #expect(outcome.error == "emscope: can't write to standard output: Bad file descriptor.\n")
  }

  @Test func `after a part is an error, and never half a document with success`() throws {
    // The size of a file is limited in blocks of 512 or 1024 bytes.
    let outcome = try shell(
      "ulimit -f 4; $emscope fit old-faithful --format json --responsibilities > out")
    #expect(outcome.status == 1)
    #expect(outcome.error == "emscope: can't write to standard output: File too large.\n")
  }

  @Test func `because nobody reads ends silently, as tools of the shell do`() throws {
    let line = "$emscope fit old-faithful --format json --responsibilities; echo $? >&2"
    let outcome = try shell("{ \(line); } | true")
    #expect(outcome.error == "141\n")
  }

  @Test(arguments: ["restarts old-faithful --runs 8", "fit old-faithful --restarts 8", "render"])
  func `because nobody reads ends silently, whichever thread writes`(line: String) throws {
    for _ in 0..<5 {
      let outcome = try shell("{ sleep 0.02; $emscope \(line); echo $? >&2; } | true")
      #expect(outcome.error == "141\n")
    }
  }

  @Test func `because nobody reads has a sentence where the signal is ignored`() throws {
    let line = "$emscope fit old-faithful --format json --responsibilities; echo $? >&2"
    let outcome = try shell("trap '' PIPE; { \(line); } | true")
    #expect(
      outcome.error == "emscope: can't write to standard output: Broken pipe.\n1\n")
  }

  @Test func `goes to no other file that has been opened meanwhile`() throws {
    let outcome = try shell(
      "printf '1,2\\n3,5\\n4,4\\n' > a.csv; $emscope fit a.csv -k 1 <&- >&- 2>&-; "
        + "echo $?; cat a.csv")
    #expect(outcome.output == "1\n1,2\n3,5\n4,4\n")
  }

  @Test func `is no reason to be asked twice for the end of what is typed`() async throws {
    let pty = try Pty(["fit", "-", "-k", "1"])
    pty.send("1,2\n3,5\n4,4\n\u{4}")
    #expect(try await pty.waitForEnd() == .status(0))
    #expect(pty.text.contains("3 points"))
  }

  @Test(arguments: [
    ["fit", "\u{1B}[31mx"], ["--bad\u{1B}]0;t\u{7}"], ["fit", "old-faithful", "\u{1B}[2J"],
    ["fit", "-k", "\u{1B}[2J"], ["fit", "--columns", "\u{1B}[2J"],
    ["render", "--theme", "\u{9B}2J"],
    ["lesson", "\u{1B}c.toml"], ["replay", "\u{1B}c"], ["datasets", "--write", "\u{1B}c"],
    ["fit", "old-faithful", "--start-file", "\u{1B}c"], ["--record", "\u{1B}c/x"],
  ])
  func `or is refused never carries what the user typed to the terminal raw`(arguments: [String])
    throws
  {
    let outcome = try emscope(arguments)
    #expect(outcome.status != 0)
    #expect(
      !outcome.error.contains {
        $0 != "\n" && $0.unicodeScalars.contains { $0.properties.generalCategory == .control }
      })
  }
}
