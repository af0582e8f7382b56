import Foundation
import TestSupport
import Testing

@Suite(.waiting) struct `Telling` {
  private func tell(_ input: String, _ line: String = "old-faithful -k 3") throws -> [String] {
    let outcome = try emscope(
      ["tell"] + line.split(separator: " ").map(String.init), input: input)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.isEmpty)
    return outcome.output.components(separatedBy: "\n\n")
  }

  /// The README's example: a command, what is typed, and what is answered.
  @Test func `does what the README shows`() throws {
    let readme = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../README.md"), encoding: .utf8)
    let part = try #require(readme.firstMatch(of: /<!-- tell -->\n```\n\$ (.*)\n((?s:.*?))```/))
    let command = try #require(part.1.firstMatch(of: /^printf '(.*)' \| emscope (.*)$/))
    let outcome = try emscope(
      String(command.2).split(separator: " ").map(String.init),
      input: String(command.1).replacing("\\n", with: "\n"))
    #expect(outcome.output == String(part.2))
    #expect(outcome.status == 0)
  }

  @Test func `begins with what there is and answers each line`() throws {
    let answers = try tell("Space\nparameters\n\nq\nSpace\n")
    #expect(answers.count == 4)
    #expect(answers[0].contains("old-faithful N=272") && answers[0].contains("next: E"))
    #expect(answers[1].contains("iteration 1   L -"))
    #expect(answers[2].contains("πₖ") && answers[2].contains("Σxy"))
    #expect(answers[3].isEmpty)
  }

  @Test(arguments: ["", "quit\n", "q", "Space\nq\n", "Space"])
  func `ends at the end, at q and at quit`(input: String) throws {
    _ = try tell(input)
  }

  @Test func `tells the numbers that fit prints`() throws {
    let fit = try FitJSON("old-faithful -k 3 --seed 3")
    let last = String(format: "%.4f", try #require(fit.logLikelihood?.last))
    #expect(try tell("G\n", "old-faithful -k 3 --seed 3")[1].contains("L \(last)"))
  }

  @Test func `goes on after a wrong name`() throws {
    let answers = try tell("Spce\nSpace\n")
    #expect(answers[1] == "There is no key or question 'Spce'; did you mean Space?")
    #expect(answers[2].contains("iteration 1"))
  }

  @Test func `writes files`() throws {
    let folder = try temporaryFolder()
    let outcome = try emscope(
      ["tell", "iris", "-k", "2"], input: "Space\nw\nEnter\nq\n", in: folder)
    #expect(outcome.output.contains("saved emscope-session.json"))
    let session = folder.appending(path: "emscope-session.json").path
    #expect(try emscope("replay", session, "--check").output.hasSuffix("the same numbers.\n"))
  }

  @Test func `carries nothing to a terminal that could be a command`() throws {
    let file = try temporaryFile("p.csv", "a\u{9B}31m,b\n1,2\n3,5\n4,4\n")
    let outcome = try emscope(
      ["tell", file, "-k", "1", "--columns", "1,2"],
      input: "data\n\u{1B}[31mx\n\u{7}\npoint \u{1B}c\n\u{0}\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control
      })
  }

  @Test func `in ASCII is ASCII`() throws {
    let lines = "e 4\nformulas\n3\n2\n5\n<\ndial\nkeys\nhelp\n?\n"
    let outcome = try emscope("tell", "--ascii", input: lines)
    #expect(outcome.output.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A })
    #expect(outcome.output.contains("M theta(0) -> theta(1)"))
  }

  @Test func `answers at once, line by line, with a prompt at a terminal alone`() async throws {
    let pty = try Pty(["tell", "iris", "-k", "2"])
    try await pty.expect("prompt") { $0.hasSuffix("\r\n\r\n> ") }
    pty.send("Space\n")
    try await pty.expect("answer") { $0.contains("iteration 1   L") && $0.hasSuffix("\r\n\r\n> ") }
    #expect(!pty.text.contains("\u{1B}"))
    pty.send("\u{4}")
    #expect(try await pty.waitForEnd() == .status(0))
    #expect(!(try emscope("tell", input: "Space\n").output.contains("> \n")))
  }

  @Test func `answers each line of a pipe before the next comes`() throws {
    let process = Process()
    process.executableURL = try Program.url.get()
    process.arguments = ["tell", "iris", "-k", "2"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    func answer() -> String {
      var text = ""
      while !text.hasSuffix("\n\n") {
        let data = output.fileHandleForReading.availableData
        guard !data.isEmpty else { break }
        text += String(decoding: data, as: UTF8.self)
      }
      return text
    }
    #expect(answer().contains("iris"))
    for number in 1...3 {
      input.fileHandleForWriting.write(Data("Space\n".utf8))
      #expect(answer().contains("iteration \(number)   L"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
