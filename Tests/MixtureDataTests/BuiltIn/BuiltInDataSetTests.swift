import MixtureData
import Testing

struct BuiltInDataSetTests {
  @Test(arguments: BuiltInDataSet.all.map(\.name))
  func `every built-in data set opens with its columns, labels and K`(name: String) throws {
    let dataSet = try #require(BuiltInDataSet.named(name))
    let data = try dataSet.load()
    #expect(data.points.count > dataSet.components)
    #expect(data.xName == dataSet.columns.x)
    #expect(data.yName == dataSet.columns.y ?? "")
    #expect(data.labels.map { $0.ofPoints.count } ?? data.points.count == data.points.count)
    #expect((data.labels == nil) == (dataSet.labelColumn == nil))
  }

  @Test func `the measured data are all there`() throws {
    let old = try BuiltInDataSet.standard.load()
    #expect(old.name == "old-faithful")
    #expect(old.points.count == 272)
    let penguins = try DataSource("penguins").load()
    #expect(penguins.points.count == 342)
    #expect(penguins.skippedRows == 2)
    #expect(penguins.labels?.names == ["Adelie", "Gentoo", "Chinstrap"])
    #expect(try DataSource("iris").load().points.count == 150)
    #expect(try DataSource("fiji-earthquakes").load().points.count == 1000)
  }

  @Test func `other columns of a built-in data set can be chosen`() throws {
    let data = try DataSource("iris").load(
      ReadingOptions(columns: ColumnChoice(x: "sepal_length_cm", y: "sepal_width_cm")))
    #expect(data.xName == "sepal_length_cm")
    #expect(data.labels?.names == ["setosa", "versicolor", "virginica"])
  }

  @Test func `a summary fits the list on 80 columns`() {
    for dataSet in BuiltInDataSet.all { #expect(dataSet.summary.count <= 51) }
  }
}
