import Testing

@testable import TerminalCanvas

@Suite struct RectTests {
  private let rect = Rect(x: 2, y: 3, width: 10, height: 6)

  @Test func `the pieces of a split are side by side and make the whole`() {
    let (left, rest) = rect.split(left: 4)
    #expect(left == Rect(x: 2, y: 3, width: 4, height: 6))
    #expect(rest == Rect(x: 6, y: 3, width: 6, height: 6))
    #expect(rect.split(right: 6).right == rest && rect.split(right: 6).rest == left)
    let (top, below) = rect.split(top: 1)
    #expect(top == Rect(x: 2, y: 3, width: 10, height: 1))
    #expect(below == Rect(x: 2, y: 4, width: 10, height: 5))
    #expect(rect.split(bottom: 5).bottom == below && rect.split(bottom: 5).rest == top)
  }

  @Test func `a split beyond the rectangle takes all, a negative one nothing`() {
    #expect(rect.split(left: 99).left == rect && rect.split(left: 99).rest.isEmpty)
    #expect(rect.split(bottom: -1).bottom.isEmpty && rect.split(bottom: -1).rest == rect)
    #expect(rect.split(right: -7).rest == rect)
  }

  @Test func `equal columns cover the width without a gap`() {
    #expect(rect.columns(3).map(\.size.width) == [3, 3, 4])
    #expect(rect.columns(3).map(\.origin.x) == [2, 5, 8])
    #expect(rect.rows(4).map(\.size.height).reduce(0, +) == 6)
  }

  @Test func `an intersection is empty for rectangles apart`() {
    #expect(
      rect.intersection(Rect(x: 0, y: 0, width: 4, height: 4)).size == Size(width: 2, height: 1))
    #expect(rect.intersection(Rect(x: 40, y: 0, width: 4, height: 4)).isEmpty)
    #expect(rect.inset(horizontally: 5).isEmpty && rect.inset(vertically: 9).isEmpty)
  }
}

@Suite struct SizeTests {
  @Test func `columns and rows are read with an x between`() {
    #expect(Size("80x24") == Size(width: 80, height: 24))
    #expect(Size("1X0") == Size(width: 1, height: 0))
    for text in [
      "", "80", "80x", "x24", "80x24x3", "80 24", "-1x5", "axb", "9999999999999999999x1",
    ] {
      #expect(Size(text) == nil, "\(text)")
    }
  }
}
