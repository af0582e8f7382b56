import MixtureEngine
import TerminalCanvas

/// σ² on a scale from k-means to beyond λmax, below which merged means part, and how many points
/// are undecided.
struct DialGauge {
  /// The present σ².
  var variance: Double
  /// Where it is on the scale, from 0 at the hard end to 1.
  var share: Double
  /// λmax, below which merged means part.
  var mergingVariance: Double
  /// Where that is on the scale.
  var mergingShare: Double
  /// How many points no component claims.
  var undecided: Int
  /// How many points there are.
  var count: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let left =
      "σ² \(variance.significant(3))".fitted(to: Spelling.choose("σ²", ascii: "sigma^2").count + 9)
      + "< k-means "
    let right =
      " > λmax \(mergingVariance.significant(3))  undecided "
      + "\(undecided) of \(count)".fitted(to: 2 * String(count).count + 4, alignment: .right)
    let x = frame.write(left, x: 0, y: 0, style: theme.style(.value))
    let width = size.width - x - DisplayWidth.of(right)
    guard width >= 5 else { return frame }
    frame.horizontalLine(x: x, y: 0, width: width, style: theme.style(.axis))
    frame[x, 0] = Cell("├", style: theme.style(.axis))
    frame[x + width - 1, 0] = Cell("┤", style: theme.style(.axis))
    // Identical points merge at zero, where shares of the scale are no numbers.
    func column(_ share: Double) -> Int {
      share.isNaN ? x : x + Int((min(max(0, share), 1) * Double(width - 1)).rounded())
    }
    frame[column(mergingShare), 0] = Cell("┼", style: theme.style(.bound))
    frame[column(share), 0] = Cell("●", style: theme.style(.likelihood))
    frame.write(right, x: x + width, y: 0, style: theme.style(.text))
    return frame
  }
}

extension DialGauge {
  /// The gauge of a run of the dial, `nil` for other models.
  init?(of run: Run, theme: Theme) {
    guard let variance = Dial.variance(of: run.model) else { return nil }
    let points = run.points
    self.variance = variance
    share = Dial.share(of: variance, for: points)
    mergingVariance = Dial.mergingVariance(of: points)
    mergingShare = Dial.share(of: mergingVariance, for: points)
    undecided = Self.undecided(run)
    count = points.count
    self.theme = theme
  }

  /// From this many points on, a sample is counted.
  private static let mostCounted = 20_000

  /// How many points no component claims for nine parts in ten; of many points, an estimate.
  static func undecided(_ run: Run) -> Int {
    let points = run.points
    let model = run.snapshot.posteriorModel ?? run.model
    let step = max(1, (points.count + mostCounted - 1) / mostCounted)
    let sample = stride(from: 0, to: points.count, by: step).map { points[$0] }
    return Uncertainty(of: model, over: PointSet(sample)).undecidedCount() * step
  }
}
