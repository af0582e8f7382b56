import RealModule

/// The posterior q as a full table: a row for each point, a column for each component.
public struct Responsibilities: Hashable, Sendable {
  /// How many points, N.
  package let pointCount: Int
  /// How many components, K.
  package let componentCount: Int
  /// qₖₙ at `n * componentCount + k`.
  package var values: [Double]

  /// A table of zeros.
  package init(pointCount: Int, componentCount: Int) {
    self.pointCount = pointCount
    self.componentCount = componentCount
    values = [Double](repeating: 0, count: pointCount * componentCount)
  }

  /// The hard table that gives each point wholly to its label.
  ///
  /// - Parameters:
  ///   - labels: One component for each point, counted from 0.
  ///   - componentCount: K.
  package init(labels: [UInt8], componentCount: Int) {
    self.init(pointCount: labels.count, componentCount: componentCount)
    for n in labels.indices {
      self[n, Int(labels[n])] = 1
    }
  }

  /// qₖₙ for point `n` and component `k`, both counted from 0.
  public subscript(n: Int, k: Int) -> Double {
    get { values[n * componentCount + k] }
    set { values[n * componentCount + k] = newValue }
  }

  /// The responsibilities of all components for point `n`; they sum to one.
  public func row(_ n: Int) -> [Double] {
    Array(values[(n * componentCount)..<((n + 1) * componentCount)])
  }

  /// The entropy H(q) = −Σₙ Σₖ qₖₙ log qₖₙ, in nats.
  package var entropy: Double {
    values.reduce(0) { $1 > 0 ? $0 - $1 * .log($1) : $0 }
  }
}
