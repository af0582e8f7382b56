import RealModule

/// min ‖f − Fγ‖² + λ‖γ‖² for a few columns, with λ chosen by how long γ may be.
struct DampedLeastSquares {
  /// The squares of F's singular values.
  private var squares: [Double]
  /// The right singular vectors, one for each of them.
  private var vectors: [[Double]]
  /// Fᵀf along each of them.
  private var images: [Double]

  /// A problem.
  ///
  /// - Parameters:
  ///   - columns: The columns of F, at least one.
  ///   - target: f.
  init(columns: [[Double]], target: [Double]) {
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    var gram = columns.map { a in columns.map { dot(a, $0) } }
    vectors = columns.indices.map { i in columns.indices.map { $0 == i ? 1 : 0 } }
    Self.diagonalise(&gram, &vectors)
    squares = gram.indices.map { gram[$0][$0] }
    let products = columns.map { dot($0, target) }
    images = vectors.map { dot($0, products) }
  }

  /// γ whose squared length is a share of what it is without damping; `nil` where there is none.
  ///
  /// - Parameter share: Between 0 and 1.
  func solution(withShare share: Double) -> [Double]? {
    let greatest = squares.max() ?? 0
    guard greatest > 0, greatest.isFinite, images.allSatisfy(\.isFinite) else { return nil }
    // What is smaller is the rounding of the products.
    let kept = squares.indices.filter { squares[$0] > 1e-14 * greatest }
    func entries(_ damping: Double) -> [Double] {
      kept.map { images[$0] / (squares[$0] + damping) }
    }
    func squaredLength(_ damping: Double) -> Double {
      entries(damping).reduce(0) { $0 + $1 * $1 }
    }
    let wanted = share * squaredLength(0)
    var (low, high) = (1e-16 * greatest, greatest)
    while squaredLength(high) > wanted, high.isFinite { high *= 16 }
    for _ in 0..<100 {
      let middle = (low * high).squareRoot()
      if squaredLength(middle) > wanted { low = middle } else { high = middle }
    }
    let solution = zip(kept, entries(high))
    return vectors.indices.map { n in solution.reduce(0) { $0 + $1.1 * vectors[$1.0][n] } }
  }

  /// Jacobi's rotations: the matrix becomes diagonal, the rows of `vectors` its eigenvectors.
  private static func diagonalise(_ a: inout [[Double]], _ vectors: inout [[Double]]) {
    for _ in 0..<30 {
      var rest = 0.0
      for i in a.indices {
        for j in 0..<i {
          rest += a[i][j] * a[i][j]
          guard abs(a[i][j]) > 1e-300 else { continue }
          let tau = (a[j][j] - a[i][i]) / (2 * a[i][j])
          let t = (tau < 0 ? -1 : 1) / (abs(tau) + (1 + tau * tau).squareRoot())
          let c = 1 / (1 + t * t).squareRoot()
          let s = t * c
          for n in a.indices {
            (a[n][i], a[n][j]) = (c * a[n][i] - s * a[n][j], s * a[n][i] + c * a[n][j])
          }
          for n in a.indices {
            (a[i][n], a[j][n]) = (c * a[i][n] - s * a[j][n], s * a[i][n] + c * a[j][n])
            (vectors[i][n], vectors[j][n]) = (
              c * vectors[i][n] - s * vectors[j][n], s * vectors[i][n] + c * vectors[j][n]
            )
          }
        }
      }
      let size = a.indices.reduce(0) { $0 + a[$1][$1] * a[$1][$1] }
      if rest <= 1e-32 * size { return }
    }
  }
}
