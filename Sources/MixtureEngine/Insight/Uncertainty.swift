/// How undecided each point is: 1 − maxₖ qₖₙ.
package struct Uncertainty: Hashable, Sendable {
  /// 0 where one component has the whole point, up to 1 − 1/K where all share it equally.
  package var values: [Double]

  /// The uncertainty of every point under a model.
  ///
  /// - Complexity: O(*n* · *k*).
  package init(
    of model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil
  ) {
    let q = model.responsibilities(over: points, observed: observed)
    values = (0..<points.count).map { 1 - (q.row($0).max() ?? 1) }
  }

  /// How many points have no component that is at least this responsible.
  package func undecidedCount(below certainty: Double = 0.9) -> Int {
    values.count { 1 - $0 < certainty }
  }

  /// The most uncertain point, the first where several are; `nil` for no points.
  package var mostUncertain: Int? {
    values.indices.max { (values[$0], -$0) < (values[$1], -$1) }
  }
}
