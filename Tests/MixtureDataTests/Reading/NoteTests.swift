import MixtureData
import MixtureEngine
import Testing

/// What is passed over is counted and said, and nothing else is said.
@Suite struct `Notes on a table` {
  static let tables: [(text: String, notes: [String])] = [
    ("x,y\n1.5,2\n3,4\n", []),
    (
      "# made by hand\nx,y\n1.5,2\n# a remark\n3,4\n",
      ["2 lines are comments and were passed over, the first is line 1."]
    ),
    ("x,y\n% remark\n1.5,2\n3,4\n", ["Line 2 is a comment and was passed over."]),
    (
      "| x | y |\n|---|---|\n| 1.5 | 2 |\n| 3 | 4 |\n",
      ["Line 2 is a rule of dashes and was passed over."]
    ),
    (
      "Study 3\nVienna\n\nx,y\n1.5,2\n3,4\n",
      ["Lines 1 to 2 stand above the names and were passed over."]
    ),
    ("Study\n1.5,2\n3,4\n", ["Line 1 stands above the rows and was passed over."]),
    (
      "x,y\ncm,kg\nfloat,float\n1.5,2\n3,4\n",
      ["Lines 2 and 3 have units or types (cm, kg, float, float) and were passed over."]
    ),
    (
      "n,x,y\n1,1.5,2\n2,3,4\n3,5,5\n", ["Column n counts the rows and was passed over."]
    ),
    (
      "id,x,y\n17,1.5,2\n4,3,4\n9,5,5\n",
      ["Column id is an index of the rows and was passed over."]
    ),
    (
      "n,x\n0,1.5\n1,3\n2,5\n",
      ["Column n counts the rows; it is taken because x is the only other column of numbers."]
    ),
    (
      "a,x,y\n,1.5,2\n,3,4\n7,5,5\n", ["Column a is mostly empty and was passed over."]
    ),
    (
      "a,x,y\n1,1.5,2\nu,3,4\nv,5,5\n",
      ["Column a was passed over for its words, though it holds numbers: line 3 has 'u'."]
    ),
    (
      "gene,1,2,3\nA,0.5,1.5,2\nB,0.7,1.1,3\n",
      ["Line 1 has the names of the columns, although they are numbers (1, 2, 3)."]
    ),
    (
      "x;y\n1,5;2\n3;4\n",
      ["The comma is the decimal mark, as line 2, column x: '1,5' shows."]
    ),
    (
      "x,y\n\"1,137\",2\n\"2,250\",4\n", ["The commas in column x group three digits."]
    ),
    ("x;y\n1 137;2\n2 250;4\n", ["The blanks in column x group three digits."]),
    (
      "x,y\n5%,2\n7.5%,4\n",
      ["The cells of column x are percentages; 45 stands for 45%."]
    ),
    ("\"x;y\"\n\"1.5;2\"\n\"3;4\"\n", ["The quotation marks around whole lines were dropped."]),
  ]

  @Test(arguments: tables.indices)
  func `say what was passed over, and why`(table: Int) throws {
    let (text, notes) = Self.tables[table]
    #expect(try read(text, as: "points.txt").notes == notes, "\(text)")
  }

  @Test func `don't call a column a counter that stops counting far down`() throws {
    let word = String(repeating: "word ", count: 60)
    let rows = (1...4_000).map { "\($0),\(Double($0) / 7),\(Double($0) / 3),\(word)" }
    let counting = (["n,x,y,w"] + rows).joined(separator: "\n")
    #expect(try read(counting).xName == "x")
    let other = try read(counting + "\n7,1.5,2,w\n")
    #expect(other.xName == "n" && other.points.count == 4_001 && other.notes.isEmpty)
  }

  @Test func `name the first cell in the way where there are not two columns of numbers`() {
    #expect(
      refusal("x,y\n0x10,1\n0x20,2\n")
        == "points.csv has only one column of numbers (y), and points of the plane need two: "
        + "line 2, column x: '0x10' is not a number.")
    #expect(
      refusal("when,what\n6:30,a\n7:30,b\n")
        == "points.csv has no column of numbers: line 2, column when: '6:30' is not a number; "
        + "correct such cells, or say how the file is written with --separator or --decimal.")
  }
}

/// What the user says goes before what the text shows.
@Suite struct `Options of reading` {
  @Test func `name the separator`() throws {
    #expect(try read("1:2:3\n4:5:6\n", ReadingOptions(separator: Separator(":"))).points.count == 2)
    let pairs = ReadingOptions(separator: .blanks, decimal: .comma)
    #expect(
      try read("10,20 30,40\n11,21 31,41\n", pairs).points.points
        == [Point(x: 10.2, y: 30.4), Point(x: 11.21, y: 31.41)])
  }

  @Test func `name a line of names, or none`() throws {
    let text = "k1,k2\n1990,1991\n1.5,2\n3,4\n"
    let named = try read(text, ReadingOptions(header: .line(2)))
    #expect([named.xName, named.yName] == ["1990", "1991"] && named.points.count == 2)
    let nameless = try read(text, ReadingOptions(header: HeaderChoice.none))
    #expect(nameless.xName == "column 1" && nameless.points.count == 3)
    #expect(
      refusal(text, ReadingOptions(header: .line(9)))
        == "points.csv has no line 9 that could have the names of its columns; "
        + "give another line with --header.")
  }

  @Test func `name gaps, numbers by their value`() throws {
    let text = "x,y\n1,-9999\n2,-9999.0\n3,x\n4,5\n"
    let data = try read(text, ReadingOptions(gaps: ["-9999", "X"]))
    #expect(data.points.points == [Point(x: 4, y: 5)] && data.skippedRows == 3)
  }

  @Test(arguments: [
    ReadingOptions(), ReadingOptions(separator: .tab, decimal: .comma),
    ReadingOptions(separator: .character(UInt8(ascii: ":")), gaps: ["-9999", "--"]),
    ReadingOptions(gaps: ["a b"], header: .line(3)), ReadingOptions(header: HeaderChoice.none),
  ])
  func `come back from the words that a session keeps`(options: ReadingOptions) {
    #expect(ReadingOptions(arguments: options.arguments) == options)
  }

  @Test(arguments: [["--separator"], ["--separator", "12"], ["--head", "1"], ["--header", "0"]])
  func `are not made of words that mean nothing`(words: [String]) {
    #expect(ReadingOptions(arguments: words) == nil)
  }
}
