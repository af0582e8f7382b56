/// A stretch of a run that looks like its end and is not: gains that had fallen grow again.
///
/// Near a maximum EM's gains shrink by the square of a rate below 1. Gains that grow tell of an
/// eigenvalue of EM's Jacobian above 1: the run is passing a saddle.
public struct Plateau: Hashable, Sendable {
  /// The first iteration of the stretch: from it on gains are no greater than where growth ended.
  public let begin: Int
  /// The iteration that gained least.
  public let flattest: Int
  /// The iteration at which it could be told: the third in a row that gained more than the one before.
  public let recognised: Int
  /// The last iteration whose gain grew.
  public let end: Int
  /// Whether gains still grow where the run is.
  public let lasts: Bool
  /// By what the latest gain is greater than the one before; its root estimates the eigenvalue.
  public let growth: Double

  /// How many gains in a row have to grow.
  static let row = 3
  /// The plateaus of a run.
  ///
  /// - Parameter objectives: L after 0, 1, 2, … iterations, in nats.
  /// - Complexity: O(*t*) for *t* iterations.
  public static func all(in objectives: some RandomAccessCollection<Double>) -> [Plateau] {
    let values = Array(objectives)
    guard values.count > row + 2 else { return [] }
    // gains[t] is what iteration t gained; there is no iteration 0.
    let gains = [Double.infinity] + values.indices.dropFirst().map { values[$0] - values[$0 - 1] }
    var watch = GainWatch()
    let rises = values.map { watch.add($0) }
    return rises.indices.compactMap { t in
      let lasts = t == rises.count - 1
      guard rises[t] >= row, lasts || rises[t + 1] == 0 else { return nil }
      return Plateau(from: t - rises[t], to: t, gains, lasts: lasts)
    }
  }

  private init(from flattest: Int, to end: Int, _ gains: [Double], lasts: Bool) {
    var begin = flattest
    while begin > 1, gains[begin - 1] <= gains[end] { begin -= 1 }
    self.begin = begin
    self.flattest = flattest
    recognised = flattest + Self.row
    self.end = end
    self.lasts = lasts
    growth = gains[end] / gains[end - 1]
  }
}

/// How many gains in a row have grown after they had fallen, kept up as a run goes on.
struct GainWatch: Sendable {
  /// The change of a gain that is no more than the rounding of L, as a share of |L|.
  private static let rounding = 1e-13

  private var last: Double?
  private var gain: Double?
  private var rises = 0
  private var hasFallen = false

  /// Takes in L after one more iteration.
  ///
  /// - Returns: How many gains in a row have grown up to it, 0 before any has fallen.
  mutating func add(_ objective: Double) -> Int {
    defer { last = objective }
    guard let last else { return 0 }
    let latest = objective - last
    defer { gain = latest }
    guard let gain else { return 0 }
    let noise = Self.rounding * abs(objective)
    guard latest > gain + noise else {
      hasFallen = latest < gain - noise || (hasFallen && rises == 0)
      rises = 0
      return 0
    }
    rises += 1
    return hasFallen ? rises : 0
  }
}

extension Run {
  /// The plateaus on the way to the present state; none in the hard limit and under another algorithm than
  /// EM, whose gains tell nothing of a saddle.
  ///
  /// - Complexity: O(*t*) for *t* iterations.
  public var plateaus: [Plateau] {
    model.criterion == .logLikelihood && algorithm == .em ? Plateau.all(in: climbedValues) : []
  }
}
