import RealModule

/// The span of v, Jv, J²v, … for a linear map J that is known by what it does to vectors: power
/// iteration that forgets nothing.
///
/// Arnoldi 1951, Quarterly of Applied Mathematics 9:17–29. It finds the leading eigenvalue of a space
/// of *p* dimensions in at most *p* maps, also where the next one is close behind.
struct KrylovSpace {
  /// Orthonormal vectors, one for each map and the next.
  private var basis: [[Double]]
  /// ⟨basis[i], J basis[j]⟩ at `[j][i]`, as many as there were maps.
  private var columns: [[Double]] = []
  /// The length of the vector that it began with.
  private let length: Double

  /// What is left of a new direction below this is the rounding of the map.
  private static let rounding = 1e-9

  /// The space of a vector, `nil` where the vector is zero or the map fails.
  ///
  /// - Parameters:
  ///   - start: v.
  ///   - limit: The most maps.
  ///   - isEnough: Asked after every fourth map.
  ///   - map: J, `nil` where it can't be had.
  init?(
    of start: [Double], limit: Int, until isEnough: (KrylovSpace) -> Bool = { _ in false },
    _ map: ([Double]) -> [Double]?
  ) {
    length = Self.length(of: start)
    guard length > 0, length.isFinite else { return nil }
    basis = [start.map { [length] in $0 / length }]
    while columns.count < min(limit, start.count) {
      guard var image = map(basis[basis.count - 1]) else { return nil }
      let whole = Self.length(of: image)
      guard whole.isFinite else { return nil }
      var column = [Double](repeating: 0, count: basis.count)
      // Twice is enough: a single pass leaves what rounding made of it.
      for _ in 0..<2 {
        for (i, vector) in basis.enumerated() {
          let share = zip(vector, image).reduce(0) { $0 + $1.0 * $1.1 }
          column[i] += share
          for n in image.indices { image[n] -= share * vector[n] }
        }
      }
      let rest = Self.length(of: image)
      column.append(rest)
      columns.append(column)
      guard rest > Self.rounding * max(1, whole) else { break }
      basis.append(image.map { $0 / rest })
      if columns.count.isMultiple(of: 4), isEnough(self) { break }
    }
  }

  static func length(of vector: [Double]) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The square matrix of J within the space.
  private var matrix: [[Double]] {
    let m = columns.count
    return (0..<m).map { i in
      (0..<m).map { j in i < columns[j].count ? columns[j][i] : 0 }
    }
  }

  /// Σⱼ yⱼ basis[j].
  private func combined(_ y: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: basis[0].count)
    for (share, vector) in zip(y, basis) {
      for n in sum.indices { sum[n] += share * vector[n] }
    }
    return sum
  }

  /// The eigenvalue of greatest magnitude, its vector of length 1, and how far the pair is from being
  /// one.
  var leading: (value: Double, vector: [Double], residual: Double) {
    let h = matrix
    let m = h.count
    // Squaring again and again leaves the projection on the leading eigenvector.
    var power = h
    for _ in 0..<40 {
      let scale = power.joined().reduce(0) { max($0, abs($1)) }
      guard scale > 0 else { break }
      let scaled = power.map { $0.map { $0 / scale } }
      power = (0..<m).map { i in
        (0..<m).map { j in (0..<m).reduce(0) { $0 + scaled[i][$1] * scaled[$1][j] } }
      }
    }
    let sizes = (0..<m).map { j in Self.length(of: power.map { $0[j] }) }
    let j = sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0
    var y = sizes[j] > 0 ? power.map { $0[j] / sizes[j] } : (0..<m).map { $0 == 0 ? 1 : 0 }
    let image = h.map { row in zip(row, y).reduce(0) { $0 + $1.0 * $1.1 } }
    let value = zip(image, y).reduce(0) { $0 + $1.0 * $1.1 }
    let size = Self.length(of: y)
    if size > 0 { y = y.map { $0 / size } }
    return (value, combined(y), abs((columns[m - 1].last ?? 0) * y[m - 1]))
  }

  /// The d within the space with d − Jd = v, Newton's step to where J leads nowhere; `nil` where there
  /// is none.
  var stationaryStep: [Double]? {
    let m = columns.count
    var rows = matrix.enumerated().map { i, row in
      row.enumerated().map { j, entry in (i == j ? 1 : 0) - entry } + [i == 0 ? length : 0]
    }
    for j in 0..<m {
      guard let pivot = (j..<m).max(by: { abs(rows[$0][j]) < abs(rows[$1][j]) }),
        abs(rows[pivot][j]) > 1e-12
      else { return nil }
      rows.swapAt(j, pivot)
      for i in 0..<m where i != j {
        let share = rows[i][j] / rows[j][j]
        for n in j...m { rows[i][n] -= share * rows[j][n] }
      }
    }
    return combined((0..<m).map { rows[$0][m] / rows[$0][$0] })
  }
}
