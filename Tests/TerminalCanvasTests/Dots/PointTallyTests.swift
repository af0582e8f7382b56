import Testing

@testable import TerminalCanvas

@Suite struct `Gathering points by cell` {
  private let view = Viewport(x: 0...7, y: 0...7, size: Size(width: 4, height: 2))

  @Test func `counts what a canvas would count, dot for dot`() {
    var (xs, ys): ([Double], [Double]) = ([], [])
    for n in 0..<500 {
      xs.append(Double(n * 37 % 101) / 10 - 1)
      ys.append(Double(n * 53 % 97) / 10 - 1)
    }
    let view = Viewport(x: 0...7.3, y: 0.2...7, size: Size(width: 13, height: 9))
    let tally = PointTally(xs: xs, ys: ys, in: view)
    var canvas = BrailleCanvas(size: view.size)
    for n in xs.indices { canvas.set(view.dot(xs[n], ys[n])) }
    for y in -1...9 {
      for x in -1...13 {
        #expect(tally[x, y]?.dots == canvas[x, y]?.dots)
        #expect(tally[x, y]?.count == canvas[x, y]?.count)
      }
    }
  }

  @Test func `gives a cell to the owner who has most points, the lowest of equals`() {
    let tally = PointTally(
      xs: [0, 0, 1, 6, 6], ys: [0, 0, 0, 7, 7], labels: [2, 1, 1, 2, 0], owners: 3, in: view)
    #expect(tally[0, 1]?.owner == 1)
    #expect(tally[0, 1]?.count == 3)
    #expect(tally[0, 1]?.first == 0)
    #expect(tally[3, 0]?.owner == 0)
    #expect(tally[3, 0]?.first == 3)
    #expect(tally[1, 1] == nil)
  }

  @Test func `leaves out what lies outside, however far`() {
    let far = [-1e151, 1e151, -0.6, 7.6]
    let tally = PointTally(xs: far + far, ys: far + far.reversed(), in: view)
    for y in 0..<2 {
      for x in 0..<4 { #expect(tally[x, y] == nil) }
    }
  }

  @Test func `sees small differences far from zero`() {
    let view = Viewport(x: 1e8...(1e8 + 7), y: -1e8...(-1e8 + 7), size: Size(width: 4, height: 2))
    let tally = PointTally(xs: [1e8, 1e8 + 7], ys: [-1e8, -1e8 + 7], in: view)
    #expect(tally[0, 1]?.glyph == "⡀")
    #expect(tally[3, 0]?.glyph == "⠈")
  }
}
