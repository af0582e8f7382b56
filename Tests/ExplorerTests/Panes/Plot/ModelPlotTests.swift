import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The plot of a model beyond Gaussians` {
  private func picture(_ model: any LatentLabelModel) -> String {
    PlotPane.small(model: model).frame(size: Size(width: 36, height: 13)).sketch
  }

  @Test func `draws lines, and a dashed one a standard deviation above and below`() {
    let lines = LineMixture(lines: [
      LineMixture.Line(weight: 0.5, centre: Point(x: 1, y: 1), slope: 0.2, deviation: 0.4),
      LineMixture.Line(weight: 0.5, centre: Point(x: 6, y: 3), slope: -0.5, deviation: 0.4),
    ])
    expectPicture(
      picture(lines),
      """
      y
      4 ┤             ⠈ ⠄⢈⠑⠢⢌⡀⠂⢀
        │                  ⠂⠠⠈⠑⠢⢄⡑⠠ ⡀  △
        │                     ⠁⢐ ⡈⠑2⢄⡐ ⠄
        │                        ⢀⣈⡀⠄⢬⠓⠢⢌⣉
      2 ┤              ⣀⣀●⠠⠤⠂ ⢊⣉⣀⠤⠤⠔⠒⠒⣉⠋⠡⠬
        │    ⣐⡀ ⠤⡤ ⠐⢊⣁⣀⠤⠤⠔⠒⠒⡉⠉⡡⠤ ⠐⠒⠂ ⠉
        │⠒⢊⣀⣈⠤⠤1⠒⠒⠉⢩⡡⠄ ⠒⠒ ⠈⠉
        │⣉⡡ ⠠⠒⠂●⠉⠉
      0 ┤
        │
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }

  @Test func `gives the noise a mark, but no mean and no outline`() {
    let noisy = NoisyMixture(
      gaussians: PlotPane.smallMixture, noiseWeight: 0.2, over: PlotPane.smallPoints)
    expectPicture(
      picture(noisy),
      """
      y
      4 ┤                      ⢀ ⠠⠒⠂ ⠒⠒ ⢠⣀
        │                    ⡀⠚⠁ △     △
        │                   ⠜  △   2
        │                   ⢠⡀       △  ⠠⠆
      2 ┤  ⢀⡠⠤⠒⠒⠒⠒⠒⠲⢤⣀   □    ⠓⠦ ⠠⠤⠄ ⠒⠊
        │⡴⠚⠁ ○   ●   ⠈⢧
        │⠁ ○   1   ○  ⡜
        │⡀     ○   ⢀⡤⠞
      0 ┤⠉⠓⠦⠤⠤⠤⠤⠤⠒⠊⠁
        │
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }

  @Test func `draws Student's components as the ellipses of their scale matrices`() {
    let student = StudentMixture(components: PlotPane.smallMixture.components)
    #expect(picture(student) == picture(PlotPane.smallMixture))
  }

  @Test func `draws the dial as circles of one size`() {
    expectPicture(
      picture(PlotPane.smallMixture.with(variance: 0.5)),
      """
      y
      4 ┤                     ⢀⡖      ⠙⢰⡀
        │                    ⢀⡀  ▲     ▲⢀⡀
        │                    ⠸ ▲   2     ⠇
        │   ⢀⣀⡤⠤⢤⣀⡀           ⣄      ▲  ⣠
      2 ┤ ⢀⡖⠋     ⠙⢲⡀    ◌    ⠈⠣      ⣠⠘⠁
        │⢀⡏  ●   ●  ⢹⡀           ⠈⠓⠂ ⠉⠁
        │⢸ ●   1   ● ⡇
        │⠈⣇    ●    ⣸⠁
      0 ┤ ⠈⠧⣄     ⣠⠼⠁
        │   ⠈⠉⠓⠒⠚⠉⠁
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }
}
