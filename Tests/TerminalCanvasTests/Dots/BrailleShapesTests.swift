import MixtureEngine
import TestSupport
import Testing

@testable import TerminalCanvas

@Suite struct BrailleShapesTests {
  /// The canvas over a background of `x`s, with one cell of them around.
  private func picture(of canvas: BrailleCanvas) -> String {
    let size = Size(width: canvas.size.width + 2, height: canvas.size.height + 2)
    var frame = Frame(size: size, filling: Cell("x"))
    frame.draw(canvas, at: Position(x: 1, y: 1))
    return frame.text
  }

  @Test func `a circle of dots looks round`() {
    var canvas = BrailleCanvas(size: Size(width: 12, height: 6))
    canvas.ellipse(
      center: DotPoint(x: 11.5, y: 11.5), axis: DotPoint(x: 11, y: 0),
      other: DotPoint(x: 0, y: 11))
    expectPicture(
      picture(of: canvas),
      """
      xxxxxxxxxxxxxx
      xxx⣠⠴⠒⠚⠒⠒⠦⣄xxx
      x⢀⡞⠁xxxxxx⠈⢳⡀x
      x⢸xxxxxxxxxx⡇x
      x⢹xxxxxxxxxx⡏x
      x⠈⢧⡀xxxxxx⢀⡼⠁x
      xxx⠙⠲⠤⠤⡤⠤⠖⠋xxx
      xxxxxxxxxxxxxx
      """)
  }

  @Test func `dashes stay where they are when a line grows at its beginning`() {
    var canvas = BrailleCanvas(size: Size(width: 12, height: 4))
    for (y, start) in [0.0, 1, 2, 9].enumerated() {
      let row = Double(4 * y)
      canvas.line(from: DotPoint(x: start, y: row), to: DotPoint(x: 23, y: row), dash: .dashed)
    }
    expectPicture(
      picture(of: canvas),
      """
      xxxxxxxxxxxxxx
      x⠉⠉x⠈⠉⠁x⠉⠉x⠈⠉x
      x⠈⠉x⠈⠉⠁x⠉⠉x⠈⠉x
      xx⠉x⠈⠉⠁x⠉⠉x⠈⠉x
      xxxxx⠈⠁x⠉⠉x⠈⠉x
      xxxxxxxxxxxxxx
      """)
  }

  @Test func `a line is clipped at the canvas, and its dashes stay`() {
    var canvas = BrailleCanvas(size: Size(width: 12, height: 3))
    canvas.line(from: DotPoint(x: -40, y: -40), to: DotPoint(x: 40, y: 40))
    canvas.line(from: DotPoint(x: 0, y: 11), to: DotPoint(x: 23, y: 11), dash: .dashed)
    expectPicture(
      picture(of: canvas),
      """
      xxxxxxxxxxxxxx
      x⠑⢄xxxxxxxxxxx
      xxx⠑⢄xxxxxxxxx
      x⣀⣀x⢀⣑⣄x⣀⣀x⢀⣀x
      xxxxxxxxxxxxxx
      """)
  }

  @Test func `a place that isn't finite interrupts the line`() {
    var canvas = BrailleCanvas(size: Size(width: 4, height: 1))
    canvas.polyline([
      DotPoint(x: 0, y: 0), DotPoint(x: 1, y: 0), DotPoint(x: .nan, y: 0), DotPoint(x: 6, y: 0),
      DotPoint(x: 7, y: 0),
    ])
    #expect(picture(of: canvas) == "xxxxxx\nx⠉xx⠉x\nxxxxxx")
  }

  @Test(arguments: FuzzSeed.usual(1))
  func `lines to any distance end, and draw nothing outside`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let lengths = [0, 1, 7.5, -3, 1e3, -1e9, 1e18, -1e150, 1e308, -1e308, .infinity, .nan]
    func place() -> DotPoint {
      DotPoint(
        x: lengths.randomElement(using: &generator) ?? 0,
        y: lengths.randomElement(using: &generator) ?? 0)
    }
    for _ in 0..<3000 {
      var canvas = BrailleCanvas(size: Size(width: 5, height: 3))
      canvas.line(from: place(), to: place(), dash: .numbered(generator.index(below: 10)))
      canvas.ellipse(center: place(), axis: place(), other: place())
    }
    var empty = BrailleCanvas(size: Size(width: 0, height: 3))
    empty.line(from: place(), to: place())
  }

  @Test func `a clipped line has the dots of the whole one`() {
    for seed in 0..<200 {
      let slope = Double(seed % 20 - 10) / 10
      var clipped = BrailleCanvas(size: Size(width: 6, height: 4))
      clipped.line(
        from: DotPoint(x: -1000, y: 8 - 1000 * slope), to: DotPoint(x: 1000, y: 8 + 1000 * slope))
      for x in 0..<12 {
        let y = Int((8 + Double(x) * slope).rounded())
        guard (1..<15).contains(y) else { continue }
        let near = (-1...1).contains { shift in
          var dot = BrailleCanvas(size: clipped.size)
          dot.set(x, y + shift)
          let (cellX, cellY) = (x / 2, (y + shift) / 4)
          return (dot[cellX, cellY]?.dots ?? 255) & (clipped[cellX, cellY]?.dots ?? 0) != 0
        }
        #expect(near, "column \(x), slope \(slope)")
      }
    }
  }

  @Test func `patterns of the first lines all differ`() {
    #expect(Set((0..<12).map(Dash.numbered)).count == 12)
    let drawn = (0..<7).map { Dash([3, 1, 1, 2]).draws(at: $0) }
    #expect(drawn == [true, true, true, false, true, false, false])
  }
}
