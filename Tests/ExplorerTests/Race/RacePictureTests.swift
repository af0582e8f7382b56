import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The picture of a race` {
  @Test func `has both runs on the same axes, their standing, and which is ahead`() async throws {
    let data = DataSet(name: "small", points: PlotPane.smallPoints, xName: "x", yName: "y")
    var state = try AppState(
      data: data, recipe: RunRecipe(components: 2, rule: .kMeans),
      capabilities: Capabilities(colors: .none))
    await state.press("7 Space")
    let pane = try #require(state.racePane)
    let shown = pane.frame(size: Size(width: 72, height: 16)).sketch
    expectPicture(
      shown,
      """
      ▸ EM full K=2  k-means seed 1         EM full K=2  k-means seed 2
      y                                   y
      4 ┤                       ⢀⣀⡠⠤⠤⠒⠒⠒⠒ 4 ┤                      ⣀ ⠠⠤⠂ ⠤⢤
        │                   ⣀⠤⠒⠊⠉●     ●    │                    ⣀⠚⠁ ●     ●
        │                ⣠⠔⠋   ● 1      ⢀   │                    ⠇ ●   1
        │              ⢠⠞⠁           ⢄⡤⠖⠉   │           ⢀⣀⣀⡀      ⢤⣀     ●⢀ ⠐
      2 ┤   ⢀⣀⡀ ⣀⣀     ⠸⣄●     ⢀⣀⡠⠤⠒⠋⠁    2 ┤    ⣀⡠⠴⠒⠚⠉⠉⠉  ⠉⠉⠷⡄    ⠈ ⠐⠒⠂ ⠉⠁
        │ ⡴  ▲   ▲ ⠰⣄   ⠈⠉⠉⠉⠉⠉⠉⠁            │ ⣠⠔⠋⠃   ▲       ⣰⠃
        │⠈⠁▲   2   ▲⠈                       │⠋ ▲     2 ▲  ⢀⡴⠚⠁
        │ ⠳    ▲   ⢠⠞                       │      ▲ ⢀⣀⡤⠖⠊⠁
      0 ┤   ⠈⠉⠃ ⠒⠋                        0 ┤⠑⠒⠒⠒⠒⠒⠊⠉⠉
        └──┬───────────────────┬───── x ─   └──┬───────────────────┬───── x ─
           0                   5               0                   5
      L −26.7180  iteration 1             L −27.2866  iteration 1
      log ΔL █                            log ΔL █
      L is higher at the left, by 0.5686
      """)
  }
}
