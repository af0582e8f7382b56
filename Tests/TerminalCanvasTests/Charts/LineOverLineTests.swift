import TestSupport
import Testing

@testable import TerminalCanvas

/// Random numbers for pictures, the same for a seed.
struct Congruences {
  private var state: UInt64

  /// The numbers of a seed.
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from 0 to 1.
  mutating func unit() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 0x1p53
  }

  /// A whole number from 0 on.
  mutating func below(_ end: Int) -> Int { min(end - 1, Int(unit() * Double(end))) }
}

@Suite struct `A line over another` {
  private static let (below, above) = (
    Style(foreground: .indexed(3)), Style(foreground: .indexed(4), bold: true)
  )

  private func dots(_ cell: Cell) -> UInt8 {
    let value = cell.character.unicodeScalars.first?.value ?? 0
    return (0x2800..<0x2900).contains(value) ? UInt8(value - 0x2800) : 0
  }

  /// A curve and one that touches it from below.
  private func curves(_ random: inout Congruences) -> (upper: [DotPoint], lower: [DotPoint]) {
    let (slope, bend, touch) = (4 * random.unit() - 2, random.unit(), random.unit())
    let upper = (0...40).map { step in
      let s = Double(step) / 40 - touch
      return DotPoint(x: s, y: slope * s - bend * s * s)
    }
    let gap = 8 * random.unit()
    return (upper, upper.map { DotPoint(x: $0.x, y: $0.y - gap * $0.x * $0.x) })
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `has every cell that it has a dot in, and the other keeps its dots`(seed: UInt64) {
    var random = Congruences(seed: seed)
    for _ in 0..<40 {
      let size = Size(width: 20 + random.below(60), height: 6 + random.below(14))
      let (upper, lower) = curves(&random)
      let places = (upper + lower).map(\.y)
      let (x, y) = (
        (upper.first?.x ?? 0)...(upper.last?.x ?? 1), (places.min() ?? 0)...(places.max() ?? 1)
      )
      func chart(_ lines: [LineChart.Series]) -> Frame {
        LineChart(lines, x: x, y: y).frame(size: size)
      }
      let both = chart([.init(lower, style: Self.below), .init(upper, style: Self.above)])
      let (over, under) = (chart([.init(upper)]), chart([.init(lower)]))
      for place in both.bounds.cells {
        let (cell, own, other) = (both[place], dots(over[place]), dots(under[place]))
        #expect(dots(cell) == own | other)
        guard own | other != 0 else { continue }
        #expect(cell.style == (own != 0 ? Self.above : Self.below))
        #expect(cell.covered.dots == (own != 0 ? other & ~own : 0))
        #expect(cell.covered.dots == 0 || cell.covered.ink == Self.below.foreground)
      }
    }
  }
}
