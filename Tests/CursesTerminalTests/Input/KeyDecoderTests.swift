import CNcurses
import Testing

@testable import CursesTerminal
@testable import TerminalCanvas

@Suite struct KeyDecoderTests {
  @Test func `control characters are the keys that send them`() {
    #expect(KeyDecoder.key(scalar: 13) == .enter && KeyDecoder.key(scalar: 10) == .enter)
    #expect(KeyDecoder.key(scalar: 9) == .tab && KeyDecoder.key(scalar: 27) == .escape)
    #expect(KeyDecoder.key(scalar: 127) == .backspace && KeyDecoder.key(scalar: 8) == .backspace)
    #expect(KeyDecoder.key(scalar: 12) == .control("l"))
    #expect(KeyDecoder.key(scalar: 0) == .control("@"))
    #expect(KeyDecoder.key(scalar: 0x1C) == .control("\\"))
  }

  @Test func `ncurses' codes are named keys`() {
    #expect(KeyDecoder.key(code: KEY_LEFT) == .left)
    #expect(KeyDecoder.key(code: KEY_PPAGE) == .pageUp)
    #expect(KeyDecoder.key(code: KEY_F0 + 12) == .function(12))
    #expect(KeyDecoder.key(code: KEY_RESIZE) == nil)
  }

  @Test func `every key that a terminal can send has a name that leads back to it`() {
    for value in UInt32(0)...0x10FFFF {
      guard let key = KeyDecoder.key(scalar: value) else { continue }
      #expect(Key(name: key.name) == key)
    }
    for code in Int32(-10)...2000 {
      guard let key = KeyDecoder.key(code: code) else { continue }
      #expect(Key(name: key.name) == key)
    }
  }

  @Test func `what has no shape is no key`() {
    for value: UInt32 in [0x9B, 0x202E, 0xD800, 0x11_0000, .max] {
      #expect(KeyDecoder.key(scalar: value) == nil)
    }
  }
}
