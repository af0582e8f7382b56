import TerminalCanvas

/// What is told in the place of a picture: lines of sentences and of aligned numbers, without
/// anything that is drawn.
struct Told: Hashable, Sendable {
  /// The lines; an empty one stands between two parts.
  private(set) var lines: [String]

  /// Sentences, a line each.
  init(_ sentences: String...) { lines = sentences }

  /// What a pane of text says at a size that leaves nothing out.
  init(_ size: Size, _ pane: (Size) -> Frame) {
    let frame = pane(size)
    let rows = (0..<size.height).map { y in
      frame.row(y).map { $0.isRightHalf ? "\u{0}" : $0.character.undrawn }
    }
    let indent = rows.compactMap { $0.firstIndex { $0 != " " } }.min() ?? 0
    lines = rows.map { Array($0.dropFirst(indent)) }
      .split { $0.allSatisfy { $0 == " " } }
      .map { Self.lines(of: Array($0)) }
      .reduce(into: []) { all, part in all += (all.isEmpty ? [] : [""]) + part }
  }

  /// This and then something else.
  static func + (first: Told, second: Told) -> Told {
    var both = first
    both.lines += second.lines
    return both
  }

  static func += (first: inout Told, second: Told) { first = first + second }

  /// The lines as they may be written anywhere: nothing in them is a command to a terminal, or drawn.
  var text: String {
    lines.map { line in
      // Numbers have the sign that other programs read.
      let plain = line.replacing(/−(?=[0-9.∞])/, with: "-")
      var shown = Spelling.current.whole(String(plain.map { Cell($0).character.undrawn }))
      while shown.last == " " { shown.removeLast() }
      return shown + "\n"
    }.joined()
  }

  /// More blanks than this between two columns only make them harder to follow.
  private static let widestGap = 3

  /// The rows of one part, without most of the blanks between two columns.
  private static func lines(of rows: [[Character]]) -> [String] {
    let width = rows[0].count
    var kept: [Int] = []
    var gap = 0
    for x in 0..<width {
      gap = rows.allSatisfy { $0[x] == " " } ? gap + 1 : 0
      if gap <= widestGap { kept.append(x) }
    }
    return rows.map { row in
      var line = kept.map { row[$0] }
      while line.last == " " { line.removeLast() }
      return String(line.filter { $0 != "\u{0}" })
    }
  }
}

extension Character {
  /// The character, or what stands for it where nothing is drawn: a blank, and `>` for the mark of
  /// what is chosen.
  fileprivate var undrawn: Character {
    let value = unicodeScalars[unicodeScalars.startIndex].value
    if self == "▸" { return ">" }
    let isDrawn = (0x2500..<0x2600).contains(value) || (0x2800..<0x2900).contains(value)
    return isDrawn || Marks.all.contains(self) ? " " : self
  }
}
