import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The zoom` {
  private let whole = Viewport(x: 0...8, y: 0...4, size: Size(width: 40, height: 10))

  @Test func `shows everything until it is touched`() {
    #expect(Zoom().applied(to: whole) == whole)
  }

  @Test func `leaves the place under the pointer where it is`() {
    let place = Point(x: 6, y: 1)
    let before = whole.dot(place.x, place.y)
    var zoom = Zoom()
    for ratio in [2, 1.5, 0.7, 0.2] {
      zoom.magnify(by: ratio, around: place, in: zoom.applied(to: whole))
      let after = zoom.applied(to: whole).dot(place.x, place.y)
      #expect(abs(after.x - before.x) < 1e-9 && abs(after.y - before.y) < 1e-9)
    }
  }

  @Test func `halves the ranges when it doubles`() {
    var zoom = Zoom()
    zoom.magnify(by: 2, in: whole)
    #expect(zoom.applied(to: whole).x == 2...6)
    #expect(zoom.applied(to: whole).y == 1...3)
  }

  @Test func `moves by a way in the units of the data`() {
    var zoom = Zoom()
    zoom.move(by: Point(x: 1, y: -0.5), in: whole)
    #expect(zoom.applied(to: whole).x == 1...9)
    #expect(zoom.applied(to: whole).y == -0.5...3.5)
  }

  @Test func `stops before numbers end`() {
    var zoom = Zoom()
    for _ in 0..<500 { zoom.magnify(by: 2, in: zoom.applied(to: whole)) }
    #expect(zoom.applied(to: whole) != whole)
    for _ in 0..<500 { zoom.magnify(by: 0.5, in: zoom.applied(to: whole)) }
    #expect(zoom.applied(to: whole).x.upperBound.isFinite)
  }
}
