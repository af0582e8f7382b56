/// Known labels that do not belong to the points or the components, said in one sentence.
public enum LabelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is not one entry for each point.
  case count(labels: Int, points: Int)
  /// A label names a component that does not exist.
  case range(point: Int, label: Int, components: Int)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .count(let labels, let points):
      "there are \(labels) labels for \(points) points; give one for each, or leave it empty."
    case .range(let point, let label, let components):
      "the label of point \(point + 1) is component \(label + 1), but there are only "
        + "\(components); use more components or leave the label empty."
    }
  }
}

extension ObservedLabels {
  /// Labels that are known to belong to the points and components of a fit.
  ///
  /// - Parameters:
  ///   - labels: The component of each point, counted from 0, or `nil` where it is missing.
  ///   - pointCount: N.
  ///   - componentCount: K.
  /// - Throws: ``LabelError`` that names the first entry at fault.
  public init(
    validating labels: [Int?], pointCount: Int, componentCount: Int
  ) throws(LabelError) {
    guard labels.count == pointCount else {
      throw .count(labels: labels.count, points: pointCount)
    }
    let components = 0..<min(componentCount, 255)
    for (n, label) in labels.enumerated() {
      if let label, !components.contains(label) {
        throw .range(point: n, label: label, components: componentCount)
      }
    }
    self.init(labels.map { $0.map(UInt8.init) })
  }
}
