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
        // A picture has the mark as high as a dot of the line.
        let row = Int(6 - marked[x, y].lift) / 4
        let value = line[x, y].character.unicodeScalars.first?.value ?? 0
        let dots = BrailleCanvas.bit(0, row) | BrailleCanvas.bit(1, row)
        #expect(UInt8(truncatingIfNeeded: value) & dots != 0)
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `at the level of a chart stand in the middle of their cells`(seed: UInt64) throws {
    var random = Congruences(seed: seed)
    for _ in 0..<60 {
      let size = Size(width: 30 + random.below(50), height: 7 + random.below(14))
      let (low, high) = (-1300 - 900 * random.unit(), -1290 + 900 * random.unit())
      let level = low + (high - low) * (0.2 + 0.6 * random.unit())
      // Two rows of dots are enough room for every move.
      let room = 2.1 * (high - low) / Double(size.height * 4 - 16)
      let axes = Axes(x: 0...1, y: low...high, size: size, level: level)
      let roomy = Axes(x: 0...1, y: low - room...high + room, size: size)
      let view = roomy.viewport.leveled(at: level, keeping: low...high)
      #expect(view.y.lowerBound <= low + 1e-6 && view.y.upperBound >= high - 1e-6)
      let row = view.dot(0, level).y
      #expect([1, 2].contains(Int(row.rounded()) % 4), "row \(row)")
      #expect(axes.viewport.y.lowerBound <= low + 0.01 && axes.viewport.y.upperBound >= high - 0.01)
    }
  }
}
