import MixtureData
import MixtureEngine
import Testing

struct HeaderTests {
  @Test func `without a header the columns have numbers for names`() throws {
    let dataSet = try read("1,2\n3,4\n")
    #expect(dataSet.points.count == 2)
    #expect(dataSet.xName == "column 1")
    #expect(dataSet.yName == "column 2")
  }

  @Test func `the first two columns of numbers are taken`() throws {
    let dataSet = try read("name,height,place,weight,age\nAnn,1.7,here,60,30\nBo,1.8,there,70,40\n")
    #expect(dataSet.xName == "height")
    #expect(dataSet.yName == "weight")
  }

  @Test func `a column of words does not make the first row a header`() throws {
    let dataSet = try read("red,1,2\nblue,3,4\n")
    #expect(dataSet.points.points == [Point(x: 1, y: 2), Point(x: 3, y: 4)])
  }

  @Test func `years can be names when a word stands beside them`() throws {
    let dataSet = try read("id,2019,2020\n1,5,6\n2,7,8\n", columns: "2019,2020")
    #expect(dataSet.points.points == [Point(x: 5, y: 6), Point(x: 7, y: 8)])
  }

  @Test func `a first row with gaps is a row`() throws {
    let dataSet = try read("NA,1,2\n3,4,5\n")
    #expect(dataSet.points.points == [Point(x: 3, y: 4)])
    #expect(dataSet.skippedRows == 1)
  }

  @Test func `row names without a name of their own do not shift the columns`() throws {
    let dataSet = try read("\"x\" \"y\"\n\"1\" 0.5 2\n\"2\" 1.5 4\n", columns: "x,y")
    #expect(dataSet.points.points == [Point(x: 0.5, y: 2), Point(x: 1.5, y: 4)])
  }

  @Test(arguments: ["b,c", "2,3", "b,3", "2,c", "b, c"])
  func `columns are chosen by name or number`(choice: String) throws {
    let dataSet = try read("a,b,c\n1,2,3\n", columns: choice)
    #expect(dataSet.points.points == [Point(x: 2, y: 3)])
    #expect(dataSet.xName == "b")
    #expect(dataSet.yName == "c")
  }

  @Test func `columns may be exchanged`() throws {
    #expect(try read("a,b\n1,2\n", columns: "b,a").points.points == [Point(x: 2, y: 1)])
  }

  @Test func `a name goes before a number`() throws {
    let options = ReadingOptions(header: .line(1))
    let dataSet = try read("2,1,x\n10,20,30\n", columns: "2,3", options)
    #expect(dataSet.points.points == [Point(x: 10, y: 30)])
  }

  @Test func `a row's known label comes from a third column`() throws {
    let text = "species,x,y\nb,1,2\na,3,4\n,5,6\nb,7,8\nc,,9\n"
    let labels = try #require(read(text, label: "species").labels)
    #expect(labels.names == ["b", "a"])
    #expect(labels.ofPoints == [0, 1, nil, 0])
    #expect(try read(text, label: "1").labels == labels)
  }
}
