import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The title` {
  private func title(
    _ name: String, skipped: Int = 0, weights: String? = nil, rule: StartingRule = .randomPoints,
    width: Int = 80
  ) throws -> String {
    var points = PlotPane.smallPoints
    if weights != nil {
      points = PointSet(
        xs: points.xs, ys: points.ys, weights: points.xs.indices.map { $0 == 3 ? 2.75 : 1.5 })
    }
    let data = DataSet(
      name: name, points: points, xName: "x", yName: "y", weightColumn: weights,
      skippedRows: skipped)
    let recipe = RunRecipe(components: 2, rule: rule)
    let state = try AppState(data: data, recipe: recipe)
    return TitlePane(
      data: data, stage: state.session.course.last, snapshot: state.run.snapshot,
      theme: Theme(colors: .none)
    ).frame(size: Size(width: width, height: 1)).sketch
  }

  @Test func `says what is fitted, to what, from where, and how far it has come`() throws {
    expectPicture(
      try title("forest/trees.csv"),
      """
       emscope  trees.csv N=10  EM full K=2  random-points seed 1         iteration 0
      """)
    expectPicture(
      try title("trees.csv", skipped: 1),
      """
       trees.csv N=10 (1 row left out)  EM full K=2  random-points seed 1 iteration 0
      """)
  }

  @Test func `says what the points count together, and by what name where there is room`() throws {
    expectPicture(
      try title("trees.csv", weights: "count", rule: .stacked, width: 90),
      """
       emscope  trees.csv N=10 W=16.25 (weights count)  EM full K=2  stacked seed 1 iteration 0
      """)
    expectPicture(
      try title("trees.csv", weights: "count"),
      """
       trees.csv N=10 W=16.25  EM full K=2  random-points seed 1          iteration 0
      """)
    expectPicture(
      try title("a very long name of the measurements", skipped: 3, weights: "count"),
      """
       a ve… N=10 (3 left out) W=16.25  EM full K=2  random-points seed 1 iteration 0
      """)
  }

  @Test func `keeps the model, the start and its seed whatever the data's name`() throws {
    expectPicture(
      try title("penguins-of-the-south", skipped: 2),
      """
       penguins-of-… N=10 (2 left out)  EM full K=2  random-points seed 1 iteration 0
      """)
    expectPicture(
      try title("a very long name of the measurements in the forest", skipped: 12),
      """
       a very long… N=10 (12 left out)  EM full K=2  random-points seed 1 iteration 0
      """)
    expectPicture(
      try title("trees.csv", rule: .randomResponsibilities, width: 60),
      """
       tre… N=10  EM full K=2  random-responsibiliti… iteration 0
      """)
  }
}
