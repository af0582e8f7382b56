import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The title` {
  private func title(
    _ name: String, skipped: Int = 0, rule: StartingRule = .randomPoints, width: Int = 80
  ) throws -> String {
    let data = DataSet(
      name: name, points: PlotPane.smallPoints, xName: "x", yName: "y", skippedRows: skipped)
    let recipe = RunRecipe(components: 2, rule: rule)
    let state = try AppState(data: data, recipe: recipe)
    return TitlePane(
      data: data, recipe: recipe, snapshot: state.run.snapshot, theme: Theme(colors: .none)
    ).frame(size: Size(width: width, height: 1)).sketch
  }

  @Test func `says what is fitted, to what, from where, and how far it has come`() throws {
    #expect(
      try title("forest/trees.csv") == """
         emscope  trees.csv N=10  EM full K=2  random-points seed 1         iteration 0
        """)
    #expect(
      try title("trees.csv", skipped: 1) == """
         trees.csv N=10 (1 row left out)  EM full K=2  random-points seed 1 iteration 0
        """)
  }

  @Test func `keeps the model, the start and its seed whatever the data's name`() throws {
    #expect(
      try title("penguins-of-the-south", skipped: 2) == """
         penguins-of-… N=10 (2 left out)  EM full K=2  random-points seed 1 iteration 0
        """)
    #expect(
      try title("a very long name of the measurements in the forest", skipped: 12) == """
         a very long… N=10 (12 left out)  EM full K=2  random-points seed 1 iteration 0
        """)
    #expect(
      try title("trees.csv", rule: .randomResponsibilities, width: 60) == """
         tre… N=10  EM full K=2  random-responsibiliti… iteration 0
        """)
  }
}
