import MixtureEngine
import Testing

@testable import MixtureData

@Suite struct `The algorithm of a session` {
  private func file(_ settings: SessionFile.Settings) -> SessionFile {
    SessionFile(
      data: "old-faithful", columns: ["x", "y"], labelColumn: nil, points: 6, lesson: nil,
      settings: settings, size: [80, 24], events: [],
      outcome: SessionFile.Outcome(model: "em", iteration: 0, objective: 0, centres: []))
  }

  private let data = DataSet(
    name: "six", points: PointSet(xs: [0, 1, 2, 3, 4, 5], ys: [1, 0, 3, 2, 5, 4]), xName: "x",
    yName: "y")

  @Test(arguments: Climber.all.map(\.name))
  func `is kept by its name, and EM needs none`(name: String) throws {
    var recipe = RunRecipe()
    recipe.algorithm = try #require(Climber.named(name))
    let settings = SessionFile.Settings(recipe)
    #expect(settings.algorithm == (name == "em" ? nil : name))
    let text = try file(settings).text()
    let read = try SessionFile(Array(text.utf8), named: "session.json")
    #expect(try read.recipe(over: data, file: "session.json") == recipe)
  }

  @Test func `is refused where it is unknown or the model can't climb by it`() {
    var settings = SessionFile.Settings(RunRecipe())
    settings.algorithm = "hill"
    #expect(throws: SessionError.self) { try file(settings).recipe(over: data, file: "s") }
    settings.algorithm = "squarem"
    settings.model = "k-means"
    #expect(throws: SessionError.self) { try file(settings).recipe(over: data, file: "s") }
  }
}
