import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The plot while placing by hand` {
  private static let size = Size(width: 26, height: 11)

  private func hand() -> HandState {
    let points = PointSet(xs: [0, 4, 8], ys: [0, 3, 4])
    let data = DataSet(
      name: "three", points: points, xName: "x", yName: "y",
      labels: KnownLabels(ofPoints: [0, 1, nil], names: ["left", "middle"], column: "side"))
    return HandState(
      Draft(
        means: [Point(x: 2, y: 3), Point(x: 6, y: 1)], data: data,
        observed: ObservedLabels([nil, nil, 1])))
  }

  private func picture(_ hand: HandState) -> String {
    HandPane(
      hand: hand, axes: { PlotAxes(points: hand.draft.data.points, size: $0) },
      options: PlotOptions(), theme: Theme(colors: .none)
    )
    .frame(size: Self.size).sketch
  }

  @Test func `shows the chosen mean in brackets and told labels as marks`() {
    expectPicture(
      picture(hand()),
      """
      y
        │
      5 ┤
        │                   ▲
        │      [1]  •
        │
        │               2
      0 ┤   •
        │
        └───┬─────────┬───── x ─
            0         5
      """)
  }

  @Test func `shows a cross where a point would be added`() {
    var hand = hand()
    hand.nextTool()
    expectPicture(
      picture(hand),
      """
      y
        │
      5 ┤
        │                   ▲
        │       1   •
        │          [┼]
        │               2
      0 ┤   •
        │
        └───┬─────────┬───── x ─
            0         5
      """)
  }
}
