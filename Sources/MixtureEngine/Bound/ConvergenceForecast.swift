import RealModule

/// Where a run is heading: the rate at which its gains shrink, and the limit that follows.
///
/// EM converges linearly, so gains shrink by a factor r. Aitken's acceleration then gives the
/// limit, as in Böhning et al. 1994, Annals of the Institute of Statistical Mathematics
/// 46:373–388:
///
///     r = (L₂ − L₁) / (L₁ − L₀),   L∞ = L₁ + (L₂ − L₁) / (1 − r)
package struct ConvergenceForecast: Hashable, Sendable {
  /// r, between 0 (at once) and 1 (never).
  package let rate: Double
  /// L∞, in nats.
  package let limit: Double
  /// The latest gain L₂ − L₁, in nats.
  let gain: Double

  /// How far two successive rates may lie apart before a forecast is a guess.
  private static let steadiness = 0.1
  /// How far three successive limits may lie apart, as a share of the way that is left, or of the
  /// gains that tell of them where less is left.
  private static let agreement = 0.1

  /// The forecast from the latest values of L, or `nil` when there are fewer than five, when
  /// gains don't shrink steadily yet, when the values before told of other limits, or when gains
  /// have shrunk to rounding.
  ///
  /// Near a saddle gains may shrink steadily for long, and grow again: a forecast says where the
  /// run is heading, not where it will end.
  package init?(_ values: [Double]) {
    guard values.count >= 5 else { return nil }
    let last = Array(values.suffix(5))
    let gains = (0..<4).map { last[$0 + 1] - last[$0] }
    guard gains.allSatisfy({ $0 > 1e-12 * abs(last[4]) }) else { return nil }
    let rates = (0..<3).map { gains[$0 + 1] / gains[$0] }
    guard rates.allSatisfy({ $0 < 1 }),
      (0..<2).allSatisfy({ abs(rates[$0 + 1] - rates[$0]) < Self.steadiness })
    else { return nil }
    let limits = (0..<3).map { i -> Double in last[i + 1] + gains[i + 1] / (1 - rates[i]) }
    let most = Self.agreement * max(limits[2] - last[4], gains[0])
    guard limits.allSatisfy({ abs($0 - limits[2]) <= most }) else { return nil }
    (rate, gain, limit) = (rates[2], gains[3], limits[2])
  }

  /// How many iterations more it takes until one gains at most `tolerance` nats.
  package func iterations(untilGain tolerance: Double) -> Int {
    guard tolerance > 0, gain > tolerance else { return 0 }
    return Int((Double.log(tolerance / gain) / .log(rate)).rounded(.up))
  }
}

extension Run {
  /// Where L is going from the present state, if that can be told; never in the hard limit, which
  /// ends after finitely many steps, nor under another algorithm than EM.
  package var forecast: ConvergenceForecast? {
    guard model.criterion == .logLikelihood, algorithm == .em, snapshot.logPrior == nil else {
      return nil
    }
    let iterations = past.suffix(10).filter { $0.next == .expectation }
    return ConvergenceForecast(iterations.map(\.objective))
  }
}
