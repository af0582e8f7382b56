import Testing

@testable import emscope

@Suite struct `A value in TOML` {
  private func content(_ value: String) throws -> PlainTOML.Value.Content? {
    try PlainTOML(Array("a = \(value)".utf8)).top["a"]?.value.content
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\tb\\\"é""#, "a\tb\\\"é"),
    (#""\b\f\n\r\u00e9\U0001F600""#, "\u{8}\u{C}\n\ré😀"),
    (#"'C:\new "x"'"#, #"C:\new "x""#), ("''", ""), ("\"\"\"\na\n\n b\"\"\"", "a\n\n b"),
    ("\"\"\"a \\\n\n\t b\"\"\"", "a b"), ("\"\"\"a\"\"b\"\"\"\"\"", "a\"\"b\"\""),
    ("'''\r\n\\n''\rb'''", "\\n''\nb"), ("\"# [[a]]\"", "# [[a]]"),
  ])
  func `is a text in any quotes`(text: String, string: String) throws {
    #expect(try content(text) == .string(string))
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("+12", 12), ("-1_000", -1000), ("0xFf_0", 0xFF0), ("0o17", 15),
    ("0b1_01", 5), ("9223372036854775807", .max), ("-9223372036854775808", .min),
  ])
  func `is a whole number`(text: String, integer: Int) throws {
    #expect(try content(text) == .integer(integer))
  }

  @Test(arguments: [
    ("0.5", 0.5), ("-1.25e2", -125), ("1e5", 1e5), ("+3_0.0_1E-0_1", 3.001), ("1e-400", 0),
  ])
  func `is a number with fraction or exponent`(text: String, float: Double) throws {
    #expect(try content(text) == .float(float))
  }

  @Test func `is true or false`() throws {
    #expect(try content("true") == .boolean(true))
    #expect(try content("false # not true") == .boolean(false))
  }

  @Test func `is an array, of which each value knows its place`() throws {
    let text = """
      choices = ["é", # the first
        'b',

        [[1, 2.5], [],],
      ] # the end
      """
    let value = try #require(try PlainTOML(Array(text.utf8)).top["choices"]?.value)
    func at(_ line: Int, _ column: Int, _ content: PlainTOML.Value.Content) -> PlainTOML.Value {
      PlainTOML.Value(content: content, place: PlainTOML.Place(line: line, column: column))
    }
    let pair = at(4, 4, .array([at(4, 5, .integer(1)), at(4, 8, .float(2.5))]))
    let nested = at(4, 3, .array([pair, at(4, 14, .array([]))]))
    #expect(value == at(1, 11, .array([at(1, 12, .string("é")), at(2, 3, .string("b")), nested])))
  }

  @Test func `stands in the table above it, in the order of the lines`() throws {
    let text = try PlainTOML(Array("b = 1\na = 2\n[[step]]\na = 3\n [[ x ]]\n[[step]]\na=4".utf8))
    #expect(text.top.name == nil && text.top.entries.map(\.key.text) == ["b", "a"])
    #expect(text.tables.map(\.name?.text) == ["step", "x", "step"])
    #expect(text.tables.map { $0["a"]?.value.integer } == [3, nil, 4])
    #expect(text.tables[1].name?.place == PlainTOML.Place(line: 5, column: 5))
  }
}
