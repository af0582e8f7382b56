extension Frame {
  /// The same picture in ASCII alone, for terminals without Unicode and for `--ascii`.
  ///
  /// Lines, bars, braille dots, marks and letters of formulas have look-alikes; everything else
  /// becomes `?`, a wide character two of them. Texts are better spelled as they are written; see
  /// ``Spelling``.
  public var ascii: Frame {
    var plain = self
    for y in 0..<size.height {
      for (x, cell) in row(y).enumerated() {
        guard !cell.isRightHalf else { continue }
        let character = cell.character
        guard character.isASCII == false else { continue }
        let shown = Cell(character.lookalike, style: cell.style)
        plain[x, y] = shown
        if cell.columns == 2 { plain[x + 1, y] = shown }
      }
    }
    return plain
  }
}

extension Character {
  /// The ASCII character that looks most like this one, `?` if none does.
  var lookalike: Character {
    let scalar = unicodeScalars[unicodeScalars.startIndex]
    if (0x2800..<0x2900).contains(scalar.value) {
      return Self.lookalike(ofDots: UInt8(scalar.value - 0x2800))
    }
    return Self.lookalikes[Character(scalar)] ?? "?"
  }

  /// Dots above, in the middle or below; several make a heavier character.
  private static func lookalike(ofDots dots: UInt8) -> Character {
    let (left, right): (UInt8, UInt8) = (0b0100_0111, 0b1011_1000)
    let (top, middle, bottom): (UInt8, UInt8, UInt8) = (0b0000_1001, 0b0011_0110, 0b1100_0000)
    switch dots.nonzeroBitCount {
    case 0: return " "
    case 7...8: return "#"
    case 5...6: return "*"
    default: break
    }
    if dots & left == left || dots & right == right { return "|" }
    if dots & top != 0, dots & bottom != 0 { return ":" }
    if dots & ~top == 0 { return "'" }
    if dots & ~bottom == 0 { return "." }
    if dots & ~middle == 0 { return "-" }
    return dots & top != 0 ? "'" : "."
  }

  private static let lookalikes: [Character: Character] = {
    let pairs: [(String, Character)] = [
      ("─━╌╍┄┅┈┉╴╶–—−‐‑", "-"), ("│┃╎╏┆┇┊┋╵╷", "|"), ("═", "="), ("║", "|"),
      ("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋", "+"), ("╱", "/"), ("╲", "\\"), ("╳", "x"),
      ("▁", "_"), ("▂", "."), ("▃", "-"), ("▄", "="), ("▅", "+"), ("▆", "*"), ("▇", "%"),
      ("█", "@"), ("▓", "%"), ("■", "#"), ("□", "="), ("▒", "+"), ("░", "."), ("▀", "\""),
      ("▏▎▍▌▋▊▉▐", "|"),
      ("●⬤◉", "@"), ("○◯◌", "o"), ("◎", "O"), ("◆", "X"), ("◇", "x"), ("▲", "A"), ("△", "^"),
      ("▼", "V"),
      ("▽", "v"),
      ("◀◁◂◄‹«", "<"), ("▶▷▸►›»", ">"), ("◅", "("), ("▻", ")"), ("▬", "W"), ("▭", "w"),
      ("▮", "I"), ("▯", "i"), ("◢", "J"), ("◿", "j"), ("◣", "L"), ("◺", "l"), ("◤", "F"),
      ("◸", "f"), ("◥", "T"), ("◹", "t"), ("✦", "M"), ("✧", "m"), ("▰", "Z"), ("▱", "z"),
      ("★", "&"), ("☆✱✲∗", "*"), ("♥", "S"), ("♡", "s"),
      ("✕✖✗✘×", "x"), ("✓✔", "v"),
      ("✚", "H"), ("＋", "+"), ("•∙·⋅", "."), ("…", "~"), ("←", "<"), ("→↦⇒", ">"), ("↑", "^"),
      ("↓", "v"), ("±", "~"), ("≈≃∼", "~"), ("≤", "<"), ("≥", ">"), ("≠", "!"), ("≡", "="),
      ("√", "v"), ("∑Σ", "S"), ("∏Π", "P"), ("∫", "S"), ("∞", "8"), ("∂", "d"), ("∇", "V"),
      ("∈", "e"), ("‖∣", "|"), ("‘’´′", "'"), ("“”″", "\""), ("°º", "o"),
      ("⁰₀", "0"), ("¹₁", "1"), ("²₂", "2"), ("³₃", "3"), ("⁴₄", "4"), ("⁵₅", "5"),
      ("⁶₆", "6"), ("⁷₇", "7"), ("⁸₈", "8"), ("⁹₉", "9"), ("⁺", "+"), ("⁻", "-"),
      ("⁽", "("), ("⁾", ")"), ("ₖ", "k"), ("ₙⁿ", "n"), ("ₜᵗ", "t"), ("ᵢⁱ", "i"), ("ⱼ", "j"),
      ("ₓ", "x"), ("ᵀ", "T"),
      ("α", "a"), ("β", "b"), ("γ", "g"), ("δΔ", "d"), ("ε", "e"), ("η", "n"), ("θΘ", "0"),
      ("κ", "k"), ("λΛ", "l"), ("μµ", "m"), ("ν", "v"), ("π", "p"), ("ρ", "r"), ("σ", "s"),
      ("τ", "t"), ("φΦ", "f"), ("χ", "x"), ("ψ", "y"), ("ω", "w"), ("Ω", "O"),
      ("áàâäãå", "a"), ("éèêë", "e"), ("íìîï", "i"), ("óòôöõø", "o"), ("úùûü", "u"),
      ("ç", "c"), ("ñ", "n"), ("ß", "s"), ("ÁÀÂÄÃÅ", "A"), ("ÉÈÊË", "E"), ("ÍÌÎÏ", "I"),
      ("ÓÒÔÖÕØ", "O"), ("ÚÙÛÜ", "U"), ("Ç", "C"), ("Ñ", "N"), ("ℒ", "L"), ("\u{A0}", " "),
    ]
    return Dictionary(
      pairs.flatMap { from, to in from.map { ($0, to) } }, uniquingKeysWith: { first, _ in first })
  }()
}
