import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The picture of the labels` {
  /// The ten points of the small plot with known labels, after one iteration.
  private func state() async throws -> AppState {
    let data = DataSet(
      name: "small", points: PlotPane.smallPoints, xName: "x", yName: "y",
      labels: KnownLabels(
        ofPoints: [0, 0, 0, 0, 1, 1, 1, 1, 0, 1], names: ["east", "west"], column: "side"))
    var state = try AppState(
      data: data, recipe: RunRecipe(components: 2, rule: .kMeans))
    await state.press("Space")
    return state
  }

  /// The plot, and below it the lines about labels.
  private func picture(_ state: AppState) throws -> String {
    let plot = state.plotPane(of: state.session.course)
    let labels = try #require(state.labelsPane)
    return plot.frame(size: Size(width: 36, height: 13)).sketch + "\n"
      + labels.frame(size: Size(width: 38, height: LabelsPane.height)).sketch
  }

  @Test func `has what EM infers: each point with the mark of its component`() async throws {
    let state = try await state()
    let shown = try picture(state)
    expectPicture(
      shown,
      """
      y
      4 ┤                       ⢀⣀⡠⠤⠤⠒⠒⠒⠒⠤
        │                   ⣀⠤⠒⠊⠉●     ●
        │                ⣠⠔⠋   ● 1      ⢀⡴
        │              ⢠⠞⠁           ⢄⡤⠖⠉
      2 ┤   ⣀⣀⣀⣀⣀⣀     ⠸⣄●     ⢀⣀⡠⠤⠒⠋⠁
        │ ⡴⠋⠁▲   ▲⠉⠲⣄   ⠈⠉⠉⠉⠉⠉⠉⠁
        │⢸⡁▲   2   ▲⢸
        │ ⠳⢄⡀  ▲  ⢀⣠⠞
      0 ┤   ⠈⠉⠓⠒⠒⠋⠉
        │
        └──┬───────────────────┬────── x ─
           0                   5
      y labels z inferred: the mean over q
      E log p(x, z | θ)             −26.7683
      adjusted Rand index 0.280
      """)
  }

  @Test func `complete, has the known labels in the marks of the components they agree with`()
    async throws
  {
    var state = try await state()
    await state.press("y")
    expectPicture(
      try picture(state),
      """
      y
      4 ┤
        │                        ●     ●
        │                      ●
        │                            ▲
      2 ┤                ●
        │    ▲   ▲
        │  ▲       ●
        │      ▲
      0 ┤
        │
        └──┬───────────────────┬────── x ─
           0                   5
      y labels z known: x with its label z
      log p(x, z | θ)               −67.1153
      ▲ east ● west
      """)
  }

  @Test func `incomplete, has the points alone`() async throws {
    var state = try await state()
    await state.press("y y")
    expectPicture(
      try picture(state),
      """
      y
      4 ┤
        │                        •     •
        │                      •
        │                            •
      2 ┤                •
        │    •   •
        │  •       •
        │      •
      0 ┤
        │
        └──┬───────────────────┬────── x ─
           0                   5
      y labels z hidden: the points x alone
      log p(x | θ) = L(θ)           −26.7180
      adjusted Rand index 0.280
      """)
  }
}
