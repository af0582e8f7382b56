import Foundation
import MixtureData
import Testing

struct RecipeTests {
  /// The top-level folder of the data sets.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Datasets").standardized

  @Test(arguments: Recipe.all.map(\.name))
  func `a recipe makes its file byte for byte`(name: String) throws {
    let recipe = try #require(Recipe.all.first { $0.name == name })
    let file = try Data(contentsOf: Self.folder.appending(path: "\(name).csv"))
    #expect(Data(recipe.csv.utf8) == file)
  }

  @Test func `every file of the folder is a built-in data set, and every data set a file`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".csv") }
    #expect(Set(files) == Set(BuiltInDataSet.all.map { $0.name + ".csv" }))
  }

  @Test func `another seed makes another file`() throws {
    var recipe = try #require(Recipe.all.first)
    recipe.seed += 1
    #expect(recipe.csv != Recipe.all[0].csv)
  }

  @Test func `no two recipes share a name or a seed`() {
    #expect(Set(Recipe.all.map(\.name)).count == Recipe.all.count)
    #expect(Set(Recipe.all.map(\.seed)).count == Recipe.all.count)
  }

  @Test func `labels say where each point was drawn`() throws {
    let recipe = try #require(Recipe.all.first { $0.name == "unequal-weights" })
    let data = try DataSource("unequal-weights").load()
    let labels = try #require(data.labels)
    #expect(labels.names == recipe.parts.map(\.label))
    for (label, part) in recipe.parts.enumerated() {
      #expect(labels.ofPoints.count { $0 == label } == part.count)
    }
  }
}
