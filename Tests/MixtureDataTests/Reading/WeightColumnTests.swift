import MixtureData
import MixtureEngine
import Testing

@Suite struct `A column of weights` {
  private func read(_ text: String, columns: String? = nil, weight: String) throws -> DataSet {
    let options = ReadingOptions(
      columns: try columns.map { try ColumnChoice($0) }, weightColumn: weight)
    return try TableReader(options).read(Array(text.utf8), named: "points.csv")
  }

  private func refusal(_ text: String, columns: String? = nil, weight: String = "w") -> String {
    do {
      return "accepted: \(try read(text, columns: columns, weight: weight).points)"
    } catch {
      return "\(error)"
    }
  }

  @Test func `says what each point counts`() throws {
    let data = try read("x,y,w\n1,2,3\n4,5,0.25\n", weight: "w")
    #expect(data.points.weights == [3, 0.25] && data.points.totalWeight == 3.25)
    #expect(data.weightColumn == "w" && data.skippedRows == 0)
  }

  @Test func `is found by its number, and with decimal commas`() throws {
    let data = try read("1,5;2;0,5\n4;5;2,5\n", weight: "3")
    #expect(data.points.weights == [0.5, 2.5] && data.weightColumn == "column 3")
  }

  @Test(arguments: ["", "NA", "?", "0", "0.0", "-0", "0e5"])
  func `leaves a row out and counts it where there is a gap or zero`(mark: String) throws {
    let data = try read("x,y,w\n1,2,3\n4,5,\(mark)\n6,7,2\n", weight: "w")
    #expect(data.points.points == [Point(x: 1, y: 2), Point(x: 6, y: 7)])
    #expect(data.points.weights == [3, 2] && data.skippedRows == 1)
  }

  @Test func `leaves out a row that ends too soon`() throws {
    let data = try read("x,y,w\n1,2,3\n4,5\n", weight: "w")
    #expect(data.points.count == 1 && data.skippedRows == 1)
  }

  @Test(arguments: ["-1", "-1e-9", "NaN", "inf", "many", "1e101", "1e-101", "1e999"])
  func `is refused with line, column and cell where it cannot count`(value: String) {
    #expect(
      refusal("x,y,w\n1,2,3\n4,5,\(value)\n")
        == "points.csv, line 3, column w: '\(value)' is no weight; give a number from 1e-100 to "
        + "1e100, or leave the field empty or zero to leave the row out.")
  }

  @Test func `is looked at even where a coordinate is missing`() {
    #expect(refusal("x,y,w\n1,2,3\n,5,-4\n").contains("line 3, column w: '-4' is no weight"))
  }

  @Test func `is refused where no row counts, or where the sums would overflow`() {
    #expect(
      refusal("x,y,w\n1,2,0\n4,5,\n")
        == "points.csv has no row with a number in both x and y and a weight above zero in w; "
        + "choose other columns with --columns and --weight-column.")
    #expect(
      refusal("x,y,w\n0,2,1e100\n1e120,5,1\n")
        == "points.csv: the weights in w are too large for points so far apart; "
        + "give weights or points in larger units.")
    #expect(
      refusal("x,y,w\n1,2e-152,2\n4,0,3\n")
        == "points.csv: the numbers in y vary by less than 1e-151; "
        + "give the points in a smaller unit.")
    #expect(refusal("x,y\n1,2\n3,4\n").contains("has no column 'w'"))
  }

  @Test func `is no coordinate, unless it is chosen as one or there is no other`() throws {
    let text = "w,x,y\n2,1,5\n3,4,6\n"
    let aside = try read(text, weight: "w")
    #expect(aside.xName == "x" && aside.yName == "y" && aside.points.weights == [2, 3])
    let chosen = try read(text, columns: "w,y", weight: "w")
    #expect(chosen.xName == "w" && chosen.points.xs == [2, 3])
    let only = try read("a,b\n1,2\n3,4\n", weight: "b")
    #expect(only.xName == "a" && only.yName == "b" && only.points.weights == [2, 4])
  }

  @Test func `may be any column of a built-in data set, or ones`() throws {
    let data = try DataSource("iris").load(ReadingOptions(weightColumn: "sepal_width_cm"))
    #expect(data.weightColumn == "sepal_width_cm" && data.labels != nil)
    #expect(abs(data.points.totalWeight - 458.6) < 1e-9)
    let ones = try read("x,y,w\n1,2,1\n3,4,1\n", weight: "w")
    #expect(ones.points == PointSet(xs: [1, 3], ys: [2, 4]) && ones.weightColumn == "w")
  }
}
