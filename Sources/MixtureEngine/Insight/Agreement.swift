/// How well the components that were found agree with labels that are known.
///
/// Points whose label is missing are left out, and each of the others counts as often as its weight
/// says. Component numbers mean nothing by themselves, so everything here is the same however
/// components or labels are numbered.
public struct Agreement: Hashable, Sendable {
  /// How many points have label ℓ and component k, at `counts[ℓ][k]`.
  public let counts: [[Int]]
  /// The weights of these points, in the same places; equal to ``counts`` where each counts as one.
  public let masses: [[Double]]
  /// Σ min(w, w²) over these points: what their squared mass has too much of, twice over, to be
  /// pairs.
  private let selves: [[Double]]

  /// Counts labels against components.
  ///
  /// - Parameters:
  ///   - labels: The known label of each point, counted from 0, or `nil` where it is missing.
  ///   - components: The component of each point, counted from 0, such as ``Fit/labels``.
  ///   - weights: What each point counts, such as ``PointSet/weights``; one each unless given.
  /// - Throws: ``InvalidInput`` when there is not one entry for each point, or one is negative.
  public init(
    validating labels: [Int?], components: [Int], weights: [Double]? = nil
  ) throws(InvalidInput) {
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
    if let weights { try PointSet.check(weights: weights, count: labels.count) }
    self.init(labels: labels, components: components.map { UInt8($0) }, weights: weights)
  }

  /// Counts labels against components.
  ///
  /// - Parameters:
  ///   - labels: The known label of each point, counted from 0, or `nil` where it is missing.
  ///   - components: The component of each point, counted from 0.
  ///   - weights: What each point counts, or `nil` for one each.
  /// - Precondition: All have one entry for each point.
  package init(labels: [Int?], components: [UInt8], weights: [Double]? = nil) {
    precondition(labels.count == components.count, "labels and components belong to one data set")
    let labelCount = (labels.lazy.compactMap { $0 }.max() ?? -1) + 1
    let componentCount = (components.max().map(Int.init) ?? -1) + 1
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: componentCount), count: labelCount)
    var masses = counts.map { $0.map { Double($0) } }
    var selves = masses
    for n in labels.indices {
      guard let label = labels[n] else { continue }
      counts[label][Int(components[n])] += 1
      let w = weights?[n] ?? 1
      masses[label][Int(components[n])] += w
      selves[label][Int(components[n])] += min(w, w * w)
    }
    self.counts = counts
    self.masses = masses
    self.selves = selves
  }

  /// Counts only those labels that EM was not told.
  ///
  /// - Returns: `nil` where there are none.
  package init?(
    labels: [Int?], untoldBy observed: ObservedLabels?, components: [UInt8], weights: [Double]?
  ) {
    let untold = observed?.hidden(of: labels) ?? labels
    guard untold.contains(where: { $0 != nil }) else { return nil }
    self.init(labels: untold, components: components, weights: weights)
  }

  /// The adjusted Rand index: 1 for equal partitions, about 0 for unrelated ones.
  ///
  ///     (Σ C(nₗₖ, 2) − E) / (½ (Σ C(nₗ, 2) + Σ C(nₖ, 2)) − E),  E = Σ C(nₗ, 2) Σ C(nₖ, 2) / C(n, 2)
  ///
  /// Hubert & Arabie 1985, Journal of Classification 2:193–218. Where both partitions are trivial
  /// (all together, or all apart) it is 1. Two points of weights v and w make v w pairs, and one of
  /// weight w > 1 is w (w − 1) / 2 pairs with itself: C(n, 2) = (n² − Σ min(w, w²)) / 2.
  public var adjustedRandIndex: Double {
    let rows = zip(masses, selves).map { Self.sum(zip($0, $1)) }
    let columns = (masses.first ?? []).indices.map { k in
      Self.sum(masses.indices.lazy.map { (masses[$0][k], selves[$0][k]) })
    }
    let together = zip(masses, selves).reduce(0) { $0 + Self.pairs(zip($1.0, $1.1)) }
    let byLabel = Self.pairs(rows)
    let byComponent = Self.pairs(columns)
    let all = Self.pairs([Self.sum(rows)])
    // The quotient first: products of pairs of heavy points overflow.
    let expected = all > 0 ? byLabel / all * byComponent : 0
    let most = (byLabel + byComponent) / 2
    return most == expected ? 1 : (together - expected) / (most - expected)
  }

  /// The mass of several sets of points together, and what it has too much of.
  private static func sum(_ sets: some Sequence<(Double, Double)>) -> (Double, Double) {
    sets.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
  }

  /// How many pairs of points there are inside of sets of points.
  private static func pairs(_ sets: some Sequence<(Double, Double)>) -> Double {
    sets.reduce(0) { $0 + ($1.0 * $1.0 - $1.1) / 2 }
  }

  /// For each label a component of its own, so that colours can be compared: the pairs of most
  /// weight first, the lowest numbers of equals; labels in excess take numbers from K on.
  package var matching: [Int] {
    let columns = masses.first?.count ?? 0
    let pairs = masses.indices.flatMap { label in (0..<columns).map { (label, $0) } }
      .sorted { a, b in
        let (m, n) = (masses[a.0][a.1], masses[b.0][b.1])
        return m != n ? m > n : a < b
      }
    var matching = [Int?](repeating: nil, count: masses.count)
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
