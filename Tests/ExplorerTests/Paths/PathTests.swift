import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `A path` {
  /// The way of a mean: it wanders, slows down and comes to rest.
  private static func way(_ count: Int, seed: UInt64, pace: Double, decay: Double) -> [Point] {
    var generator = SeededGenerator(seed: seed)
    var (place, pace) = (Point(x: 0, y: 0), pace)
    return (0..<count).map { _ in
      place.x += pace * (0.4 + generator.normal())
      place.y += pace * (0.3 + generator.normal())
      pace *= decay
      return place
    }
  }

  private static func canvas(_ corners: some Sequence<Point>, _ viewport: Viewport) -> BrailleCanvas
  {
    var canvas = BrailleCanvas(size: viewport.size, owners: 1)
    canvas.polyline(corners.map { viewport.dot($0.x, $0.y) }, owner: 0)
    return canvas
  }

  private static func dots(_ canvas: BrailleCanvas) -> [UInt8] {
    (0..<canvas.size.height).flatMap { y in
      (0..<canvas.size.width).map { canvas[$0, y]?.dots ?? 0 }
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4, 5, 6, 7, 8))
  func `sets the same dots thinned as whole, at any zoom`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for (pace, decay) in [(0.5, 0.999), (0.5, 0.9), (0.02, 1), (1e-9, 1), (3, 1)] {
      let corners = Self.way(
        generator.index(below: 5000), seed: generator.next(), pace: pace, decay: decay)
      let path = Path(corners)
      for zoom in [1.0, 0.01, 1e-6, 30, 1e4] {
        let centre = corners.last ?? Point(x: 0, y: 0)
        let (x, y) = (centre.x + zoom * generator.normal(), centre.y + zoom * generator.normal())
        let viewport = Viewport(
          x: (x - 10 * zoom)...(x + 10 * zoom), y: (y - 8 * zoom)...(y + 8 * zoom),
          size: Size(width: 1 + generator.index(below: 60), height: 1 + generator.index(below: 30)))
        #expect(
          Self.dots(Self.canvas(path.thinned(on: viewport), viewport))
            == Self.dots(Self.canvas(corners, viewport)), "\(pace) \(decay) \(zoom)")
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `is as it was when it was shorter, also where it goes on otherwise`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var corners = Self.way(3000, seed: seed, pace: 1, decay: 0.999)
    corners[generator.index(below: 3000)].y = .infinity
    let path = Path(corners)
    for _ in 0..<40 {
      let count = generator.index(below: 3001)
      var shorter = path.prefix(count)
      #expect(shorter.points.elementsEqual(corners.prefix(count)))
      for point in corners.prefix(70) { shorter.append(point) }
      let other = Path(Array(corners.prefix(count) + corners.prefix(70)))
      #expect(shorter.box == other.box)
      #expect(
        zip(shorter.boxes, other.boxes).allSatisfy { $0.elementsEqual($1) }
          && shorter.boxes.dropFirst(other.boxes.count).allSatisfy(\.isEmpty))
    }
    #expect(path.points.elementsEqual(corners))
  }

  @Test func `comes down to some hundred corners, however long it is`() {
    let whole = Self.way(300_000, seed: 5, pace: 0.5, decay: 0.9999)
    let far = whole.reduce(into: Box()) { $0.add($1) }
    let viewport = Viewport(
      x: far.low.x...far.high.x, y: far.low.y...far.high.y, size: Size(width: 100, height: 40))
    // It comes to rest after some ten thousand corners; what follows adds next to nothing.
    let (half, all) = (Path(whole.prefix(150_000)), Path(whole))
    let counts = (half.thinned(on: viewport).count, all.thinned(on: viewport).count)
    #expect(counts.1 <= counts.0 + 200, "\(counts)")
    // L rises to its limit, and every iteration is as wide as another.
    let rising = Path((0..<300_000).map { Point(x: Double($0), y: -1 / Double(1 + $0)) })
    let chart = Viewport(x: 0...299_999, y: -1...0, size: Size(width: 100, height: 10))
    #expect(rising.thinned(on: chart).count < 2000)
  }
}
