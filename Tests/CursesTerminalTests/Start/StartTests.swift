import Testing

@testable import CursesTerminal
@testable import TerminalCanvas

extension NcursesTests {
  @Suite struct TerminalTypeTests {
    @Test func `a modern terminal without a description is driven as xterm`() throws {
      #expect(try TerminalType.resolve("xterm-256color") == "xterm-256color")
      #expect(try TerminalType.resolve("xterm-no-such-variant") == "xterm-256color")
      #expect(try TerminalType.resolve("no-such-terminal-256color") == "xterm-256color")
      #expect(try TerminalType.resolve("vt100") == "vt100")
    }

    @Test func `what can't place characters is refused`() {
      #expect(throws: TerminalError.noType) { try TerminalType.resolve(nil) }
      #expect(throws: TerminalError.noType) { try TerminalType.resolve("") }
      #expect(throws: TerminalError.unable(type: "dumb")) { try TerminalType.resolve("dumb") }
      #expect(throws: TerminalError.unknown(type: "nonsense")) {
        try TerminalType.resolve("nonsense")
      }
    }

    @Test func `every refusal is one line that says what to do`() {
      let errors: [TerminalError] = [
        .notATerminal, .noType, .unable(type: "dumb"),
        .unknown(type: "\u{1B}[31m\n" + .init(repeating: "x", count: 500)),
        .refused,
      ]
      for error in errors {
        #expect(!error.description.contains { $0 == "\u{1B}" || $0.isNewline })
        #expect(error.description.count < 200 && error.description.contains(":"))
      }
    }

    @Test func `the bytes that restore a terminal end its modes and its other screen`() throws {
      _ = try TerminalType.resolve("xterm-256color")
      let bytes = RestoreSequence.bytes
      #expect(bytes.contains("\u{1B}[?1049l") && bytes.contains("\u{1B}[?1l"))
      #expect(bytes.contains("\u{1B}[?1006l") && bytes.contains("\u{1B}[?25h"))
    }

    @Test func `delays of old hardware are left out`() {
      #expect(RestoreSequence.withoutPadding("\u{1B}[m$<2>x$<10/>y") == "\u{1B}[mxy")
      #expect(RestoreSequence.withoutPadding("$<unfinished") == "$<unfinished")
    }
  }
}
