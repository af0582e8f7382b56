import RealModule

/// Where a run is going: the rate at which its gains shrink, and the limit that follows.
///
/// EM converges linearly, so gains shrink by a factor r. Aitken's acceleration then gives the
/// limit, as in Böhning et al. 1994, Annals of the Institute of Statistical Mathematics
/// 46:373–388:
///
///     r = (L₂ − L₁) / (L₁ − L₀),   L∞ = L₁ + (L₂ − L₁) / (1 − r)
public struct ConvergenceForecast: Hashable, Sendable {
  /// r, between 0 (at once) and 1 (never).
  public let rate: Double
  /// L∞, in nats.
  public let limit: Double
  /// The latest gain L₂ − L₁, in nats.
  let gain: Double

  /// How far two successive rates may lie apart before a forecast is a guess.
  private static let steadiness = 0.1
  /// How far two successive limits may lie apart, as a share of the way that is left, or of the
  /// gains that tell of them where less is left.
  private static let agreement = 0.1

  /// The forecast from the latest values of L, or `nil` when there are fewer than four, when
  /// gains don't shrink steadily yet, when the values before told of another limit, or when they have shrunk to rounding.
  public init?(_ values: [Double]) {
    guard values.count >= 4 else { return nil }
    let last = Array(values.suffix(4))
    let gains = (0..<3).map { last[$0 + 1] - last[$0] }
    guard gains.allSatisfy({ $0 > 1e-12 * abs(last[3]) }) else { return nil }
    let rates = [gains[1] / gains[0], gains[2] / gains[1]]
    guard rates.allSatisfy({ $0 < 1 }), abs(rates[1] - rates[0]) < Self.steadiness else {
      return nil
    }
    rate = rates[1]
    gain = gains[2]
    limit = last[2] + gain / (1 - rate)
    let before = last[1] + gains[1] / (1 - rates[0])
    guard abs(limit - before) <= Self.agreement * max(limit - last[3], gains[0]) else {
      return nil
    }
  }

  /// How many iterations more it takes until one gains at most `tolerance` nats.
  public func iterations(untilGain tolerance: Double) -> Int {
    guard tolerance > 0, gain > tolerance else { return 0 }
    return Int((Double.log(tolerance / gain) / .log(rate)).rounded(.up))
  }
}

extension Run {
  /// Where L is going from the present state, if that can be told; never in the hard limit, which
  /// ends after finitely many steps.
  public var forecast: ConvergenceForecast? {
    guard model.criterion == .logLikelihood else { return nil }
    let iterations = past.suffix(9).filter { $0.next == .expectation }
    return ConvergenceForecast(iterations.map(\.objective))
  }
}
