import MixtureData
import MixtureEngine
import Testing

/// Files that more than one dialect reads equally well.
@Suite struct `Of dialects that fit equally well` {
  @Test func `tabs come before blanks, so that an empty field is seen`() throws {
    let dataSet = try read("a\tb\tc\n1\t\t2\n3\t4\t5\n6\t7\t8\n")
    #expect(dataSet.xName == "a" && dataSet.yName == "b")
    #expect(dataSet.points.points == [Point(x: 3, y: 4), Point(x: 6, y: 7)])
    #expect(dataSet.skippedRows == 1)
  }

  @Test func `tabs come before blanks in names of columns, too`() throws {
    let dataSet = try read("east side\tnorth\n1\t2\n3\t4\n")
    #expect(dataSet.xName == "east side" && dataSet.yName == "north")
  }

  @Test func `commas come before blanks`() throws {
    let dataSet = try read("a, b, c\n1, , 2\n3, 4, 5\n")
    #expect(dataSet.points.points == [Point(x: 3, y: 4)] && dataSet.skippedRows == 1)
  }

  @Test func `a decimal point comes before a decimal comma`() throws {
    #expect(try read("a;b\n1;2\n3;4\n").points.points == [Point(x: 1, y: 2), Point(x: 3, y: 4)])
    #expect(try read("1\t2\n3\t4\n").points.points == [Point(x: 1, y: 2), Point(x: 3, y: 4)])
  }

  @Test func `semicolons come before commas`() throws {
    let dataSet = try read("1;2,3;4\n5;6,7;8\n", columns: "1,3")
    #expect(dataSet.points.points == [Point(x: 1, y: 4), Point(x: 5, y: 8)])
  }
}
