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
      [
        "Column n counts the rows; it is taken because column x is the only other column of numbers."
      ]
    ),
    (
      "a,x,y\n7,5,5\n" + String(repeating: ",1.5,2\n", count: 20),
      ["Column a is mostly empty and was passed over."]
    ),
    (
      "a,x,y\n1,1.5,2\nu,3,4\nv,5,5\n",
      ["Column a was passed over, though it holds numbers: 'u' in line 3 is not one."]
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
    #expect(other.xName == "n" && other.points.count == 4_001)
    #expect(other.notes == ["Column n counts the rows up to line 4002 only."])
  }

  @Test func `don't pass over a column for gaps in a few rows`() throws {
    let data = try read("a,x,y\nNA,1.5,2\n?,3,4\n7,5,5\n")
    #expect(data.xName == "a" && data.skippedRows == 2 && data.notes.isEmpty)
  }

  @Test func `name the first cell in the way where there are not two columns of numbers`() {
    #expect(
      refusal("x,y\n0x10,1\n0x20,2\n")
        == "points.csv has only one column of numbers (y), and points of the plane need two: "
        + "line 2, column x: '0x10' is not a number; "
        + "correct such cells, take the one with --columns, or say how the file is written with "
        + "--separator or --decimal.")
    #expect(
      refusal("when,what\n6:30,a\n7:30,b\n")
        == "points.csv has no column of numbers: line 2, column when: '6:30' is not a number; "
        + "correct such cells, or say how the file is written with --separator or --decimal.")
  }
}
