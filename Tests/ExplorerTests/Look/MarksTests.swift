import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The marks` {
  @Test func `differ from each other in ASCII too, decided and undecided`() {
    var frame = Frame(size: Size(width: 14, height: 1))
    for k in 0..<7 {
      frame[2 * k, 0] = Cell(Marks.mark(k, isDecided: false))
      frame[2 * k + 1, 0] = Cell(Marks.mark(k, isDecided: true))
    }
    #expect(Set(frame.text).count == 14)
    #expect(Set(frame.ascii.text).count == 14)
    #expect(!frame.ascii.text.contains("?"))
  }

  @Test func `with their colours tell every component apart`() {
    let theme = Theme(colors: .palette256)
    let looks = (0..<Stage.mostComponents).prefix(56).map { k in
      Cell(Marks.mark(k, isDecided: true), style: theme.style(.component(k)))
    }
    #expect(Set(looks).count == 56)
  }
}
