import CMixtureKernels

/// A Student-t component's sums about a place, from a fused pass: the next step of the M-step's inner
/// loop, and how that step changes with the place.
package struct PrecisionSums: Sendable {
  private let kernel: KernelPrecisions

  init(_ kernel: KernelPrecisions) { self.kernel = kernel }

  /// Nₖ = Σₙ qₖₙ.
  package var mass: Double { kernel.mass }

  /// The sums in the coordinates of the data.
  ///
  /// - Parameter place: The component that they are about.
  func statistics(about place: GaussianComponent) -> ComponentStatistics {
    var sums = place.statistics(
      from: KernelMoments(
        mass: kernel.weight, u: kernel.u, v: kernel.v, uu: kernel.uu, uv: kernel.uv, vv: kernel.vv))
    sums.mass = kernel.mass
    return sums
  }

  /// Newton's step to where the inner loop's map T rests.
  ///
  ///     (I − T′) s = T(0, I) − (0, I)
  ///
  /// In the whitened coordinates about the place that is at (μ, Σ) = (0, I). T takes a place to
  /// m = Σ qp z / Σ qp and S = Σ qp (z − m)(z − m)ᵀ / Σ qp, and its derivative T′ comes from
  /// ∂p = p² / (ν + d) · (2 zᵀ ∂μ + zᵀ ∂Σ z).
  ///
  /// - Parameters:
  ///   - freedom: ν + d.
  ///   - isUnivariate: Whether the second coordinate is left out.
  func newtonStep(freedom: Double, isUnivariate: Bool) -> WhitenedStep {
    let (k, b) = (kernel, kernel.squared)
    let (mu, mv) = (k.u / k.weight, k.v / k.weight)
    let (suu, suv, svv) = (
      k.uu / k.weight - mu * mu, k.uv / k.weight - mu * mv, k.vv / k.weight - mv * mv
    )
    /// I − T′ along one parameter, from Σ q ∂p times 1, u, v, u², uv and v².
    func column(
      _ factor: Double, _ one: Double, _ u: Double, _ v: Double, _ uu: Double, _ uv: Double,
      _ vv: Double
    ) -> WhitenedStep.Numbers {
      let numbers = WhitenedStep.Numbers(
        u - mu * one, v - mv * one,
        uu - 2 * mu * u + (mu * mu - suu) * one,
        uv - mu * v - mv * u + (mu * mv - suv) * one,
        vv - 2 * mv * v + (mv * mv - svv) * one, 0, 0, 0)
      return -factor / (freedom * k.weight) * numbers
    }
    var columns = [
      column(2, b.u, b.uu, b.uv, b.uuu, b.uuv, b.uvv),
      column(2, b.v, b.uv, b.vv, b.uuv, b.uvv, b.vvv),
      column(1, b.uu, b.uuu, b.uuv, b.uuuu, b.uuuv, b.uuvv),
      column(2, b.uv, b.uuv, b.uvv, b.uuuv, b.uuvv, b.uvvv),
      column(1, b.vv, b.uvv, b.vvv, b.uuvv, b.uvvv, b.vvvv),
    ]
    for j in columns.indices { columns[j][j] += 1 }
    let residual: WhitenedStep.Numbers =
      isUnivariate
      ? [mu, 0, suu - 1, 0, 0, 0, 0, 0] : [mu, mv, suu - 1, suv, svv - 1, 0, 0, 0]
    return WhitenedStep(residual: residual, columns: columns)
  }
}

/// A change of mean and covariance in a component's whitened coordinates.
struct WhitenedStep {
  /// μᵤ, μᵥ, Σᵤᵤ, Σᵤᵥ and Σᵥᵥ.
  typealias Numbers = SIMD8<Double>

  /// What is changed, and by how much.
  private let numbers: Numbers
  /// The largest number of T(θ) − θ, of which it is the answer.
  let residual: Double

  /// The solution of a linear system by elimination, the largest pivot of each column first.
  init(residual: Numbers, columns: [Numbers]) {
    self.residual = Self.largest(residual)
    var (columns, solution) = (columns, residual)
    for pivot in columns.indices {
      var best = pivot
      for row in pivot..<columns.count where abs(columns[pivot][row]) > abs(columns[pivot][best]) {
        best = row
      }
      for j in columns.indices { Self.swap(&columns[j], pivot, best) }
      Self.swap(&solution, pivot, best)
      var factors = columns[pivot] / columns[pivot][pivot]
      let own = 1 / columns[pivot][pivot]
      factors[pivot] = 1 - own
      for j in columns.indices { columns[j] -= columns[j][pivot] * factors }
      solution -= solution[pivot] * factors
    }
    numbers = solution
  }

  /// The largest of its numbers; NaN where one of them is.
  var size: Double { Self.largest(numbers) }

  /// The component after the step, or `nil` when its covariance is singular.
  func moved(_ component: GaussianComponent, safeguard: Safeguard) -> GaussianComponent? {
    let covariance = component.factor.color(
      Covariance2(xx: 1 + numbers[2], xy: numbers[3], yy: 1 + numbers[4]))
    guard let admitted = safeguard.admit(covariance) else { return nil }
    return GaussianComponent(
      weight: component.weight, mean: component.place(numbers[0], numbers[1]),
      covariance: admitted)
  }

  private static func swap(_ numbers: inout Numbers, _ i: Int, _ j: Int) {
    (numbers[i], numbers[j]) = (numbers[j], numbers[i])
  }

  private static func largest(_ numbers: Numbers) -> Double {
    numbers.indices.reduce(0) { $0.isNaN || numbers[$1].isNaN ? .nan : max($0, abs(numbers[$1])) }
  }
}
