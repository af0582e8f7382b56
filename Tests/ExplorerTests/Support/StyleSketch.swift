import TerminalCanvas

@testable import Explorer

extension Frame {
  /// The styles of the frame as letters, to be compared with a drawing; blanks stay blank.
  ///
  /// | letter | role | letter | role |
  /// |---|---|---|---|
  /// | `.` | text | `1 2 3` | component |
  /// | `,` | secondary text, axes | `X Y Z` | mean |
  /// | `v` | a value, and keys | `p q r` | trail, arrow |
  /// | `!` | alarm | `i j k` | region |
  /// | `L` | L | `t u w` | a told label |
  /// | `F` | F | `s` | selection, title |
  /// | `c` | contours | `A B C` | optimum |
  /// | | | `~` | any other colour |
  func styles(_ theme: Theme) -> String {
    var letters: [(Style, Character)] = [
      (.plain, "."), (theme.style(.muted), ","), (theme.style(.value), "v"),
      (theme.style(.alert), "!"), (theme.style(.likelihood), "L"), (theme.style(.bound), "F"),
      (theme.style(.contour), "c"), (theme.style(.selection), "s"),
    ]
    for (number, letter) in "ABC".enumerated() {
      letters.append((theme.style(.optimum(number)), letter))
    }
    for (k, (component, mean, trail, region, told)) in [
      ("1", "X", "p", "i", "t"), ("2", "Y", "q", "j", "u"), ("3", "Z", "r", "k", "w"),
    ].enumerated() as EnumeratedSequence<[(Character, Character, Character, Character, Character)]>
    {
      var underlined = theme.style(.component(k))
      (underlined.underline, underlined.bold) = (true, true)
      letters += [
        (theme.style(.component(k)), component), (theme.style(.mean(k)), mean),
        (theme.style(.trail(k)), trail), (theme.style(.region(k)), region), (underlined, told),
      ]
    }
    return (0..<size.height).map { y in
      var row = ""
      for cell in self.row(y) where !cell.isRightHalf {
        let isSeen = cell.character != " " || cell.style.reverse || cell.style.underline
        row.append(isSeen ? letters.first { $0.0 == cell.style }?.1 ?? "~" : " ")
      }
      while row.last == " " { row.removeLast() }
      return row
    }.joined(separator: "\n")
  }

  /// A part of the frame.
  func part(columns: Range<Int>, rows: Range<Int>) -> Frame {
    var part = Frame(size: Size(width: columns.count, height: rows.count))
    part.paste(self, at: Position(x: -columns.lowerBound, y: -rows.lowerBound))
    return part
  }
}
