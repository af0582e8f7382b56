extension TableText {
  /// Reads the declarations of an ARFF file; other texts are left as they are.
  ///
  /// Attribute-Relation File Format: `@attribute NAME TYPE` for each column, then `@data`, then rows
  /// with commas. `%` begins a comment, `?` is a gap, and either quotation mark is one.
  mutating func readARFF() throws(DataError) {
    var names: [String] = []
    var line = 0
    var comments: [Int] = []
    var isDeclared = false
    for (_, content) in lines(from: 0) {
      line += 1
      let text = Text.string(content).drop { $0.isWhitespace }
      let word = text.prefix { !$0.isWhitespace }.lowercased()
      switch word {
      case "": continue
      case "@relation": isDeclared = true
      case "@attribute":
        isDeclared = true
        names.append(Self.attributeName(text.dropFirst(word.count)))
      case "@data":
        guard !names.isEmpty else { return }
        try beginRows(after: line, names: names, comments: comments)
        return
      default:
        guard word.hasPrefix("%") else {
          if isDeclared { throw DataError.format(file: file, format: "unfinished ARFF") }
          return
        }
        comments.append(line)
      }
    }
  }

  private mutating func beginRows(
    after line: Int, names: [String], comments: [Int]
  ) throws(DataError) {
    var number = line
    for (start, content) in lines(from: 0).dropFirst(line) {
      number += 1
      guard let first = content.first(where: { $0 > 0x20 }), first != UInt8(ascii: "%") else {
        continue
      }
      if first == UInt8(ascii: "{") { throw DataError.format(file: file, format: "sparse ARFF") }
      self.start = start
      break
    }
    format = .arff
    self.names = names
    firstLine = number
    separator = .comma
    quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    notes.append("Lines 1 to \(line) declare the columns in ARFF.")
    if let note = TableNotes.comments(count: comments.count, first: comments.first ?? 0) {
      notes.append(note)
    }
  }

  /// The name in ` 'petal length' numeric`.
  private static func attributeName(_ text: Substring) -> String {
    let rest = text.drop { $0.isWhitespace }
    let name: Substring
    if let mark = rest.first, mark == "'" || mark == "\"" {
      name = rest.dropFirst().prefix { $0 != mark }
    } else {
      name = rest.prefix { !$0.isWhitespace }
    }
    return String(name).harmless
  }
}
