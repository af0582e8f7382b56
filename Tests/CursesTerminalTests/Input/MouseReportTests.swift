import MixtureEngine
import TestSupport
import Testing

@testable import CursesTerminal
@testable import TerminalCanvas

@Suite struct MouseReportTests {
  /// The event of a whole report, `nil` if it is broken or of no interest.
  private func event(_ text: String) -> MouseEvent? {
    var report = MouseReport()
    for character in text {
      switch report.feed(character) {
      case .more: continue
      case .complete(let event): return event
      case .broken: return nil
      }
    }
    return nil
  }

  @Test func `buttons, drags and the wheel, with the cell counted from zero`() {
    #expect(event("0;1;1M") == MouseEvent(.press(.left), at: .zero))
    #expect(event("2;80;24m") == MouseEvent(.release(.right), at: Position(x: 79, y: 23)))
    #expect(event("32;236;5M") == MouseEvent(.drag(.left), at: Position(x: 235, y: 4)))
    #expect(event("64;3;4M") == MouseEvent(.wheelUp, at: Position(x: 2, y: 3)))
    #expect(event("65;3;4M") == MouseEvent(.wheelDown, at: Position(x: 2, y: 3)))
  }

  @Test func `keys held meanwhile`() {
    #expect(event("20;2;2M")?.modifiers == [.shift, .control])
    #expect(event("72;2;2M") == MouseEvent(.wheelUp, at: Position(x: 1, y: 1), modifiers: .alt))
  }

  @Test(arguments: ["", "M", ";;M", "0;1M", "0;1;M", "0;1;2;3M", "a", "0;1;x", "999999;1;1M"])
  func `what isn't a report tells nothing`(text: String) {
    #expect(event(text) == nil)
  }

  @Test func `reports of no interest are whole all the same`() {
    var report = MouseReport()
    let steps = "35;10;10M".map { report.feed($0) }
    #expect(steps.last == .complete(nil))
  }
}

@Suite struct InputReaderTests {
  @Test func `a report may arrive in pieces, and a broken one is passed over`() {
    var reader = InputReader()
    #expect(reader.take(UInt32(InputModes.mouseReport.code), isCode: true) == [])
    for scalar in "0;3;".unicodeScalars {
      #expect(reader.take(scalar.value, isCode: false) == [])
    }
    #expect(reader.take(UInt32(UInt8(ascii: "q")), isCode: false) == [])
    #expect(reader.take(UInt32(UInt8(ascii: "3")), isCode: false) == [.key(.character("3"))])
  }

  @Test func `pasted text is no keys`() {
    var reader = InputReader()
    #expect(reader.take(UInt32(InputModes.pasteStart.code), isCode: true) == [])
    #expect(reader.take(UInt32(UInt8(ascii: "q")), isCode: false) == [])
    #expect(reader.take(UInt32(InputModes.pasteEnd.code), isCode: true) == [])
    #expect(reader.take(UInt32(UInt8(ascii: "q")), isCode: false) == [.key(.character("q"))])
  }

  @Test(arguments: FuzzSeed.usual(1))
  func `a million random answers of ncurses are survived`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var reader = InputReader()
    for _ in 0..<1_000_000 {
      let isCode = UInt8.random(in: 0..<8, using: &generator) == 0
      let value =
        isCode
        ? UInt32.random(in: 250..<1010, using: &generator)
        : UInt32.random(in: 0..<128, using: &generator)
      for case .mouse(let event) in reader.take(value, isCode: isCode) {
        #expect((0..<99_999).contains(event.position.x) && event.position.y >= 0)
      }
    }
  }
}
