/// The measures of a cell in an SVG document, in user units; braille dots then lie on whole ones.
enum SVGCell {
  static let width = 8
  static let height = 16
  /// How far below the cell's top the letters stand.
  static let baseline = 12
  /// The size at which the letters of most monospaced fonts are as wide as a cell.
  static let fontSize = "13.29"
}

/// How a shape is drawn: a class of the style sheet.
enum SVGPen: String {
  /// What lies behind cells, and bars: edges on the pixels, so that no seam shows.
  case paper = "p"
  /// Filled shapes.
  case area = "a"
  /// Filled circles: points for a round pen as wide as a cell.
  case disc = "o"
  /// The outlines of hollow marks.
  case ring = "r"
  /// The same, bold.
  case heavyRing = "q"
  /// The lines of boxes and axes.
  case line = "l"
  /// The same, bold.
  case heavyLine = "h"
  /// Braille dots.
  case dot = "d"
  /// Braille dots of an outline among points.
  case fineDot = "g"
  /// The same, bold.
  case heavyDot = "e"
  /// A digit in a box.
  case digit = "n"
  /// The lightest shade of a cell.
  case lightShade = "s"
  /// A shade of a cell between light and dark.
  case shade = "t"
  /// The darkest shade of a cell.
  case darkShade = "v"

  /// The pen of bold glyphs.
  var bold: SVGPen {
    switch self {
    case .ring: .heavyRing
    case .line: .heavyLine
    case .dot, .fineDot: .heavyDot
    default: self
    }
  }

  /// The pens in the style sheet.
  static let rules = """
    .p,.s,.t,.v{fill:currentColor;shape-rendering:crispEdges}.a{fill:currentColor}
    .s{fill-opacity:.25}.t{fill-opacity:.5}.v{fill-opacity:.75}
    .o,.d,.g,.e,.l,.h,.r,.q,.n{fill:none;stroke:currentColor}.o,.d,.g,.e,.n{stroke-linecap:round}
    .o{stroke-width:7}.d{stroke-width:2.6}.g{stroke-width:1.9}.e{stroke-width:3.7}.l{stroke-width:1}.h{stroke-width:2}
    .r{stroke-width:1.2}.q{stroke-width:1.9}.n{stroke-width:1.6;stroke-linejoin:round}
    """
}

/// The glyphs of some cells that are drawn and not written, as data of SVG paths: one path for each
/// pen and colour.
struct SVGShapes {
  private struct Key: Hashable {
    var pen: SVGPen
    var ink: SVGInk
  }

  /// The colour of glyphs that have none.
  let foreground: String
  private var order: [Key] = []
  private var data: [Key: String] = [:]
  /// What lies over everything else: boxes and what stands in them.
  private var boxes: [(pen: SVGPen, ink: SVGInk, path: String)] = []

  /// No shapes yet, on a ground where glyphs are of a colour if nothing else is said.
  init(foreground: String) { self.foreground = foreground }

  /// The paths, in the order in which they are drawn.
  var paths: [(pen: SVGPen, ink: SVGInk, path: String)] {
    order.map { ($0.pen, $0.ink, data[$0] ?? "") } + boxes
  }

  private mutating func add(_ path: String, _ pen: SVGPen, _ ink: SVGInk) {
    var ink = ink
    ink.paper = nil
    let key = Key(pen: pen, ink: ink)
    if data[key] == nil { order.append(key) }
    data[key, default: ""] += path
  }

  /// Draws a cell's glyph, if it is one that is drawn.
  mutating func add(_ cell: Cell, _ column: Int, _ row: Int, ink: SVGInk) -> Bool {
    let (x, y) = (column * SVGCell.width, row * SVGCell.height)
    let isBold = cell.style.bold
    let scalar = cell.character.unicodeScalars[cell.character.unicodeScalars.startIndex].value
    switch scalar {
    case 0x2800: return true
    case 0x2801...0x28FF:
      addDots(of: cell, UInt8(scalar - 0x2800), x, y, ink: ink)
    case 0x2580...0x259F: add(SVGBlocks.path(scalar, x, y), SVGBlocks.pen(scalar), ink)
    default:
      if let mark = SVGMark.all[cell.character] {
        for stroke in mark.strokes {
          add(
            stroke.path(x, y - Int(cell.lift)), isBold ? stroke.pen.bold : stroke.pen, ink)
        }
      } else if let (arms, isHeavy) = Self.arms[cell.character] {
        add(Self.lines(arms, x, y), isHeavy || isBold ? .heavyLine : .line, ink)
      } else {
        return false
      }
    }
    return true
  }

  /// Draws the dots of a cell's pattern, those that it covers below its own.
  private mutating func addDots(of cell: Cell, _ all: UInt8, _ x: Int, _ y: Int, ink: SVGInk) {
    let covered = all & cell.covered.dots
    let fine = all & ~covered & cell.fineDots
    let own = all & ~covered & ~fine
    let isBold = cell.style.bold
    if covered != 0 {
      let other = SVGInk(ink: cell.covered.ink?.hex ?? foreground)
      add(Self.dots(covered, x, y), .dot, other)
    }
    if fine != 0 { add(Self.dots(fine, x, y), isBold ? .heavyDot : .fineDot, ink) }
    // The outline is what is bold where it shares the cell with points.
    let isHeavy = isBold && cell.fineDots == 0
    if own != 0 { add(Self.dots(own, x, y), isHeavy ? .heavyDot : .dot, ink) }
  }

  /// Draws a digit in a box that is somewhat larger than its cell, if the character is one.
  mutating func addBox(
    _ character: Character, _ column: Int, _ row: Int, ink: SVGInk, paper: String
  ) -> Bool {
    guard let digit = SVGMark.digits[character] else { return false }
    let (x, y) = (column * SVGCell.width, row * SVGCell.height)
    let box =
      "M\(x + 1) \(y + 1)h6a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2z"
    var ink = ink
    ink.paper = nil
    boxes.append((.area, SVGInk(ink: paper), box))
    boxes.append((.digit, ink, digit.path(x, y)))
    return true
  }

  private static func dots(_ mask: UInt8, _ x: Int, _ y: Int) -> String {
    let places = [(2, 2), (2, 6), (2, 10), (6, 2), (6, 6), (6, 10), (2, 14), (6, 14)]
    return places.enumerated().reduce(into: "") { path, dot in
      if mask & (1 << UInt8(dot.offset)) != 0 {
        path += "M\(x + dot.element.0) \(y + dot.element.1)h0"
      }
    }
  }

  private static func lines(_ arms: String, _ x: Int, _ y: Int) -> String {
    switch arms {
    case "lr": return "M\(x) \(y + 8)h8"
    case "ud": return "M\(x + 4) \(y)v16"
    case "dashed ud": return "M\(x + 4) \(y + 1)v2m0 2v2m0 2v2m0 2v2"
    case "dashed lr": return "M\(x) \(y + 8)h2m1 0h2m1 0h2"
    default: break
    }
    return arms.reduce(into: "") { path, arm in
      path += "M\(x + 4) \(y + 8)"
      switch arm {
      case "l": path += "h-4"
      case "r": path += "h4"
      case "u": path += "v-8"
      default: path += "v8"
      }
    }
  }

  /// Where a line leads from the middle of its cell: left, right, up, down; and whether it is heavy.
  private static let arms: [Character: (String, Bool)] = [
    "─": ("lr", false), "│": ("ud", false), "┌": ("rd", false), "┐": ("ld", false),
    "└": ("ru", false), "┘": ("lu", false), "├": ("rud", false), "┤": ("lud", false),
    "┬": ("lrd", false), "┴": ("lru", false), "┼": ("lrud", false), "╭": ("rd", false),
    "╮": ("ld", false), "╰": ("ru", false), "╯": ("lu", false), "━": ("lr", true),
    "┃": ("ud", true), "┊": ("dashed ud", false), "┆": ("dashed ud", false),
    "┄": ("dashed lr", false), "╌": ("dashed lr", false), "┅": ("dashed lr", true),
    "╍": ("dashed lr", true),
  ]
}

/// Blocks: bars of eighths, halves, quarters and shades.
enum SVGBlocks {
  /// The data of a path that draws a block, by its code point from U+2580 to U+259F.
  static func path(_ scalar: UInt32, _ x: Int, _ y: Int) -> String {
    func area(_ left: Int, _ top: Int, _ width: Int, _ height: Int) -> String {
      "M\(x + left) \(y + top)h\(width)v\(height)h-\(width)z"
    }
    switch scalar {
    case 0x2580: return area(0, 0, 8, 8)
    case 0x2581...0x2588:
      let height = 2 * Int(scalar - 0x2580)
      return area(0, 16 - height, 8, height)
    case 0x2589...0x258F: return area(0, 0, 8 - Int(scalar - 0x2588), 16)
    case 0x2590: return area(4, 0, 4, 16)
    case 0x2591...0x2593: return area(0, 0, 8, 16)
    case 0x2594: return area(0, 0, 8, 2)
    case 0x2595: return area(7, 0, 1, 16)
    default:
      // Upper left, upper right, lower left, lower right.
      let quarters: [[Int]] = [
        [2], [3], [0], [0, 2, 3], [0, 3], [0, 1, 2], [0, 1, 3], [1], [1, 2], [1, 2, 3],
      ]
      return quarters[Int(scalar - 0x2596)].map { area($0 % 2 * 4, $0 / 2 * 8, 4, 8) }.joined()
    }
  }

  /// The pen that draws a block: shades let the paper through, as dots on a grid would shimmer.
  static func pen(_ scalar: UInt32) -> SVGPen {
    switch scalar {
    case 0x2591: .lightShade
    case 0x2592: .shade
    case 0x2593: .darkShade
    default: .paper
    }
  }
}
