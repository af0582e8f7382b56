extension ObservedLabels {
  /// A share of the labels that are known, to be told; the others are hidden.
  ///
  /// Of m points with one label max(1, round(m · share)) keep it, spread evenly over these points
  /// in their order, so that equal arguments hold equal labels.
  ///
  /// - Parameters:
  ///   - share: How many of the known labels are held, from 0 (none) to 1 (all).
  ///   - labels: The known label of each point, counted from 0, or `nil` where it is missing.
  /// - Returns: `nil` for the labels that are hidden or missing.
  public static func holding(_ share: Double, of labels: [Int?]) -> [Int?] {
    precondition((0...1).contains(share), "a share lies between 0 and 1")
    guard share > 0 else { return labels.map { _ in nil } }
    var sizes: [Int: Int] = [:]
    for case let label? in labels { sizes[label, default: 0] += 1 }
    var seen: [Int: Int] = [:]
    return labels.map { label in
      guard let label, let size = sizes[label] else { return nil }
      let held = max(1, Int((Double(size) * share).rounded()))
      let rank = seen[label, default: 0]
      seen[label] = rank + 1
      return rank * held % size < held ? label : nil
    }
  }

  /// The given labels without those that are told: what is left to be found.
  public func hidden(of labels: [Int?]) -> [Int?] {
    zip(labels, self.labels).map { $1 == nil ? $0 : nil }
  }
}
