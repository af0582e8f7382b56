import Foundation
import MixtureData
import MixtureEngine
import Testing

@Suite struct `One column of a table` {
  private func read(_ text: String, columns: String? = nil, tosses: Int? = nil) throws -> DataSet {
    let choice = try columns.map { try ColumnChoice($0) }
    return try TableReader(ReadingOptions(columns: choice, tosses: tosses))
      .read(Array(text.utf8), named: "points.csv")
  }

  @Test(arguments: ["x\n1\n2\n4\n", "1\n2\n4\n", "name,x\nu,1\nv,2\nw,4\n"])
  func `is points on a line, where it is the only one of numbers`(text: String) throws {
    let data = try read(text)
    #expect(data.points.dimension == 1)
    #expect(data.points.xs == [1, 2, 4] && data.points.ys == [0, 0, 0])
    #expect(data.columnNames.count == 1 && data.notes.isEmpty)
    #expect(data.table?.taken.y == nil)
  }

  @Test func `is points on a line, where it is chosen among others`() throws {
    let data = try read("x,y\n1,7\n2,8\n3,NA\n", columns: "y")
    #expect(data.points.xs == [7, 8] && data.points.dimension == 1)
    #expect(data.columnNames == ["y"] && data.skippedRows == 1)
    let waiting = try #require(BuiltInDataSet.named("old-faithful"))
      .load(ReadingOptions(columns: ColumnChoice("waiting_minutes")))
    #expect(waiting.points.count == 272 && waiting.points.dimension == 1)
  }

  @Test func `counts heads where tosses are stated`() throws {
    #expect(try read("h\n1\n2\n", tosses: 3).points.tosses == 3)
    #expect(throws: DataError.self) { try read("h\n1\n4\n", tosses: 3) }
    #expect(throws: DataError.self) { try read("h\n1\n1.5\n", tosses: 3) }
    #expect(throws: DataError.self) { try read("a,b\n1,2\n", tosses: 3) }
    #expect(throws: DataError.self) { try read("h\n0\n", tosses: 0) }
    let coins = try #require(BuiltInDataSet.named("coins")).load()
    #expect(coins.points.xs == [5, 9, 8, 4, 7] && coins.points.tosses == 10)
    #expect(coins.usualModel?.kind == .coins)
  }

  @Test(arguments: [ModelKind.gaussianMixture, .kMeans, .dial, .studentT, .noise, .coins])
  func `has results that begin another run, to the last bit`(kind: ModelKind) throws {
    let data = try #require(BuiltInDataSet.named("coins")).load()
    var run = try RunRecipe(kind: kind, components: 2, seed: 3).run(over: data.points)
    for _ in 0..<3 { run.iterate() }
    let json = MixtureParameters(of: run).json
    #expect("\(json)".contains("means"))
    let model = try #require(run.model as? any LatentLabelModel & Hashable)
    let given = GivenStart(exactly: model, over: data.points)
    let written = try JSONEncoder().encode(StartParameters(given))
    let file = FileManager.default.temporaryDirectory.appending(
      path: "one-column-\(kind.name)-\(UUID()).json")
    try written.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let start = try StartFile.contents(of: file.path()).start(
      meansSuffice: kind == .kMeans, over: data.points)
    var recipe = RunRecipe(kind: kind, components: 2)
    recipe.given = start
    let again = try recipe.run(over: data.points)
    #expect(again.model.shapes == run.model.shapes)
    #expect(
      abs(again.snapshot.objective - run.snapshot.objective)
        <= 1e-12 * max(1, abs(run.snapshot.objective)))
    let plane = PointSet(xs: [1, 2, 3], ys: [3, 1, 2])
    #expect(throws: StartFileError.self) {
      try StartFile.contents(of: file.path()).start(
        meansSuffice: kind == .kMeans, over: plane)
    }
  }
}
