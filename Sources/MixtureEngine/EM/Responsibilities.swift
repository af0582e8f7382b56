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

  /// The entropy H(q) = −Σₙ wₙ Σₖ qₖₙ log qₖₙ, in nats.
  package func entropy(over points: PointSet) -> Double {
    var entropy = 0.0
    for n in 0..<pointCount {
      let w = points.weight(of: n)
      for k in 0..<componentCount where self[n, k] > 0 {
        entropy -= w * self[n, k] * .log(self[n, k])
      }
    }
    return entropy
  }
}
