/// The measures of a cell in an SVG document, in user units.
enum SVGCell {
  static let width = 9
  static let height = 18
  /// How far below the cell's top the letters stand.
  static let baseline = 14
}

/// The glyphs of some cells that are drawn and not written, as data of SVG paths.
struct SVGShapes {
  /// Filled rectangles: bars and shades.
  private(set) var areas = ""
  /// Strokes: the lines of boxes and axes.
  private(set) var lines = ""
  /// Points for a round pen: braille dots.
  private(set) var dots = ""

  /// The shapes of cells side by side, the first with its upper left corner at a place.
  init(_ cells: [Cell], x: Int, y: Int) {
    for (index, cell) in cells.enumerated() {
      let left = x + index * SVGCell.width
      let scalar = cell.character.unicodeScalars[cell.character.unicodeScalars.startIndex].value
      switch scalar {
      case 0x2801...0x28FF: addDots(UInt8(scalar - 0x2800), left, y)
      case 0x2581...0x2588: addBar(eighths: Int(scalar - 0x2580), left, y)
      case 0x2591...0x2593: addShade(quarters: Int(scalar - 0x2590), left, y)
      default: addLine(cell.character, left, y)
      }
    }
  }

  /// Says whether a glyph is drawn as a shape, so that it isn't text.
  static func isDrawn(_ character: Character) -> Bool {
    let scalar = character.unicodeScalars[character.unicodeScalars.startIndex].value
    return (0x2800...0x28FF).contains(scalar) || (0x2581...0x2588).contains(scalar)
      || (0x2591...0x2593).contains(scalar) || arms[character] != nil
  }

  private mutating func addDots(_ mask: UInt8, _ x: Int, _ y: Int) {
    let bits: [(Int, Int)] = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    for (bit, (column, row)) in bits.enumerated() where mask & (1 << UInt8(bit)) != 0 {
      // Tenths of a unit: quarter and three quarters of the width, eighths of the height.
      let tenthsX = x * 10 + 22 + column * 45
      let tenthsY = y * 10 + 22 + row * 45
      dots += "M\(tenthsX / 10).\(tenthsX % 10) \(tenthsY / 10).\(tenthsY % 10)h.01"
    }
  }

  private mutating func addBar(eighths: Int, _ x: Int, _ y: Int) {
    let tenths = eighths * SVGCell.height * 10 / 8
    let top = (y + SVGCell.height) * 10 - tenths
    areas +=
      "M\(x) \(top / 10).\(top % 10)h\(SVGCell.width)V\(y + SVGCell.height)h-\(SVGCell.width)z"
  }

  /// A grid of squares, the fuller the darker.
  private mutating func addShade(quarters: Int, _ x: Int, _ y: Int) {
    for row in stride(from: 0, to: SVGCell.height, by: 3) {
      for column in stride(from: 0, to: SVGCell.width, by: 3) {
        areas += "M\(x + column) \(y + row)h\(quarters)v1h-\(quarters)z"
      }
    }
  }

  private mutating func addLine(_ character: Character, _ x: Int, _ y: Int) {
    guard let arms = Self.arms[character] else { return }
    let middle = "M\(x + 4).5 \(y + 9)"
    if arms.contains("l") { lines += middle + "H\(x)" }
    if arms.contains("r") { lines += middle + "H\(x + SVGCell.width)" }
    if arms.contains("u") { lines += middle + "V\(y)" }
    if arms.contains("d") { lines += middle + "V\(y + SVGCell.height)" }
  }

  /// Where a line leads from the middle of its cell: left, right, up, down.
  private static let arms: [Character: String] = [
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
    "┬": "lrd", "┴": "lru", "┼": "lrud", "╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu",
  ]
}
