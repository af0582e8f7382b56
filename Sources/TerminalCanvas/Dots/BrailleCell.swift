/// What a cell of a braille canvas holds.
public struct BrailleCell: Hashable, Sendable {
  /// The dots that are set, as the low byte of Unicode's braille patterns.
  public let dots: UInt8
  /// The topmost layer that has a dot in the cell.
  public let layer: BrailleCanvas.Layer
  /// Whose cell it is; `nil` when it is nobody's.
  public let owner: Int?
  /// How many times a dot was set in the topmost layer: the density, for a layer of points.
  public let count: Int

  /// The braille pattern of the dots.
  public var glyph: Character {
    Unicode.Scalar(0x2800 + UInt32(dots)).map(Character.init) ?? " "
  }
}

extension Frame {
  /// Draws the cells of a canvas that have dots, clipped at the frame; the others stay as they
  /// are.
  ///
  /// - Parameter cell: Says how a cell of the canvas looks; `nil` leaves the frame's own.
  public mutating func draw(
    _ canvas: BrailleCanvas, at position: Position, as cell: (BrailleCell) -> Cell?
  ) {
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        guard let dots = canvas[x, y], let shown = cell(dots) else { continue }
        self[position.x + x, position.y + y] = shown
      }
    }
  }

  /// Draws the braille patterns of a canvas, each cell in the style of its owner.
  public mutating func draw(
    _ canvas: BrailleCanvas, at position: Position, style: (BrailleCell) -> Style = { _ in .plain }
  ) {
    draw(canvas, at: position, as: { Cell($0.glyph, style: style($0)) })
  }
}
