import RealModule

/// Bayes' rule for one point, with every term.
///
///     qₖ = πₖ p(x | k) / Σⱼ πⱼ p(x | j)
package struct BayesTerms: Hashable, Sendable {
  /// The terms of one component.
  package struct Row: Hashable, Sendable {
    /// The component, counted from 0.
    package var component: Int
    /// The prior p(k) = πₖ.
    package var prior: Double
    /// log p(x | k), or `nil` where the prior is zero or there is no density (the hard limit).
    package var logDensity: Double?
    /// log p(x, k); in the hard limit −‖x − μₖ‖².
    package var logJoint: Double
    /// qₖ, with a known label taken into account.
    package var responsibility: Double
    /// How many standard deviations the point is from the component (the Mahalanobis distance);
    /// in the hard limit the distance to the centre; `nil` for uniform noise.
    package var distance: Double?

    /// p(x | k), in 1 over squared units of the data.
    package var density: Double? { logDensity.map { .exp($0) } }

    /// πₖ p(x | k).
    package var joint: Double { .exp(logJoint) }
  }

  /// The point.
  package var point: Point
  /// Its known label, if it has one.
  package var known: Int?
  /// One row for each component.
  package var rows: [Row]
  /// log p(x) = log Σₖ πₖ p(x | k), the denominator; in the hard limit −minₖ ‖x − μₖ‖².
  package var logEvidence: Double

  /// The terms of a point under a model.
  package init(of point: Point, under model: any LatentLabelModel, known: Int? = nil) {
    self.point = point
    self.known = known
    let q = model.responsibilities(
      over: PointSet(xs: [point.x], ys: [point.y]),
      observed: known.map { ObservedLabels([UInt8($0)]) })
    let shapes = model.shapes
    let isSoft = model.criterion == .logLikelihood
    let rows = shapes.indices.map { k in
      let logJoint = model.logJoint(of: point, label: k)
      let prior = shapes[k].weight
      return Row(
        component: k, prior: prior,
        logDensity: isSoft && prior > 0 ? logJoint - .log(prior) : nil, logJoint: logJoint,
        responsibility: q[0, k],
        distance: isSoft ? shapes[k].distance(to: point) : (-logJoint).squareRoot())
    }
    logEvidence =
      isSoft ? rows.logSum(\.logJoint) : rows.map(\.logJoint).max() ?? -.infinity
    self.rows = rows
  }
}

extension ComponentShape {
  /// How far a point is from the component, in its own standard deviations where it has any.
  func distance(to point: Point) -> Double? {
    switch outline {
    case .ellipse(let covariance):
      Cholesky2(covariance).map {
        $0.squaredMahalanobis(point.x - centre.x, point.y - centre.y).squareRoot()
      }
    case .line(_, let slope, let deviation):
      abs(point.y - centre.y - slope * (point.x - centre.x)) / deviation
    case .none, .everywhere:
      nil
    }
  }
}
