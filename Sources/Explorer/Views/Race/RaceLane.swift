import MixtureEngine
import TerminalCanvas

/// One run of a race: what it is, its plot, its objective and how it stands.
struct RaceLane {
  /// The run where it stands.
  var stage: Stage
  var plot: PlotPane
  /// The numbers of the components in the plot; their own by default.
  var numbers: [Int] = []
  /// Whether the runs climb by different algorithms, so that passes over the data are counted.
  var countsPasses = false
  var theme: Theme

  /// Where the plot stands in a lane.
  static func plot(in lane: Rect) -> Rect { lane.split(top: 1).rest.split(bottom: 2).rest }

  /// - Parameters:
  ///   - isChosen: Whether the keys act on this run.
  ///   - scale: The powers of ten from the lowest bar of the gains to the highest, where the scale is
  ///     shared.
  func frame(size: Size, isChosen: Bool, scale: ClosedRange<Double>?) -> Frame {
    var frame = Frame(size: size)
    let top = frame.bounds.split(top: 1).top
    let bottom = frame.bounds.split(bottom: 2).bottom
    let middle = Self.plot(in: frame.bounds)
    frame.write(
      (isChosen ? "▸ " : "  ") + title(width: size.width - 2), in: top,
      style: theme.style(isChosen ? .value : .text))
    frame.paste(
      ComponentNumbers.$current.withValue(numbers) { plot.frame(size: middle.size) },
      at: middle.origin)
    let (words, bars) = bottom.split(top: 1)
    frame.write(standing, in: words, style: theme.style(.value))
    let (name, line) = bars.split(left: DisplayWidth.of(Self.gainName(isHard: isHard)) + 1)
    frame.write(Self.gainName(isHard: isHard), in: name, style: theme.style(.value))
    let gains = gains(most: line.size.width)
    frame.write(
      Sparkline(gains.map(\.y.decades), in: scale ?? .decades(of: gains)).text(
        width: line.size.width),
      in: line, style: theme.style(.likelihood))
    return frame
  }

  /// What the iterations gained, at most so many of them.
  func gains(most: Int) -> [Point] { stage.pastTrace.gains(most: most, falls: isHard) }

  private var isHard: Bool { stage.run.model.criterion == .distortion }

  private static func gainName(isHard: Bool) -> String {
    Spelling.choose(isHard ? "log ΔJ" : "log ΔL", ascii: "log gain")
  }

  /// The model and the start; the start, and its seed above all, stays where there isn't room for
  /// both.
  private func title(width: Int) -> String {
    // Beside another algorithm its name goes first: it is what differs.
    let model =
      countsPasses
      ? "\(stage.run.algorithm.title): \(stage.recipe.modelText)" : stage.modelText
    let start = stage.originText
    let room = width - DisplayWidth.of(start) - 2
    return model.truncated(to: max(4, room)) + "  " + start
  }

  /// The model and the start.
  var title: String { title(width: .max) }

  /// The objective, the iteration or the passes over the data, and how the run stands.
  var standing: String {
    let snapshot = stage.run.snapshot
    let objective =
      snapshot.model.criterion == .distortion
      ? "J \(snapshot.shownObjective.significant(7))"
      : "L \(snapshot.shownObjective.fixed(4).withTrueMinus)"
    // After E, q belongs to this θ; the plot may look the same.
    let half = snapshot.next == .maximization ? " E " : "  "
    let count =
      countsPasses ? "passes \(snapshot.passes)" : "iteration \(snapshot.iteration)"
    return "\(objective)  \(count)\(half)"
      + Sentences.status(snapshot.status)
  }
}

extension Snapshot {
  /// L, or J in the hard limit.
  var shownObjective: Double { model.criterion == .distortion ? -objective : objective }
}
