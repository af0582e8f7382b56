import Testing

@testable import TerminalCanvas

@Suite struct BrailleCanvasTests {
  private let one = Size(width: 1, height: 1)

  @Test func `all dots of a cell are shown whoever set them`() {
    var canvas = BrailleCanvas(size: one)
    canvas.set(0, 0, owner: 0)
    canvas.set(1, 3, owner: 1, layer: .curve)
    #expect(canvas[0, 0]?.glyph == "⢁")
  }

  @Test func `the eight dots are the eight of Unicode's patterns`() {
    let glyphs = (0..<8).map { dot in
      var canvas = BrailleCanvas(size: one)
      canvas.set(dot % 2, dot / 2)
      return canvas[0, 0]?.glyph
    }
    #expect(glyphs == ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"])
  }

  @Test func `a cell belongs to the topmost layer and there to the owner of most dots`() {
    var canvas = BrailleCanvas(size: one, owners: 0)
    for _ in 0..<9 { canvas.set(0, 0, owner: 5, layer: .curve) }
    #expect(canvas[0, 0]?.owner == 5)
    canvas.set(0, 0, owner: 1)
    #expect(canvas[0, 0]?.owner == 1 && canvas[0, 0]?.layer == .points)
    canvas.set(1, 1, owner: 7)
    canvas.set(1, 1, owner: 7)
    for _ in 0..<9 { canvas.set(0, 0, owner: 5, layer: .curve) }
    #expect(canvas[0, 0]?.owner == 7 && canvas[0, 0]?.count == 3)
    canvas.set(0, 3, owner: 2, layer: .marks)
    #expect(canvas[0, 0]?.owner == 2 && canvas[0, 0]?.count == 1)
  }

  @Test func `of equals the lowest number owns the cell`() {
    var canvas = BrailleCanvas(size: one)
    canvas.set(0, 0, owner: 9)
    canvas.set(0, 1, owner: 3)
    #expect(canvas[0, 0]?.owner == 3)
    canvas.set(0, 1)
    #expect(canvas[0, 0]?.owner == nil && canvas[0, 0]?.count == 3)
  }

  @Test func `where owners cover each other the last one owns the cell, however few its dots`() {
    var canvas = BrailleCanvas(size: one, owners: 2, sharing: .last)
    for y in 0..<4 { canvas.set(0, y, owner: 0, layer: .curve) }
    #expect(canvas[0, 0]?.owner == 0 && canvas[0, 0]?.covered == nil)
    canvas.set(0, 0, owner: 1, layer: .curve)
    canvas.set(1, 0, owner: 1, layer: .curve)
    #expect(canvas[0, 0]?.owner == 1 && canvas[0, 0]?.glyph == "⡏")
    #expect(canvas[0, 0]?.covered?.glyph == "⡆" && canvas[0, 0]?.covered?.owner == 0)
  }

  @Test func `dots outside and places without number are ignored`() {
    var canvas = BrailleCanvas(size: one)
    for (x, y) in [(-1, 0), (0, -1), (2, 0), (0, 4), (.max, .min)] { canvas.set(x, y) }
    for bad in [Double.nan, .infinity, 1e300] { canvas.set(DotPoint(x: bad, y: 0)) }
    #expect(canvas[0, 0] == nil && canvas[5, 5] == nil && canvas[-1, 0] == nil)
  }
}
