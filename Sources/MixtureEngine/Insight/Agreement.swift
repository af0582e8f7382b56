/// How well the components that were found agree with labels that are known.
///
/// Points whose label is missing are left out. Component numbers mean nothing by themselves, so
/// everything here is the same however components or labels are numbered.
public struct Agreement: Hashable, Sendable {
  /// How many points have label ℓ and component k, at `counts[ℓ][k]`.
  public let counts: [[Int]]

  /// Counts labels against components.
  ///
  /// - Parameters:
  ///   - labels: The known label of each point, counted from 0, or `nil` where it is missing.
  ///   - components: The component of each point, counted from 0, such as ``Fit/labels``.
  /// - Throws: ``InvalidInput`` when there is not one entry for each point, or one is negative.
  public init(validating labels: [Int?], components: [Int]) throws(InvalidInput) {
    guard labels.count == components.count else {
      throw InvalidInput(
        "there are \(labels.count) labels, but \(components.count) points have a component.")
    }
    guard labels.allSatisfy({ $0 ?? 0 >= 0 }) else {
      throw InvalidInput("labels are counted from 0.")
    }
    guard components.allSatisfy((0...255).contains) else {
      throw InvalidInput("components are counted from 0 to 255.")
    }
    self.init(labels: labels, components: components.map { UInt8($0) })
  }

  /// Counts labels against components.
  ///
  /// - Parameters:
  ///   - labels: The known label of each point, counted from 0, or `nil` where it is missing.
  ///   - components: The component of each point, counted from 0.
  /// - Precondition: Both have one entry for each point.
  package init(labels: [Int?], components: [UInt8]) {
    precondition(labels.count == components.count, "labels and components belong to one data set")
    let labelCount = (labels.lazy.compactMap { $0 }.max() ?? -1) + 1
    let componentCount = (components.max().map(Int.init) ?? -1) + 1
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: componentCount), count: labelCount)
    for (label, component) in zip(labels, components) {
      if let label { counts[label][Int(component)] += 1 }
    }
    self.counts = counts
  }

  /// Counts only those labels that EM was not told.
  ///
  /// - Returns: `nil` where there are none.
  package init?(labels: [Int?], untoldBy observed: ObservedLabels?, components: [UInt8]) {
    let untold = observed?.hidden(of: labels) ?? labels
    guard untold.contains(where: { $0 != nil }) else { return nil }
    self.init(labels: untold, components: components)
  }

  /// The adjusted Rand index: 1 for equal partitions, about 0 for unrelated ones.
  ///
  ///     (Σ C(nₗₖ, 2) − E) / (½ (Σ C(nₗ, 2) + Σ C(nₖ, 2)) − E),  E = Σ C(nₗ, 2) Σ C(nₖ, 2) / C(n, 2)
  ///
  /// Hubert & Arabie 1985, Journal of Classification 2:193–218. Where both partitions are trivial
  /// (all together, or all apart) it is 1.
  public var adjustedRandIndex: Double {
    func pairs(_ n: Int) -> Double { Double(n) * Double(n - 1) / 2 }
    let rows = counts.map { $0.reduce(0, +) }
    let columns = (counts.first ?? []).indices.map { k in counts.reduce(0) { $0 + $1[k] } }
    let together = counts.joined().reduce(0) { $0 + pairs($1) }
    let byLabel = rows.reduce(0) { $0 + pairs($1) }
    let byComponent = columns.reduce(0) { $0 + pairs($1) }
    let all = pairs(rows.reduce(0, +))
    let expected = all > 0 ? byLabel * byComponent / all : 0
    let most = (byLabel + byComponent) / 2
    return most == expected ? 1 : (together - expected) / (most - expected)
  }

  /// For each label a component of its own, so that colours can be compared: the pairs with most
  /// points first, the lowest numbers of equals; labels in excess take numbers from K on.
  package var matching: [Int] {
    let columns = counts.first?.count ?? 0
    let pairs = counts.indices.flatMap { label in (0..<columns).map { (label, $0) } }
      .sorted { a, b in
        let (m, n) = (counts[a.0][a.1], counts[b.0][b.1])
        return m != n ? m > n : a < b
      }
    var matching = [Int?](repeating: nil, count: counts.count)
    var taken: Set<Int> = []
    for (label, component) in pairs where matching[label] == nil {
      if taken.insert(component).inserted { matching[label] = component }
    }
    var free = columns
    return matching.map { component in
      if let component { return component }
      free += 1
      return free - 1
    }
  }
}
