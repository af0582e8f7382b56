import Testing

@testable import TerminalCanvas

@Suite struct KeyNameTests {
  @Test func `every key has a name that leads back to it`() {
    var keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .enter,
      .escape, .tab, .backTab, .backspace, .space, .character("é"), .character("日"),
    ]
    keys += (0x21...0x7E).map { .character(Character(Unicode.Scalar(UInt8($0)))) }
    keys += "abcdefgklnopqrstuvwxyz@\\]^_".map { .control($0) }
    keys += (1...24).map { .function($0) }
    for key in keys { #expect(Key(name: key.name) == key, "\(key)") }
  }

  @Test func `tmux's other names are understood`() {
    #expect(Key(name: "PPage") == .pageUp)
    #expect(Key(name: "PgDn") == .pageDown)
    #expect(Key(name: "NPage") == .pageDown)
    #expect(Key(name: "DC") == .delete)
    #expect(Key(name: "^C") == .control("c"))
    #expect(Key(name: "c-L") == .control("l"))
    #expect(Key(name: "enter") == .enter)
    #expect(Key(name: "f12") == .function(12))
  }

  @Test(arguments: ["", " ", "Foo", "C-", "C-é", "F0", "F99", "C-lx", "\u{1B}", "^^^"])
  func `what names no key is refused`(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func `names with blanks between them are several keys`() throws {
    #expect(try Key.keys(named: " Space  e C-l ") == [.space, .character("e"), .control("l")])
    #expect(try Key.keys(named: "") == [])
    #expect(throws: UnknownKey(name: "Spcae")) { try Key.keys(named: "e Spcae Foo") }
  }
}
