import RealModule

/// The plain E-step, M-step and bound that every model has: the reference for faster ones.
extension LatentLabelModel {
  /// Most models climb the log-likelihood.
  public var criterion: Criterion { .logLikelihood }

  /// The plain E-step with the full table.
  public func expectation(over points: PointSet, observed: ObservedLabels?) -> Expectation {
    plainExpectation(over: points, observed: observed)
  }

  /// The M-step from the full table, which is made again where the E-step kept none.
  public func maximization(
    over points: PointSet, from expectation: Expectation, safeguard: Safeguard
  ) throws(Collapse) -> Self {
    try maximization(
      over: points, responsibilities: expectation.responsibilities(over: points),
      safeguard: safeguard)
  }

  /// The plain sum over points and components, where q is not zero.
  public func expectedLogJoint(over points: PointSet, under expectation: Expectation) -> Double {
    let q = expectation.responsibilities(over: points)
    var sum = 0.0
    for n in 0..<points.count {
      let w = points.weight(of: n)
      for k in 0..<componentCount where q[n, k] > 0 {
        sum += w * q[n, k] * logJoint(of: points[n], label: k)
      }
    }
    return sum
  }

  /// The plain table.
  public func responsibilities(
    over points: PointSet, observed: ObservedLabels?
  ) -> Responsibilities {
    var q = Responsibilities(pointCount: points.count, componentCount: componentCount)
    var row = [Double](repeating: 0, count: componentCount)
    for n in 0..<points.count {
      _ = posterior(of: points[n], known: observed?[n], into: &row)
      for k in row.indices { q[n, k] = row[k] }
    }
    return q
  }

  /// The E-step written out: q, L, labels and entropy, point by point.
  package func plainExpectation(over points: PointSet, observed: ObservedLabels?) -> Expectation {
    var q = Responsibilities(pointCount: points.count, componentCount: componentCount)
    var row = [Double](repeating: 0, count: componentCount)
    var labels = [UInt8](repeating: 0, count: points.count)
    var logLikelihood = 0.0
    for n in 0..<points.count {
      logLikelihood +=
        points.weight(of: n) * posterior(of: points[n], known: observed?[n], into: &row)
      var best = 0
      for k in row.indices {
        q[n, k] = row[k]
        if row[k] > row[best] { best = k }
      }
      labels[n] = UInt8(best)
    }
    return Expectation(
      objective: logLikelihood, entropy: q.entropy(over: points), labels: labels,
      posterior: .table(q))
  }

  /// Fills `row` with one point's posterior and answers its log-likelihood.
  ///
  ///     log Σₖ p(x, k) = m + log Σₖ exp(log p(x, k) − m),  m = maxₖ log p(x, k)
  ///
  /// A known label has the whole posterior and contributes its complete-data log-likelihood. A point
  /// that no component can have made is shared equally, and its log-likelihood is −∞.
  func posterior(of point: Point, known: Int?, into row: inout [Double]) -> Double {
    if let known {
      for k in row.indices { row[k] = k == known ? 1 : 0 }
      return logJoint(of: point, label: known)
    }
    var greatest = -Double.infinity
    for k in row.indices {
      row[k] = logJoint(of: point, label: k)
      greatest = max(greatest, row[k])
    }
    guard greatest > -.infinity else {
      for k in row.indices { row[k] = 1 / Double(row.count) }
      return greatest
    }
    var sum = 0.0
    for k in row.indices {
      row[k] = .exp(row[k] - greatest)
      sum += row[k]
    }
    for k in row.indices { row[k] /= sum }
    return greatest + .log(sum)
  }
}
