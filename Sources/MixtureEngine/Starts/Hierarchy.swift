import RealModule

/// Model-based agglomerative hierarchical clustering under the criterion VVV.
///
/// A cluster of n points with the scatter W about its mean costs n log(|W / n| + (tr W + α) / n), and the
/// two clusters are merged whose cost grows the least by it. α is the mean variance of the data along an
/// axis, so that clusters of one or two points have a cost, too. Fraley 1998, SIAM J. Sci. Comput.
/// 20:270–281; of pairs that cost the same the one is taken that mclust takes.
///
/// Coordinates are standardised, turned to their principal axes and divided by the square roots of the
/// singular values there, as mclust does by default (Scrucca & Raftery 2015, Adv. Data Anal. Classif.
/// 9:447–460). So the hierarchy does not depend on the origin or the units of the axes.
struct Hierarchy {
  /// What the cost of a cluster is made of, in scaled coordinates.
  private struct Cluster {
    var count: Int
    var mass: Double
    var mean: Point
    var scatter: Covariance2
    var cost: Double
  }

  private var clusters: [Cluster] = []
  /// The numbers of the points of each cluster.
  private var members: [[Int]]
  /// What merging two clusters costs, i < j at j (j − 1) / 2 + i.
  private var costs: [Double] = []
  /// The least of the costs for each j, and its i.
  private var least: [(cost: Double, column: Int)] = []
  private let alpha: Double
  /// Costs that differ by no more are equal.
  private let rounding: Double

  /// Every point a cluster; a point of weight w is one of w points at one place.
  init(over points: PointSet) {
    let scaled = points.scaledBySingularValues
    alpha = max(scaled.covariance.trace / 2, 0x1p-52)
    rounding = 1e-12 * points.totalWeight / Double(points.count)
    members = (0..<points.count).map { [$0] }
    for n in 0..<points.count {
      clusters.append(
        cluster(1, points.weight(of: n), scaled[n], Covariance2(xx: 0, xy: 0, yy: 0)))
    }
    costs.reserveCapacity(points.count * (points.count - 1) / 2)
    for j in clusters.indices {
      for i in 0..<j { costs.append(cost(ofMerging: i, j)) }
      least.append(leastCost(ofRow: j))
    }
  }

  /// The points of each of K clusters, by their numbers; clusters are in the order of their first points.
  ///
  /// - Precondition: 1 ≤ K ≤ N.
  consuming func clusters(_ count: Int) -> [[Int]] {
    while clusters.count > count { merge() }
    return members.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}

extension Hierarchy {
  /// Merges the two clusters that cost the least; the last cluster takes the place of the one that is
  /// gone.
  private mutating func merge() {
    let j = cheapestRow
    let i = least[j].column
    let last = clusters.count - 1
    clusters[i] = union(i, j)
    members[i] += members[j]
    clusters.swapAt(j, last)
    members.swapAt(j, last)
    for k in 0..<last where k != j { costs[Self.place(k, j)] = costs[Self.place(k, last)] }
    clusters.removeLast()
    members.removeLast()
    costs.removeLast(last)
    least.removeLast()
    for k in clusters.indices where k != i {
      costs[Self.place(k, i)] = cost(ofMerging: min(k, i), max(k, i))
    }
    for row in clusters.indices where row >= i { renew(row, changedAt: [i, j]) }
  }

  /// Finds the least cost of a row again after those of two clusters have changed.
  private mutating func renew(_ row: Int, changedAt changed: [Int]) {
    guard !changed.contains(row), !changed.contains(least[row].column) else {
      least[row] = leastCost(ofRow: row)
      return
    }
    for column in changed where column < row {
      let cost = costs[Self.place(column, row)]
      let best = least[row]
      if cost < best.cost - rounding
        || cost <= best.cost + rounding && column > best.column
      {
        least[row] = (min(cost, best.cost), column)
      }
    }
  }

  /// The row with the least cost of all, the last of several.
  private var cheapestRow: Int {
    var best = Double.infinity
    var row = 1
    for j in least.indices where least[j].cost <= best + rounding {
      best = min(best, least[j].cost)
      row = j
    }
    return row
  }

  /// The least cost of a row and its column, the last of several; infinite where there is none.
  private func leastCost(ofRow j: Int) -> (cost: Double, column: Int) {
    var best = (cost: Double.infinity, column: 0)
    let first = Self.place(0, j)
    for i in 0..<j where costs[first + i] <= best.cost + rounding {
      best = (min(best.cost, costs[first + i]), i)
    }
    return best
  }

  private static func place(_ a: Int, _ b: Int) -> Int {
    let (i, j) = a < b ? (a, b) : (b, a)
    return j * (j - 1) / 2 + i
  }
}

extension Hierarchy {
  private func cost(ofMerging i: Int, _ j: Int) -> Double {
    union(i, j).cost - (clusters[i].cost + clusters[j].cost)
  }

  private func union(_ i: Int, _ j: Int) -> Cluster {
    let (a, b) = (clusters[i], clusters[j])
    let mass = a.mass + b.mass
    let share = b.mass / mass
    let (dx, dy) = (b.mean.x - a.mean.x, b.mean.y - a.mean.y)
    let between = a.mass * share
    return cluster(
      a.count + b.count, mass, Point(x: a.mean.x + share * dx, y: a.mean.y + share * dy),
      a.scatter + b.scatter
        + Covariance2(xx: between * dx * dx, xy: between * dx * dy, yy: between * dy * dy))
  }

  private func cluster(
    _ count: Int, _ mass: Double, _ mean: Point, _ scatter: Covariance2
  ) -> Cluster {
    let w = (1 / mass) * scatter
    // Two points have no area between them, whatever rounding says.
    let determinant = count > 2 ? max(0, w.xx * w.yy - w.xy * w.xy) : 0
    return Cluster(
      count: count, mass: mass, mean: mean, scatter: scatter,
      cost: mass * .log(determinant + w.trace + alpha / mass))
  }
}

extension PointSet {
  /// The points in standard deviations from the mean, along the principal axes of these, and divided there
  /// by the square roots of the singular values; a direction without extent is zero.
  fileprivate var scaledBySingularValues: PointSet {
    let freedom = max(totalWeight - 1, totalWeight / 2)
    let unit = (totalWeight / freedom).squareRoot()
    let (sx, sy) = (covariance.xx.squareRoot() * unit, covariance.yy.squareRoot() * unit)
    func scale(_ eigenvalue: Double) -> Double {
      eigenvalue > 1e-14 ? 1 / (freedom * eigenvalue).squareRoot().squareRoot() : 0
    }
    guard sx > 0, sy > 0 else {
      return PointSet(
        xs: xs.map { sx > 0 ? ($0 - mean.x) / sx * scale(1) : 0 },
        ys: ys.map { sy > 0 ? ($0 - mean.y) / sy * scale(1) : 0 }, weights: weights,
        dimension: dimension)
    }
    let (along, across) = (
      scale(1 + covariance.correlation) * 0.5.squareRoot(),
      scale(1 - covariance.correlation) * 0.5.squareRoot()
    )
    let standard = points.map { (($0.x - mean.x) / sx, ($0.y - mean.y) / sy) }
    return PointSet(
      xs: standard.map { along * ($0 + $1) }, ys: standard.map { across * ($0 - $1) },
      weights: weights)
  }
}
