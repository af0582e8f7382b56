import CNcurses
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import CursesTerminal

@Suite struct `What is typed` {
  /// What a reader makes of characters that arrive at once.
  private func events(_ text: String, reader: inout InputReader) -> [Event] {
    text.unicodeScalars.flatMap { reader.take($0.value, isCode: false) }
      + [reader.escapeAlone()].compactMap { $0 }
  }

  private func keys(_ text: String) -> [Key] {
    var reader = InputReader()
    return events(text, reader: &reader).compactMap {
      if case .key(let key) = $0 { key } else { nil }
    }
  }

  /// Sequences that mean nothing here: keys of other terminals, answers, reports.
  private static let meaningless = [
    "\u{1B}[1;5D", "\u{1B}[1;3A", "\u{1B}Od", "\u{1B}O5D", "\u{1B}[[A", "\u{1B}[D",
    "\u{1B}[27;5;9~",
    "\u{1B}[5^", "\u{1B}[?64;1;2c", "\u{1B}[>41;367;0c", "\u{1B}[24;80R", "\u{1B}[I",
    "\u{1B}[?2026;2$y", "\u{1B}[97;5u", "\u{1B}[M !!", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\",
    "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", "\u{1B}P>|xterm(367)\u{1B}\\",
    "\u{1B}P1+r524742=38\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^mxq\u{1B}\\",
    "\u{1B}Xq5m\u{1B}\\",
    "\u{9B}1;5D", "\u{9D}11;rgb:0/0/0\u{9C}", "\u{90}>|q5m\u{9C}", "\u{8F}d",
  ]

  @Test(arguments: meaningless)
  func `an unknown sequence is passed over whole`(sequence: String) {
    #expect(keys(sequence) == [])
    #expect(keys("a\(sequence)q") == [.character("a"), .character("q")])
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `so it is wherever a slow line splits it`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for sequence in Self.meaningless where sequence.first == "\u{1B}" {
      var reader = InputReader()
      let now = ContinuousClock.now
      // A split behind the Escape alone can't be told from the key.
      let at = 2 + generator.index(below: sequence.unicodeScalars.count - 2)
      let scalars = Array(sequence.unicodeScalars)
      var found: [Event] = []
      for (number, scalar) in scalars.enumerated() {
        if number == at {
          #expect(reader.escapeAlone() == nil)
          reader.notice(now + .milliseconds(50))
        }
        found += reader.take(scalar.value, isCode: false)
      }
      #expect(found == [], "\(sequence.debugDescription), seed \(seed)")
    }
  }

  @Test func `a sequence that loses its end doesn't keep the keyboard`() {
    for begun in ["\u{1B}[", "\u{1B}[1;5", "\u{1B}]11;rgb", "\u{1B}P", "\u{1B}O"] {
      var reader = InputReader()
      let now = ContinuousClock.now
      reader.notice(now)
      #expect(events(begun, reader: &reader) == [])
      reader.notice(now + .milliseconds(300))
      #expect(events("q", reader: &reader) == [.key(.character("q"))])
    }
  }

  @Test func `a sequence that never ends doesn't keep the keyboard, however fast keys come`() {
    for begun in ["\u{1B}P", "\u{1B}]11;x", "\u{1B}_", "\u{1B}X"] {
      var reader = InputReader()
      var now = ContinuousClock.now
      reader.notice(now)
      _ = events(begun, reader: &reader)
      var heard = 0
      for _ in 0..<100 {
        now += .milliseconds(30)
        reader.notice(now)
        heard += events("q", reader: &reader).count
      }
      #expect(heard > 60, "\(begun.debugDescription)")
    }
  }

  @Test func `a flood of sequences has no key in it, wherever each look at it ends`() {
    var reader = InputReader()
    var now = ContinuousClock.now
    let flood = String(repeating: "\u{1B}[1;5C", count: 3_000).unicodeScalars
    for (number, scalar) in flood.enumerated() {
      // Each look ends within a sequence.
      if number % 6 == 3 {
        now += .milliseconds(1)
        reader.notice(now)
      }
      #expect(reader.take(scalar.value, isCode: false) == [])
    }
  }

  @Test(arguments: ["5q", "0;10;10X", "a", "0;3;q"])
  func `what begins as a report of the mouse and is none is passed over`(rest: String) {
    var reader = InputReader()
    _ = reader.take(UInt32(InputModes.mouseReport.code), isCode: true)
    #expect(events(rest, reader: &reader) == [])
    #expect(events("m", reader: &reader) == [.key(.character("m"))])
  }

  @Test func `a key after Alt with a bracket is heard`() {
    for begun in ["\u{1B}[", "\u{1B}O", "\u{1B}P", "\u{1B}]", "\u{1B}_"] {
      var reader = InputReader()
      let now = ContinuousClock.now
      reader.notice(now)
      _ = events(begun, reader: &reader)
      reader.notice(now + .milliseconds(100))
      #expect(events("q", reader: &reader) == [.key(.character("q"))])
    }
  }

  @Test func `a sequence in an unterminated string is passed over whole`() {
    #expect(keys("\u{1B}]10;rgb:1/1/1\u{1B}[99;5q") == [])
    #expect(keys("\u{1B}]10;rgb:1/1/1\u{1B}x") == [.alt("x")])
  }

  @Test func `Alt with a key is a key of its own`() {
    #expect(keys("\u{1B}q") == [.alt("q")])
    #expect(keys("\u{1B}5\u{1B}ö") == [.alt("5"), .alt("ö")])
    #expect(Key.alt("q").name == "M-q" && Key(name: "M-q") == .alt("q"))
  }

  @Test func `Escape is a key where it stands alone, before a blank and before another key`() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B} ") == [.escape, .space])
    #expect(keys("\u{1B}\r") == [.escape, .enter])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    var reader = InputReader()
    let found = reader.take(27, isCode: false) + reader.take(UInt32(KEY_UP), isCode: true)
    #expect(found == [.key(.escape), .key(.up)])
  }

  @Test func `keys that come one by one end a paste that lost its end mark`() {
    for (gap, characters, isHeard) in [(150, 1, true), (5, 1, false), (150, 40, false)] {
      var reader = InputReader()
      var now = ContinuousClock.now
      reader.notice(now)
      _ = reader.take(UInt32(InputModes.pasteStart.code), isCode: true)
      for _ in 0..<4 {
        now += .milliseconds(gap)
        reader.notice(now)
        for _ in 0..<characters {
          #expect(reader.take(UInt32(UInt8(ascii: "n")), isCode: false) == [])
        }
        reader.notice(characters: characters)
      }
      #expect((events("n", reader: &reader) == [.key(.character("n"))]) == isHeard, "\(gap) ms")
    }
  }

  @Test func `a paste that loses its end mark ends by itself`() {
    var reader = InputReader()
    let now = ContinuousClock.now
    reader.notice(now)
    _ = reader.take(UInt32(InputModes.pasteStart.code), isCode: true)
    #expect(events("quit", reader: &reader) == [])
    reader.notice(now + .milliseconds(500))
    #expect(events("qqq", reader: &reader) == [])
    reader.notice(now + .milliseconds(2000))
    #expect(events("q", reader: &reader) == [.key(.character("q"))])
  }

  @Test(arguments: FuzzSeed.usual(7))
  func `events leave the queue in their order`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (queue, array) = (EventQueue(), [Event]())
    for number in 0..<20_000 {
      if generator.index(below: 3) > 0 || number < 5_000 {
        queue.append(.resize(Size(width: number, height: 1)))
        array.append(.resize(Size(width: number, height: 1)))
      } else {
        #expect(queue.popFirst() == (array.isEmpty ? nil : array.removeFirst()))
      }
      #expect(queue.isEmpty == array.isEmpty)
    }
  }
}
