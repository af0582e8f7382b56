/// Labels that are known for some of the points: there the E-step has nothing to infer.
public struct ObservedLabels: Hashable, Sendable {
  /// The known component of each point, or `nil` where it is missing.
  package private(set) var labels: [UInt8?]

  /// Labels by point, `nil` where missing.
  package init(_ labels: [UInt8?]) {
    self.labels = labels
  }

  /// The known label of point `n`, if any.
  public subscript(n: Int) -> Int? {
    get { labels[n].map(Int.init) }
    set { labels[n] = newValue.map(UInt8.init) }
  }

  /// How many points have a known label.
  package var count: Int { labels.lazy.filter { $0 != nil }.count }
}

extension ObservedLabels {
  /// A share of the labels that are known, to be observed; the others are hidden.
  ///
  /// Of m points with one label max(1, round(m · share)) keep it, spread evenly over these points
  /// in their order, so that equal arguments give equal labels.
  ///
  /// - Parameters:
  ///   - share: How many of the known labels are observed, from 0 (none) to 1 (all).
  ///   - labels: The known label of each point, counted from 0, or `nil` where it is missing.
  /// - Returns: `nil` for the labels that are hidden or missing.
  package static func observing(_ share: Double, of labels: [Int?]) -> [Int?] {
    precondition((0...1).contains(share), "a share lies between 0 and 1")
    guard share > 0 else { return labels.map { _ in nil } }
    var sizes: [Int: Int] = [:]
    for case let label? in labels { sizes[label, default: 0] += 1 }
    var seen: [Int: Int] = [:]
    return labels.map { label in
      guard let label, let size = sizes[label] else { return nil }
      let kept = max(1, Int((Double(size) * share).rounded()))
      let rank = seen[label, default: 0]
      seen[label] = rank + 1
      return rank * kept % size < kept ? label : nil
    }
  }

  /// The given labels without those that are told: what is left to be found.
  package func hidden(of labels: [Int?]) -> [Int?] {
    zip(labels, self.labels).map { $1 == nil ? $0 : nil }
  }
}

extension ObservedLabels {
  /// Labels that are known to belong to the points and components of a fit.
  ///
  /// - Parameters:
  ///   - labels: The component of each point, counted from 0, or `nil` where it is missing.
  ///   - pointCount: N.
  ///   - componentCount: K.
  /// - Throws: ``InvalidInput`` that names the first entry at fault.
  public init(
    validating labels: [Int?], pointCount: Int, componentCount: Int
  ) throws(InvalidInput) {
    guard labels.count == pointCount else {
      throw InvalidInput(
        "there are \(labels.count) labels for \(pointCount) points; give one for each, or leave it "
          + "empty.")
    }
    let components = 0..<min(componentCount, 255)
    for (n, label) in labels.enumerated() {
      if let label, !components.contains(label) {
        throw InvalidInput(
          "the label of point \(n + 1) is component \(label + 1), but there are only "
            + "\(componentCount); use more components or leave the label empty.")
      }
    }
    self.init(labels.map { $0.map(UInt8.init) })
  }
}
