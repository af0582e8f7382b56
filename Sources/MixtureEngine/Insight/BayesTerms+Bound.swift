import RealModule

/// What one point adds to L, to the complete-data log-likelihood, and to the bound.
extension BayesTerms {
  /// What the point adds to L for each time that it counts: log p(x | θ), or log p(x, z | θ) where its
  /// label z is known; in the hard limit minus its squared distance.
  package var logLikelihood: Double {
    guard let known, rows.indices.contains(known) else { return logEvidence }
    return rows[known].logJoint
  }

  /// Σₖ qₖ log p(x, k | θ), the complete-data log-likelihood of the point averaged over its label.
  ///
  /// - Parameter q: A share for each component.
  package func expectedLogJoint(under q: [Double]) -> Double {
    zip(q, rows).reduce(0) { $1.0 > 0 ? $0 + $1.0 * $1.1.logJoint : $0 }
  }

  /// What the point adds to F(q, θ) for each time that it counts: Σₖ qₖ log (p(x, k | θ) / qₖ).
  ///
  /// - Parameter q: A share for each component.
  package func lowerBound(under q: [Double]) -> Double {
    q.reduce(expectedLogJoint(under: q)) { $1 > 0 ? $0 - $1 * .log($1) : $0 }
  }
}
