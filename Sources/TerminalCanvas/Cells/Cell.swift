/// One cell of a screen: a character that can be shown, and its style.
///
/// Whatever a cell is made from, it holds a printable character of one or two columns, so nothing
/// that a file or a name contains can reach the terminal as a command:
///
/// - control characters become their pictures (escape becomes `␛`),
/// - other characters without a shape (formatting, private, unassigned) become `�`,
/// - a character of several code points keeps its first one and its first nonspacing marks.
///
/// A cell has no references, so that a picture of many thousands is copied and compared as bytes are.
public struct Cell: Hashable, Sendable, BitwiseCopyable {
  /// The character's first code point.
  private let first: Unicode.Scalar
  /// Its marks, 21 bits for each, the first of them lowest; zero where there are no more.
  private let marks: UInt64
  /// How it is written.
  public var style: Style
  /// How many columns it takes: 1, 2 for a wide character, 0 for the right half of one.
  let span: UInt8
  /// Which dots of a braille pattern are drawn in another colour, where a picture can.
  public var covered = CoveredDots()
  /// How far above the middle of the cell a mark's place is, in sixteenths of the cell's height, where
  /// a picture can show that.
  public var lift: Int8 = 0
  /// Which dots of a braille pattern are of an outline among points, by the pattern's low byte: where a
  /// picture can, they are drawn smaller.
  public var fineDots: UInt8 = 0

  /// A cell that shows `character` or, where that can't be shown, a visible replacement.
  public init(_ character: Character, style: Style = .plain) {
    (first, marks, span) = Self.printable(character)
    self.style = style
  }

  private init(rightHalfIn style: Style) {
    (first, marks, span) = (" ", 0, 0)
    self.style = style
  }

  /// An empty cell in the terminal's default colours.
  public static let blank = Cell(" ")

  /// Whether a terminal shows both alike, whatever a picture does.
  public func looks(like other: Cell) -> Bool {
    first == other.first && marks == other.marks && span == other.span && style == other.style
  }

  /// The character that is shown.
  public var character: Character {
    guard marks != 0 else { return Character(first) }
    return Character(String(String.UnicodeScalarView(scalars)))
  }

  /// The code points of the character, four at most.
  public var scalars: [Unicode.Scalar] {
    var scalars = [first]
    var rest = marks
    while let mark = Unicode.Scalar(UInt32(rest & 0x1FFFFF)), rest != 0 {
      scalars.append(mark)
      rest >>= 21
    }
    return scalars
  }

  /// Whether the character is the blank.
  public var isBlank: Bool { first == " " && marks == 0 }

  /// How many columns the character takes, 1 or 2; the right half of a wide one takes none.
  public var columns: Int { Int(span) }
  /// Says whether this is the right half of a wide character, which prints nothing itself.
  public var isRightHalf: Bool { span == 0 }

  /// The cell to the right if the character is wide.
  var rightHalf: Cell { Cell(rightHalfIn: style) }
}

/// Dots of a braille pattern that aren't of its cell's owner, and their colour.
///
/// A cell of a terminal has one colour, in which all its dots are shown; a picture can do better.
public struct CoveredDots: Hashable, Sendable, BitwiseCopyable {
  /// The dots, as the low byte of Unicode's braille patterns.
  public var dots: UInt8
  /// Their colour; `nil` is the default one.
  public var ink: Color?

  /// Some dots of a colour; none if nothing is said.
  public init(_ dots: UInt8 = 0, ink: Color? = nil) {
    (self.dots, self.ink) = (dots, ink)
  }
}

extension Cell {
  /// How many nonspacing marks a cell keeps; ncurses holds no more code points in a cell.
  private static let mostMarks = 3

  private static func printable(_ character: Character) -> (Unicode.Scalar, UInt64, UInt8) {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    guard isPrintable(first) else { return (replacement(for: first), 0, 1) }
    let span: UInt8 = DisplayWidth.isWide(first) ? 2 : 1
    if scalars.index(after: scalars.startIndex) == scalars.endIndex { return (first, 0, span) }
    let kept = scalars.dropFirst().filter(isMark).prefix(mostMarks)
    return (first, kept.reversed().reduce(0) { $0 << 21 | UInt64($1.value) }, span)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
      && !scalar.properties.isVariationSelector
      && !scalar.properties.isDefaultIgnorableCodePoint
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x2500..<0x2600, 0x2800..<0x2900: return true
    case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
      return false
    default:
      return !scalar.properties.isDefaultIgnorableCodePoint
        && !(0x1160...0x11FF).contains(scalar.value)
    }
  }

  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
