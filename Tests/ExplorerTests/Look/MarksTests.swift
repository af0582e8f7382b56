import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The marks` {
  @Test func `differ from each other in ASCII too, decided and undecided`() {
    #expect(Marks.count >= 16)
    var frame = Frame(size: Size(width: 2 * Marks.count, height: 1))
    for k in 0..<Marks.count {
      frame[2 * k, 0] = Cell(Marks.mark(k, isDecided: false))
      frame[2 * k + 1, 0] = Cell(Marks.mark(k, isDecided: true))
    }
    #expect(Set(frame.text).count == 2 * Marks.count)
    #expect(Set(frame.ascii.text).count == 2 * Marks.count)
    #expect(!frame.ascii.text.contains("?"))
  }

  @Test func `take one column, and none is a picture in some fonts`() {
    for mark in Marks.all {
      #expect(DisplayWidth.of(mark) == 1)
      #expect(mark.unicodeScalars.allSatisfy { !$0.properties.isEmojiPresentation }, "\(mark)")
      #expect(mark.unicodeScalars.allSatisfy { !$0.properties.isEmoji }, "\(mark)")
    }
  }
}
