import Testing

@testable import TerminalCanvas

@Suite struct ViewportTests {
  private let size = Size(width: 20, height: 10)

  @Test func `the ranges' ends lie on the outermost dots`() {
    let view = Viewport(x: 1...3, y: -5...5, size: size)
    #expect(view.dot(1, 5) == DotPoint(x: 0, y: 0))
    #expect(view.dot(3, -5) == DotPoint(x: 39, y: 39))
    #expect(view.cell(3, -5) == Position(x: 19, y: 9))
    #expect(view.cell(3.2, 0) == nil)
  }

  @Test func `in equal aspect a unit is as many dots across as up`() {
    for (x, y) in [(0.0...1.0, 0.0...9.0), (0.0...100, 3.0...4.0)] {
      let view = Viewport(x: x, y: y, size: size, aspect: .equal)
      let way = view.dots(along: 1, 1)
      #expect(abs(way.x + way.y) < 1e-9)
      #expect(view.cell(x.lowerBound, y.lowerBound) != nil)
      #expect(view.cell(x.upperBound, y.upperBound) != nil)
    }
  }

  @Test func `a cell leads to data in that very cell`() {
    for range in [0.0...1.0, -1e150...1e150, 1e8...(1e8 + 1), -1e-150...1e-150] {
      let view = Viewport(x: range, y: range, size: size, margin: 0.04)
      for x in 0..<20 {
        for y in 0..<10 {
          let data = view.data(at: Position(x: x, y: y))
          #expect(view.cell(data.x, data.y) == Position(x: x, y: y))
        }
      }
    }
  }

  @Test func `zooming keeps the point under the pointer, and ends where numbers end`() {
    var view = Viewport(x: 0...1, y: 0...1, size: size)
    let cell = view.cell(0.3, 0.7)
    for _ in 0..<10 { view = view.zoomed(by: 1.5, around: (0.3, 0.7)) }
    #expect(view.cell(0.3, 0.7) == cell)
    for _ in 0..<5000 { view = view.zoomed(by: 1.5, around: (0.3, 0.7)) }
    #expect(view.x.upperBound > view.x.lowerBound)
    for _ in 0..<9000 { view = view.zoomed(by: 0.5, around: (0.3, 0.7)).panned(x: 0.5, y: -3) }
    #expect(view.x.upperBound.isFinite && view.y.lowerBound.isFinite)
  }

  @Test func `panning by one moves by the whole width`() {
    let view = Viewport(x: 0...2, y: 0...4, size: size).panned(x: 1, y: -0.5)
    #expect(view.x == 2...4 && view.y == -2...2)
  }

  @Test(arguments: [0, 5, -1e300, .greatestFiniteMagnitude])
  func `a range without length shows its value`(value: Double) {
    let view = Viewport(x: value...value, y: 0...1, size: size, margin: 0.1)
    #expect(view.x.lowerBound < view.x.upperBound || value == .greatestFiniteMagnitude)
    let dot = view.dot(value, 0.5)
    #expect(dot.isFinite || value == .greatestFiniteMagnitude)
  }

  @Test(arguments: [1, 272, -0.02, 1e150])
  func `around a single value, an axis has labels that can be read`(value: Double) {
    let view = Viewport(x: value...value, y: 0...1, size: size)
    #expect(abs(view.x.halfLength / value) > 0.05)
  }

  @Test func `ranges that aren't finite, and plots without cells, are survived`() {
    let view = Viewport(
      x: 0...(.infinity), y: 0...1, size: Size(width: 0, height: 0), aspect: .equal)
    #expect(view.x.upperBound.isFinite && view.dot(0.5, 0.5).isFinite)
    #expect(view.cell(.nan, 0) == nil)
  }
}
