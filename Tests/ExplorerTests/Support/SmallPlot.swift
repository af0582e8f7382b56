import MixtureEngine
import TerminalCanvas

@testable import Explorer

extension PlotPane {
  /// Ten points, two components, and an undecided point between them, after an E-step.
  static func small(
    points: PointSet = smallPoints, options: [PlotOption] = [], colors: ColorDepth = .none,
    isLabelled: Bool = true, model: any LatentLabelModel = smallMixture
  ) -> PlotPane {
    var plotOptions = PlotOptions()
    for option in options { plotOptions.toggle(option) }
    return PlotPane(
      points: points,
      labels: isLabelled ? model.expectation(over: points, observed: nil).labels : nil,
      model: model, responsibilities: { model.responsibilities(for: points[$0]) },
      trails: [
        Path([Point(x: 3, y: 3.6), Point(x: 1, y: 1)]),
        Path([Point(x: 7, y: 0.2), Point(x: 6, y: 3)]),
      ], xName: "x", yName: "y", options: plotOptions, theme: Theme(colors: colors))
  }

  static let smallPoints = PointSet(
    [
      (0.0, 0.8), (0.5, 1.6), (1, 0.3), (1.4, 1.3), (2, 0.9), (3.5, 2), (5, 2.8), (5.5, 3.6),
      (6.4, 2.4), (7, 3.4),
    ].map { Point(x: $0.0, y: $0.1) })

  static let smallMixture = GaussianMixture(
    components: [(1.0, 1.0), (6.0, 3.0)].compactMap {
      GaussianComponent(
        weight: 0.5, mean: Point(x: $0.0, y: $0.1),
        covariance: Covariance2(xx: 0.8, xy: 0.1, yy: 0.3))
    })
}
