import BuiltInData
import MixtureData
import Testing

struct RecipeTests {
  @Test(arguments: Recipe.all.map(\.name))
  func `a recipe makes its file byte for byte`(name: String) throws {
    let recipe = try #require(Recipe.all.first { $0.name == name })
    let file = try #require(BuiltInData.bytes(of: name))
    #expect(Array(recipe.csv.utf8) == file)
  }

  @Test func `another seed makes another file`() throws {
    var recipe = try #require(Recipe.all.first)
    recipe.seed += 1
    #expect(Array(recipe.csv.utf8) != BuiltInData.bytes(of: recipe.name))
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
