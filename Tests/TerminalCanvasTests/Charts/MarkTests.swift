import TestSupport
import Testing

@testable import TerminalCanvas

@Suite struct `The marks of a chart` {
  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `lie at a corner of a line in a cell of the line, to half a dot`(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53
    }
    for _ in 0..<40 {
      let points = (0..<30).map { DotPoint(x: Double($0) + unit(), y: 100 * unit() - 1300) }
      let size = Size(width: 30 + Int(50 * unit()), height: 8 + Int(14 * unit()))
      let line = LineChart([.init(points)]).frame(size: size)
      for point in points {
        let marked = LineChart([.init(points)], marks: [.init(Cell("◆"), at: point)])
          .frame(size: size)
        let cells = (0..<size.width).flatMap { x in (0..<size.height).map { (x, $0) } }
        let (x, y) = try #require(cells.first { marked[$0.0, $0.1].character == "◆" })
        #expect(("\u{2801}"..."\u{28FF}").contains(line[x, y].character))
      }
    }
  }
}
