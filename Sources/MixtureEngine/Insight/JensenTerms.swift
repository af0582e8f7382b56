import RealModule

/// Jensen's inequality at one point: the log of the mean lies above the mean of the logs.
///
///     log p(x | θ) = log Σₖ qₖ rₖ ≥ Σₖ qₖ log rₖ,   rₖ = p(x, k | θ) / qₖ
///
/// The difference is KLₙ = Σₖ qₖ log (qₖ / p(k | x, θ)), the point's share of the gap between L and F.
/// It is 0 where all rₖ are one number, which then is p(x | θ): where q is the posterior. Everything is
/// in log space, so that nothing underflows. With a known label p(x, k | θ) is 0 for all other k.
package struct JensenTerms: Hashable, Sendable {
  /// The terms of one component.
  package struct Row: Hashable, Sendable {
    /// The component, counted from 0.
    package var component: Int
    /// qₖ.
    package var responsibility: Double
    /// log p(x, k | θ) in nats; −∞ where a known label is another one.
    package var logJoint: Double

    /// log rₖ in nats, or `nil` where qₖ is 0 and rₖ has no part in the mean.
    package var logRatio: Double? {
      responsibility > 0 ? logJoint - .log(responsibility) : nil
    }
  }

  /// One row for each component.
  package let rows: [Row]
  /// log Σₖ qₖ rₖ = log p(x | θ) in nats, the point's term of L, whatever q is.
  package let logOfMean: Double

  /// The terms of a point under a model and a q.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - model: θ; a model without a likelihood, such as k-means, has no such terms.
  ///   - q: One share for each component; they sum to one.
  ///   - known: The point's known label, if it has one.
  package init?(
    of point: Point, under model: any LatentLabelModel, q: [Double], known: Int? = nil
  ) {
    guard model.criterion == .logLikelihood else { return nil }
    precondition(q.count == model.componentCount, "q has one share for each component")
    self.init(
      rows: q.indices.map { k in
        Row(
          component: k, responsibility: q[k],
          logJoint: known == nil || known == k ? model.logJoint(of: point, label: k) : -.infinity)
      })
  }

  private init(rows: [Row]) {
    self.rows = rows
    logOfMean = rows.logSum(\.logJoint)
  }

  /// Σₖ qₖ log rₖ in nats, the point's term of F; −∞ where q gives a share to a component that can't
  /// have made the point.
  package var meanOfLogs: Double {
    rows.reduce(0) { sum, row in row.logRatio.map { sum + row.responsibility * $0 } ?? sum }
  }

  /// KLₙ = log Σₖ qₖ rₖ − Σₖ qₖ log rₖ ≥ 0 in nats, of a point that counts once.
  ///
  /// 0 for a point that no component can have made, where both sides are −∞.
  package var gap: Double {
    guard logOfMean > -.infinity else { return 0 }
    let sum = rows.reduce(0) { sum, row in
      row.logRatio.map { sum - row.responsibility * ($0 - logOfMean) } ?? sum
    }
    return max(0, sum)
  }

  /// The terms under another q: component `k` has a share of its own, and the others share what is left
  /// as they did; equally, where they had none.
  ///
  /// - Precondition: `share` lies between 0 and 1, and there are at least two components.
  package func pulling(_ k: Int, to share: Double) -> JensenTerms {
    precondition((0...1).contains(share) && rows.count > 1, "a share of one among several")
    let others = rows.indices.reduce(0) { $0 + ($1 == k ? 0 : rows[$1].responsibility) }
    return JensenTerms(
      rows: rows.map { row in
        var row = row
        row.responsibility =
          row.component == k
          ? share
          : others > 0
            ? row.responsibility / others * (1 - share) : (1 - share) / Double(rows.count - 1)
        return row
      })
  }
}

extension JensenTerms {
  /// KLₙ of every point, each counted once; weighted and summed they are the gap L − F.
  ///
  /// - Parameters:
  ///   - q: A row for each point.
  ///   - model: θ.
  ///   - points: The data.
  ///   - observed: Labels that are known.
  /// - Returns: In nats; empty for a model without a likelihood.
  /// - Complexity: O(*n* · *k*).
  package static func gaps(
    of q: Responsibilities, under model: any LatentLabelModel, over points: PointSet,
    observed: ObservedLabels? = nil
  ) -> [Double] {
    (0..<points.count).compactMap { n in
      JensenTerms(of: points[n], under: model, q: q.row(n), known: observed?[n])?.gap
    }
  }
}
