import Testing

@testable import emscope

@Suite struct `TOML that is not read` {
  private func refusal(of bytes: [UInt8]) -> PlainTOML.Problem? {
    do {
      _ = try PlainTOML(bytes)
      return nil
    } catch {
      return error as? PlainTOML.Problem
    }
  }

  @Test(arguments: [
    ("a = 1979-05-27", 1, 5, "1979-05-27 is no value here: write a text in quotes (a date too)"),
    ("\na = 07:32:00", 2, 5, "a date too"), ("a = {b = 1}", 1, 5, "write [[name]]"),
    ("a.b = 1", 1, 2, "write one of letters, digits, _ and -"), ("\"a\" = 1", 1, 1, "without them"),
    ("x\n 'a' = 1", 1, 2, "after a key come = and its value"), ("[[a.b]]", 1, 4, "key with dots"),
    ("[table]", 1, 1, "write [[name]]"), ("[[a] ]", 1, 4, "]] has to close"),
    ("[ [a]]", 1, 1, "write [[name]]"),
    ("a = inf", 1, 5, "a finite number"), ("a = -nan", 1, 5, "a finite number"),
    ("a = 1\nb = 2\na = 3", 3, 1, "a is in line 1 already"),
    ("step = 1\n\n[[step]]", 3, 3, "step is in line 1 already"),
    ("[[s]]\nb = 1\nb = 1", 3, 1, "b is in line 2 already"),
    ("a =", 1, 4, "a value is missing"), ("a = # b", 1, 5, "a value is missing"),
    ("a =\n1", 1, 4, "a value is missing"), ("a = dark", 1, 5, "dark is no value"),
    ("a = True", 1, 5, "write a text in quotes"), ("= 1", 1, 1, "neither key = value"),
    ("é = 1", 1, 1, "neither key = value"), ("a = \"é\" b", 1, 9, "only a # comment"),
    ("a = 1 b = 2", 1, 7, "begin a new line"), ("a = \"b", 1, 5, "write \" in the same line"),
    ("a = 'b\n'", 1, 5, "write ' in the same line"), ("\na = '''b\n\n''", 2, 5, "write '''"),
    ("a = \"é\\x41\"", 1, 7, "for itself write \\\\"), ("a = \"\\", 1, 6, "begins an escape"),
    ("a = \"b\\\n\"", 1, 7, "begins an escape"),
    ("a = \"\"\"\n\\ b\"\"\"", 2, 1, "begins an escape"),
    ("a = \"\\e\"", 1, 6, "begins an escape"), ("a = \"\\u12\"", 1, 6, "no character's number"),
    ("a = \"\\uD800\"", 1, 6, "no character's number"),
    ("a = \"\\U00110000\"", 1, 6, "no character"),
    ("a = \"\\u+123\"", 1, 6, "no character's number"), ("a = [1\n2]", 2, 1, "a comma"),
    ("a = [1,\n\n# 2", 1, 5, "not closed"), ("a = [,]", 1, 6, "a value is missing"),
    ("a = [\n{}]", 2, 1, "inline"), ("a = \"b\u{7}\"", 1, 7, "a control character"),
    ("# é\u{0}", 1, 4, "a control character"), ("a = 1\u{C}", 1, 6, "a control character"),
    ("a = 1\r\n\u{7F}", 2, 1, "a control character"), ("a = 1\r\rb", 3, 2, "after a key"),
    ("a = \"\u{FEFF}\"\n\u{FEFF}b = 1", 2, 1, "neither"), ("\u{FEFF}a", 1, 2, "after a key"),
  ])
  func `is refused with line, column, and what is possible instead`(
    text: String, line: Int, column: Int, advice: String
  ) throws {
    let problem = try #require(refusal(of: Array(text.utf8)))
    #expect(problem.place == PlainTOML.Place(line: line, column: column), "\(problem)")
    #expect(problem.sentence.hasPrefix("column \(column): ") && problem.sentence.contains(advice))
    #expect(problem.sentence.hasSuffix("."), "\(problem)")
  }

  @Test(arguments: [
    "01", "00", "0_1", "-01", "_1", "1_", "1__0", "+-1", "1.", ".5", "1.e5", "1._5", "1_.5", "01.5",
    "1e", "1e+", "1e_5", "1.5.2", "1e5e5", "0x", "0x_1", "+0x1", "0xG", "0b2", "0o8", "0X1", "1f",
    "-",
    "0x1.8", "0b1e1", "1e1.5",
  ])
  func `has a number that TOML does not know`(word: String) throws {
    let problem = try #require(refusal(of: Array("a = \(word)".utf8)), "\(word)")
    #expect(problem.sentence.contains("\(word) is no value here"), "\(problem)")
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "0x8000000000000000", "1e400", "-1.5e309",
  ])
  func `has a number beyond 64 bits`(word: String) throws {
    let problem = try #require(refusal(of: Array("a = \(word)".utf8)), "\(word)")
    #expect(problem.sentence.contains("\(word) is too large"), "\(problem)")
  }

  @Test func `is not UTF-8, which is said with its line`() throws {
    let latin = try #require(refusal(of: Array("a = \"é\"\r\nb = \"".utf8) + [0xE9, 0x22]))
    #expect(latin.place == PlainTOML.Place(line: 2, column: 6))
    #expect(latin.sentence.contains("save the file as UTF-8"))
    #expect(refusal(of: [0xFF, 0xFE, 0x61, 0x00])?.place == PlainTOML.Place(line: 1, column: 1))
    #expect(refusal(of: [0x23, 0x0D, 0x23, 0xE2, 0x82])?.place.line == 2)
  }

  @Test func `nests its arrays too deep`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array("a = ".utf8) + Array(repeating: UInt8(ascii: "["), count: depth)
        + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(refusal(of: nested(16)) == nil)
    #expect(refusal(of: nested(17))?.place == PlainTOML.Place(line: 1, column: 21))
    #expect(refusal(of: nested(1_000_000))?.place.column == 21)
  }

  /// Time that grows with the square of the length would take hours.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      ("a = [", "1,"), ("a = [", "\"é\","), ("a = [", "[],"), ("a = [1", "\r"), ("a = [", "#\n"),
      ("a = \"", "\\n"), ("a = \"\"\"", "\"\"b"), ("a = \"\"\"", "\\\n \n"), ("a = '''", "\r"),
      ("a = ", "1_0"), ("a = 1.", "5"), ("a = 1e", "0"), ("# ", "é"), ("", "\r"), ("", " "),
      ("", "[[a]]\n"), ("", "a"), ("é", "\u{301}"),
    ])
  func `is read or refused in a time that grows with its length`(start: String, part: String) {
    let text = start + String(repeating: part, count: 300_000 / part.utf8.count)
    _ = refusal(of: Array(text.utf8))
  }
}
