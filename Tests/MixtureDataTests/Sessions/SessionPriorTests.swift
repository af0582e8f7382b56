import MixtureEngine
import Testing

@testable import MixtureData

@Suite struct `The prior of a session` {
  private func file(_ settings: SessionFile.Settings) -> SessionFile {
    SessionFile(
      data: "old-faithful", columns: ["x", "y"], labelColumn: nil, points: 6, lesson: nil,
      settings: settings, size: [80, 24], events: [],
      outcome: SessionFile.Outcome(model: "em", iteration: 0, objective: 0, centres: []))
  }

  private let data = DataSet(
    name: "six", points: PointSet(xs: [0, 1, 2, 3, 4, 5], ys: [1, 0, 3, 2, 5, 4]), xName: "x",
    yName: "y")

  @Test(arguments: PriorChoice.allCases)
  func `is kept by its name, and none needs none`(prior: PriorChoice) throws {
    var recipe = RunRecipe()
    recipe.prior = prior
    let settings = SessionFile.Settings(recipe)
    #expect(settings.prior == (prior == .none ? nil : prior.name))
    let text = try file(settings).text()
    let read = try SessionFile(Array(text.utf8), named: "session.json")
    #expect(try read.recipe(over: data, file: "session.json") == recipe)
  }

  @Test func `is refused where it is unknown or the model has none`() {
    var settings = SessionFile.Settings(RunRecipe())
    settings.prior = "flat"
    #expect(throws: SessionError.self) { try file(settings).recipe(over: data, file: "s") }
    settings.prior = "default"
    settings.model = "student-t"
    #expect(throws: SessionError.self) { try file(settings).recipe(over: data, file: "s") }
  }
}
