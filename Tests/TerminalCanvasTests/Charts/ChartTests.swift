import TestSupport
import Testing

@testable import TerminalCanvas

@Suite struct ChartTests {
  /// The rows without their trailing blanks, which editors would take away from a picture.
  private func picture(_ frame: Frame) -> String {
    frame.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
      .joined(separator: "\n")
  }

  @Test func `a rising bound, with its axes and a mark`() {
    let chart = LineChart(
      [.init(values: [-1289, -1190, -1150, -1130, -1122, -1120, -1119.5, -1119.4, -1119.39])],
      marks: [.init(Cell("●"), at: DotPoint(x: 4, y: -1122))])
    expectPicture(
      picture(chart.frame(size: Size(width: 40, height: 10))),
      """
            │           ⢀⡠⠤⠒⠒●⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
            │        ⡠⠔⠊⠁
            │     ⢀⠤⠊
      −1200 ┤    ⡰⠁
            │   ⡰⠁
            │  ⢰⠁
            │ ⢠⠃
            │⢠⠃
            └┬───────────────────┬────────────
             0                   5
      """)
  }

  @Test func `a large range and a large offset put what labels share into notes`() {
    let chart = LineChart([.init([DotPoint(x: 1e150, y: 1e8), DotPoint(x: 3e150, y: 1e8 + 1)])])
    expectPicture(
      picture(chart.frame(size: Size(width: 40, height: 10))),
      """
      +1e8
      1.0 ┤                                ⢀⣀⠤
          │                           ⣀⡠⠤⠒⠉⠁
          │                     ⢀⡠⠤⠒⠊⠉
      0.5 ┤               ⢀⣀⠤⠔⠒⠉⠁
          │          ⣀⡠⠤⠒⠉⠁
          │    ⢀⡠⠤⠒⠊⠉
      0.0 ┤⠠⠔⠒⠉⠁
          └┬────────────────┬────────────────┬
           1                2         3 ×1e150
      """)
  }

  @Test func `charts of nothing, of one value and of no size can be drawn`() {
    #expect(picture(LineChart([]).frame(size: Size(width: 9, height: 2))) == "\n")
    let one = LineChart([.init(values: [5])]).frame(size: Size(width: 9, height: 3))
    #expect(one.text.contains { $0 != " " && $0 != "\n" })
    for width in 0..<30 {
      for height in 0..<12 {
        let size = Size(width: width, height: height)
        #expect(LineChart([.init(values: [1, .nan, 3])]).frame(size: size).size == size)
      }
    }
  }

  @Test func `axes leave the plot alone`() {
    var frame = Frame(size: Size(width: 24, height: 8), filling: Cell("x"))
    let axes = Axes(x: 1.6...5.1, y: 43...96, size: Size(width: 22, height: 7))
    axes.draw(on: &frame, at: Position(x: 1, y: 0))
    expectPicture(
      frame.text,
      """
      xxxx│xxxxxxxxxxxxxxxxxxx
      x80x┤xxxxxxxxxxxxxxxxxxx
      xxxx│xxxxxxxxxxxxxxxxxxx
      x60x┤xxxxxxxxxxxxxxxxxxx
      xxxx│xxxxxxxxxxxxxxxxxxx
      xxxx└──┬─────────┬─────x
      xxxxxxx2xxxxxxxxx4xxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxx
      """)
  }
}

@Suite struct SparklineTests {
  @Test func `the bound climbs from left to right`() {
    #expect(Sparkline([-8, -4, -2, -1]).text(width: 6) == "▁▅▇█  ")
  }

  @Test func `many values keep the first and the last`() {
    #expect(Sparkline((0..<1000).map(Double.init)).text(width: 8) == "▁▂▃▄▅▆▇█")
  }

  @Test func `gaps, equal values and a given range`() {
    #expect(Sparkline([0, .nan, 7]).text(width: 3) == "▁ █")
    #expect(Sparkline([3, 3]).text(width: 2) == "▁▁")
    #expect(Sparkline([-5, 5, 50], in: 0...10).text(width: 3) == "▁▅█")
    #expect(Sparkline([]).text(width: 2) == "  " && Sparkline([1]).text(width: 0) == "")
    #expect(Sparkline([-1e308, 1e308]).text(width: 2) == "▁█")
  }
}
