/// How a rule that chooses one centre after the other came to its centres: what each point's chance
/// was, and which point it was to be.
///
/// It is made of the rule's own draws from its own seed, so that the start at its end is that of the
/// rule to the last bit.
package struct SeedingTrace: Equatable, Sendable {
  /// By what the next centre is chosen.
  package enum Method: Hashable, Sendable {
    /// Drawn in proportion to w · D(x)², as k-means++ does.
    case proportional
    /// The point with the greatest D(x), as farthest first does.
    case farthest
  }

  /// What stood before one centre was chosen.
  package struct Draw: Hashable, Sendable {
    /// D(x)² of each point, its squared distance to the nearest centre so far; `nil` before the first
    /// centre.
    package var squaredDistances: [Double]?
    /// The chance of each point to be the next centre; they sum to one.
    package var chances: [Double]
  }

  /// By what centres after the first are chosen; the first is a point at random.
  package let method: Method
  /// The points that are the centres, by their numbers from 0, in the order of their choice.
  package let rows: [Int]
  /// The data, their lengths measured as the rule measured them.
  private let points: PointSet

  /// The trace of the start of a recipe.
  ///
  /// - Parameters:
  ///   - recipe: Rule, seed and K.
  ///   - points: The data.
  /// - Returns: `nil` for a start that was given, and for rules that do not choose centre after centre.
  /// - Precondition: 1 ≤ K ≤ N.
  package init?(of recipe: RunRecipe, over points: PointSet) {
    guard recipe.given == nil else { return nil }
    precondition((1...points.count).contains(recipe.components), "K must lie between 1 and N")
    let points = points.measured(for: recipe)
    self.points = points
    var generator = SeededGenerator(seed: recipe.seed)
    switch recipe.rule {
    case .kMeansPlusPlus:
      method = .proportional
      rows = StartingRule.plusPlusRows(points, recipe.components, &generator)
    case .farthestFirst:
      method = .farthest
      rows = StartingRule.farthestRows(points, recipe.components, &generator)
    default: return nil
    }
  }

  /// What stands when so many centres are chosen, before the next one is.
  ///
  /// - Parameter count: How many centres there are, at most K.
  /// - Complexity: O(*n* · *count*).
  package func draw(after count: Int) -> Draw {
    var nearest = NearestCentres(over: points, isWeighted: false)
    var weighted = NearestCentres(over: points, isWeighted: method == .proportional)
    for row in rows.prefix(count) {
      nearest.add(points[row])
      weighted.add(points[row])
    }
    guard count > 0 else { return Draw(squaredDistances: nil, chances: points.chancesOfADraw) }
    return Draw(
      squaredDistances: nearest.shares,
      chances: method == .farthest
        ? nearest.shares.indices.map { $0 == nearest.farthest ? 1 : 0 }
        : weighted.isAnyLeft ? weighted.shares.shared : points.chancesOfADraw)
  }

  /// Which of the first centres is nearest to a point, the first of several, counted from 0; `nil` where
  /// there is none yet.
  ///
  /// - Parameters:
  ///   - n: The point, counted from 0.
  ///   - count: How many centres there are.
  package func nearestCentre(to n: Int, among count: Int) -> Int? {
    func squared(_ row: Int) -> Double {
      points.standardization.squaredDistance(points[n], points[row])
    }
    return rows.prefix(count).enumerated()
      .min { (squared($0.element), $0.offset) < (squared($1.element), $1.offset) }?.offset
  }
}

/// D(x)² of every point, D the distance to the nearest of the centres so far; times the weight, where
/// that counts.
struct NearestCentres {
  private let points: PointSet
  private let isWeighted: Bool
  /// The squared distances, infinite before the first centre.
  private(set) var shares: [Double]

  /// No centre yet.
  init(over points: PointSet, isWeighted: Bool) {
    (self.points, self.isWeighted) = (points, isWeighted)
    shares = [Double](repeating: .infinity, count: points.count)
  }

  /// Takes another centre into account.
  mutating func add(_ centre: Point) {
    for n in shares.indices {
      let squared = points.standardization.squaredDistance(points[n], centre)
      shares[n] = min(shares[n], isWeighted ? points.weight(of: n) * squared : squared)
    }
  }

  /// Whether some point is no centre.
  var isAnyLeft: Bool { shares.contains { $0 > 0 } }

  /// The point that is farthest from all centres, the first of several.
  var farthest: Int {
    var farthest = 0
    for n in shares.indices where shares[n] > shares[farthest] { farthest = n }
    return farthest
  }
}

extension PointSet {
  /// The chance of each point to be drawn at random.
  fileprivate var chancesOfADraw: [Double] {
    weights?.shared ?? [Double](repeating: 1 / Double(count), count: count)
  }
}

extension [Double] {
  /// Shares of their sum.
  fileprivate var shared: [Double] {
    let most = self.max() ?? 1
    let sum = reduce(0) { $0 + $1 / most }
    return map { $0 / most / sum }
  }
}
