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

  /// A point is undecided when no component is at least this responsible for it; the one threshold
  /// of every sentence, count and mark.
  package static let certainty = 0.9

  /// How many points have no component that is at least this responsible.
  package func undecidedCount(below certainty: Double = Self.certainty) -> Int {
    values.count { 1 - $0 < certainty }
  }

  /// The most uncertain point, the first where several are; `nil` for no points.
  package var mostUncertain: Int? {
    values.indices.max { (values[$0], -$0) < (values[$1], -$1) }
  }
}
