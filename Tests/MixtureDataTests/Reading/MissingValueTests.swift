import MixtureData
import MixtureEngine
import Testing

struct MissingValueTests {
  @Test(arguments: [
    "", " ", "NA", "na", "N/A", "#N/A", "?", "null", "NULL", "None", "-", ".", "\"\"",
  ])
  func `a row with a gap is left out and counted`(mark: String) throws {
    let dataSet = try read("x,y\n1,2\n\(mark),4\n5,\(mark)\n7,8\n")
    #expect(dataSet.points.points == [Point(x: 1, y: 2), Point(x: 7, y: 8)])
    #expect(dataSet.skippedRows == 2)
  }

  @Test func `a row that ends too soon has a gap`() throws {
    let dataSet = try read("x,y,z\n1,2,3\n4\n5,6\n", columns: "x,z")
    #expect(dataSet.points.points == [Point(x: 1, y: 3)])
    #expect(dataSet.skippedRows == 2)
  }

  @Test func `gaps in other columns do no harm`() throws {
    #expect(try read("x,y,z\n1,2,NA\n3,4,\n").skippedRows == 0)
  }

  @Test(arguments: ["NaN", "nan", "inf", "-Inf", "Infinity", "1e999", "-1e400"])
  func `NaN and infinities are refused with their place`(value: String) {
    #expect(
      refusal("x,y\n1,2\n3,\(value)\n")
        == "points.csv, line 3, column y: '\(value)' is not a finite number; "
        + "correct it, or name it with --gap to leave the row out.")
  }

  @Test func `numbers are read to the last digit`() throws {
    let text = "x,y\n0.1,1e-150\n1e150,-0.30000000000000004\n5e-320,12345678901234567890\n"
    #expect(
      try read(text).points.points == [
        Point(x: 0.1, y: 1e-150), Point(x: 1e150, y: -0.300_000_000_000_000_04),
        Point(x: Double(bitPattern: 10120), y: Double(12_345_678_901_234_567_890 as UInt64)),
      ])
  }
}
