import MixtureData
import MixtureEngine
import Testing

/// Shapes of files, each with what is read of it: x's, y's, names, and how many rows are left out.
@Suite struct `Shapes of files` {
  struct Shape: Sendable, CustomTestStringConvertible {
    var what: String
    var text: String
    var names = ["x", "y"]
    var xs: [Double] = [1.5, 3, 2.5]
    var ys: [Double] = [2, 4.5, 9]
    var skipped = 0
    var file = "points.txt"
    /// Columns that are asked for.
    var columns: String?

    var testDescription: String { what }
  }

  static let shapes = [
    Shape(
      what: "ARFF with quoted names, gaps and comments",
      text:
        "% c\n@RELATION r\n@ATTRIBUTE 'x' REAL\n@attribute \"y\" numeric\n@attribute k {a,'b c'}\n"
        + "@DATA\n% c\n1.5,2,a\n3,4.5,'b c'\n?,7,a\n2.5,9,a\n", skipped: 1),
    Shape(
      what: "lines of JSON with missing keys, null and nested values",
      text: "{\"k\":[1],\"x\":1.5,\"y\":2}\n\n{\"y\":4.5,\"x\":3}\n{\"x\":null,\"y\":1}\n"
        + "{\"x\":\"2.5\",\"y\":9e0}\n", skipped: 1),
    Shape(
      what: "a last line of JSON with one key",
      text: "{\"x\":1.5,\"y\":2}\n{\"x\":3,\"y\":4.5}\n"
        + "{\"x\":2.5,\"y\":9}\n{\"x\":7}\n", skipped: 1),
    Shape(
      what: "lines of JSON arrays are no table with names",
      text: "[12,2,0.5]\n[15,4.5,1]\n[11,9,2]\n", names: ["column 1", "column 2"], xs: [12, 15, 11]),
    Shape(
      what: "TOA5 with units",
      text: "\"TOA5\",\"a\"\n\"TS\",\"x\",\"y\"\n\"\",\"m\",\"s\"\n"
        + "\"\",\"Avg\",\"Smp\"\n\"2012-01-01\",1.5,2\n\"2012-01-01\",3,4.5\n\"2012-01-01\",2.5,9\n"
    ),
    Shape(
      what: "TOA5 without units loses no row",
      text: "TOA5,a\nTS,x,y\n2012-01-01,1.5,2\n"
        + "2012-01-01,3,4.5\n2012-01-01,2.5,9\n"),
    Shape(
      what: "fixed columns with words",
      text: "name          x    y\nred fox     1.5  2\n"
        + "fox         3    4.5\nvery old ox 2.5  9\n"),
    Shape(
      what: "Markdown with gaps",
      text: "| x | y |\n|--:|---|\n| 1.5 | 2 |\n| 3 | 4.5 |\n|  | 1 |\n"
        + "| 2.5 | 9 |\n", skipped: 1),
    Shape(
      what: "bars at the ends of some rows are gaps",
      text: "a|x|y|b\n1|1.5|2|1\n2|3|4.5|2\n|2.5|9|\n", columns: "x,y"),
    Shape(
      what: "a long preamble of two words a line",
      text: (1...1500).map { "Sensor A\($0)\n" }.joined() + "\nx,y,z\n1.5,2,3\n3,4.5,5.5\n2.5,9,1\n"
    ),
    Shape(
      what: "the World Bank's preamble above years",
      text: "Data Source,WDI,\n\nLast Updated,2024-03-28,\n\nCountry Name,Code,1960,1961,\n"
        + "A,AA,1.5,2,\nB,BB,3,4.5,\nC,CC,2.5,9,\n", names: ["1960", "1961"]),
    Shape(
      what: "years above numbers like years", text: "Country,2019,2020\nA,1500,2000\nB,2900,1100\n",
      names: ["2019", "2020"], xs: [1500, 2900], ys: [2000, 1100]),
    Shape(
      what: "rows of numbers like years have no names", text: "red,1500,1620\nblue,1700,1990\n",
      names: ["column 2", "column 3"], xs: [1500, 1700], ys: [1620, 1990]),
    Shape(
      what: "a padded title", text: "Run 7,,\nk,x,y\na,1.5,2\nb,3,4.5\nc,2.5,9\n"),
    Shape(
      what: "a title one field short above the names",
      text: "Run,7a\nn,x,y\nA,1.5,2\nB,3,4.5\nC,2.5,9\n"),
    Shape(
      what: "a short first row", text: "x,y,z\n7\n1.5,2,7\n3,4.5,9\n2.5,9,7\n", skipped: 1),
    Shape(
      what: "a first row of label and gaps", text: "k,x,y\na,NA,NA\nb,1.5,2\nc,3,4.5\nd,2.5,9\n",
      skipped: 1),
    Shape(
      what: "a title of words above columns with tabs",
      text: "Measured values\n1.5\t2\t0.5\n3\t4.5\t0.1\n2.5\t9\t0.7\n",
      names: ["column 1", "column 2"],
      file: "points.tsv"),
    Shape(
      what: "comments among rows that begin with #",
      text: "# made by x\nid,x,y\n#a,1.5,2\n# a note\n#b,3,4.5\n#c,2.5,9\n# end\n"),
    Shape(
      what: "a comment that begins like a mark",
      text: "#nanometres, run 3\nx,y\n1.5,2\n3,4.5\n2.5,9\n"),
    Shape(
      what: "marks that begin with # in any case",
      text: "x,y\n1.5,2\n#N/a,7\n3,4.5\n2.5,9\n", skipped: 1),
    Shape(
      what: "rows with gaps alone below the names",
      text: "x,y,z\n?,?,?\n?,?,?\n?,?,?\n1.5,2,7\n3,4.5,7\n"
        + "2.5,9,8\n", skipped: 3),
    Shape(
      what: "a first row with a label alone",
      text: "k,x,y,z\na,,,\nb,1.5,2,9\nb,3,4.5,9\nc,2.5,9,8\n",
      skipped: 1),
    Shape(
      what: "a comment of names that tells blanks from commas",
      text: "#x y z\n1,5 2,25 1,0\n3,25 4,5 2,0\n2,5 9,0 4,5\n", xs: [1.5, 3.25, 2.5],
      ys: [2.25, 4.5, 9]),
    Shape(
      what: "R's table with decimal commas",
      text: "\"x\" \"y\" \"z\"\n\"Mazda RX4\" 1,5 2,0 3,5\n\"Fiat 1\" 3,0 4,5 1,0\n"
        + "\"Fiat 2\" 2,5 9,0 2,0\n"),
    Shape(
      what: "a long preamble with a number in each line",
      text: (1...1200).map { "Rate,\($0 * 7 % 100)\n" }.joined()
        + "k,x,y\na,1.5,2\nb,3,4.5\nc,2.5,9\n"),
    Shape(
      what: "a counter with empty rows at the end", text: "Nr;x;y\n1;1.5;2\n2;3;4.5\n3;2.5;9\n;;\n",
      skipped: 1),
    Shape(
      what: "gaps in wide columns",
      text:
        "x \(String(repeating: " ", count: 30))| y\n1.5 | 2\nNA\(String(repeating: " ", count: 30))| 1\n3 | 4.5\n2.5 | 9\n",
      skipped: 1),
  ]

  @Test(arguments: shapes)
  func `are read as they are meant`(shape: Shape) throws {
    let data = try read(shape.text, columns: shape.columns, as: shape.file)
    #expect(data.points.xs == shape.xs && data.points.ys == shape.ys)
    #expect([data.xName, data.yName] == shape.names && data.skippedRows == shape.skipped)
  }

  static let refusals = [
    ("a digit outside fixed columns", "points.csv, line 1202 has something between", fixed),
    (
      "an array of JSON that is longer", "line 2 has 3 fields, but the table has 2",
      "[1,2]\n[3,4,5]\n[5,6]\n"
    ),
    (
      "NaN in JSON", "line 2, column y: 'NaN' is not a finite number",
      "{\"x\":1,\"y\":2}\n{\"x\":3,\"y\":NaN}\n{\"x\":5,\"y\":6}\n"
    ),
    (
      "a line that is no JSON", "line 2 is not a JSON value",
      "{\"x\":1,\"y\":2}\n{\"x\":3,\"y\":4\n"
    ),
    ("JSON of columns", "is JSON, not a table", "{\"x\":[1.5,2],\"y\":[3,4]}\n"),
    (
      "sparse ARFF", "is sparse ARFF",
      "@relation r\n@attribute a real\n@attribute b real\n@data\n{0 1,1 2}\n"
    ),
    (
      "a quotation mark that is not closed", "line 2: a quotation mark is out of place",
      "x,y,l\n1.5,2,\"a\n2,3,b\n4,5,c\n"
    ),
    (
      "decimal commas or separators", "commas may separate the fields",
      "0,23 52,4\n86,8 68,4\n-10,7 182,5\n"
    ),
    (
      "marks that contradict behind a counter", "can't have the same decimal mark",
      "n;x;y\n1;1,5;2.5\n2;2,5;3.5\n3;3,5;4.5\n"
    ),
    ("a line below the table", "line 4, the last one, has 1 field", "x,y\n1,2\n3,4\n(2 rows)\n"),
    ("brackets", "line 1, column 1: '{1.5'", "{1.5, 2.5}\n{3, 4}\n"),
  ]

  private static let fixed =
    "name       x    y\n"
    + (0..<1200).map { "fox \($0 % 10) a  \($0 % 10).5  \($0 % 7).5\n" }.joined()
    + "fox 1 a129.5  1.5\n"

  @Test(arguments: refusals.indices)
  func `that can't be read are refused with their place`(index: Int) {
    let (what, words, text) = Self.refusals[index]
    #expect(refusal(text).contains(words), "\(what)")
  }

  @Test func `are no other formats for a word at their beginning`() throws {
    #expect(try read("<NA>,1,2\n3,4,5\n").skippedRows == 1)
    #expect(try read("<0.1,x,y\n1,2,3\n4,5,6\n", columns: "2,3").points.count == 2)
  }

  @Test func `with digits in groups are read once the decimal mark is named`() throws {
    let text = "Land;Anteil;Einwohner\nA;14,5;22.107\nB;8,2;1.260\nC;3,1;330\n"
    let comma = try read(text, ReadingOptions(decimal: .comma))
    #expect(comma.points.ys == [22107, 1260, 330] && comma.yName == "Einwohner")
    #expect(comma.notes.contains("The points in column Einwohner group three digits."))
    let point = try read(
      "a\tb\n14.5\t22,107\n3.5\t28,128,555\n", ReadingOptions(decimal: .point))
    #expect(point.points.ys == [22107, 28_128_555])
  }

  @Test func `whose gaps are named with a decimal comma leave them out`() throws {
    let data = try read("x;y\n1,5;2\n-99,9;4\n3;5\n", ReadingOptions(gaps: ["-99,9"]))
    #expect(data.skippedRows == 1 && data.points.xs == [1.5, 3])
  }

  @Test func `keep their names whatever is named as a gap`() throws {
    let data = try read("x,y\n1,2\nx,4\n3,5\n", ReadingOptions(gaps: ["x"]))
    #expect(data.xName == "x" && data.skippedRows == 1)
  }
}
