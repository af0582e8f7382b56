import TOMLKit

/// The part of TOML that lessons and preferences are written in: comments, `[[tables]]`, and
/// `key = value` with bare keys, where a value is a string, a number, true or false.
///
/// The lines are looked at before the library parses them, because it stops the program at some
/// malformed keys instead of refusing them.
enum PlainTOML {
  /// A mistake and its line, counted from 1.
  struct Problem: Error, Hashable {
    var line: Int
    var sentence: String
  }

  /// Parses a text.
  ///
  /// - Throws: ``Problem``.
  static func parse(_ text: String) throws -> TOMLTable {
    try checkLines(text)
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw Problem(line: error.source.begin.line, sentence: "\(error.description).")
    }
  }

  /// The lines of a text, which end in LF or, as on Windows, in CR LF.
  static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  private static func checkLines(_ text: String) throws {
    var open: String?
    for (index, line) in lines(of: text).enumerated() {
      if let quotes = open {
        if line.contains(quotes) { open = nil }
        continue
      }
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.allSatisfy(\.isWhitespace) || content.first == "#" || isHeader(content) {
        continue
      }
      guard let value = value(of: content) else {
        throw Problem(
          line: index + 1, sentence: "this is neither key = value nor [[step]] nor a # comment.")
      }
      for quotes in ["\"\"\"", "'''"] where value.hasPrefix(quotes) {
        if !value.dropFirst(3).contains(quotes) { open = quotes }
      }
    }
  }

  /// Whether a line is the header of a table of an array, perhaps with a comment.
  private static func isHeader(_ line: Substring) -> Bool {
    guard line.hasPrefix("[["), let end = line.firstRange(of: "]]") else { return false }
    let name = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
    let rest = line[end.upperBound...].drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    return !name.isEmpty && name.allSatisfy(isBare) && (rest.isEmpty || rest.first == "#")
  }

  /// The value of `key = value`, or `nil` if the line is nothing of the kind.
  private static func value(of line: Substring) -> Substring? {
    let key = line.prefix(while: isBare)
    let rest = line[key.endIndex...].drop { $0 == " " || $0 == "\t" }
    guard !key.isEmpty, rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
    guard let first = value.first, "\"'+-0123456789tf".contains(first) else { return nil }
    return value
  }

  private static func isBare(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character))
  }
}
