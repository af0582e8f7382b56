import MixtureEngine
import TerminalCanvas

/// One run of a race: what it is, its plot, its objective and how it stands.
struct RaceLane {
  /// The run where it stands.
  var stage: Stage
  var plot: PlotPane
  /// The numbers of the components in the plot; their own by default.
  var numbers: [Int] = []
  var theme: Theme

  /// Where the plot stands in a lane.
  static func plot(in lane: Rect) -> Rect { lane.split(top: 1).rest.split(bottom: 2).rest }

  /// - Parameters:
  ///   - isChosen: Whether the keys act on this run.
  ///   - scale: The range of the sparkline, where it is shared.
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
    let (numbers, bars) = bottom.split(top: 1)
    frame.write(standing, in: numbers, style: theme.style(.value))
    frame.write(
      Sparkline(sampling: stage.pastTrace, width: bars.size.width, in: scale).text(
        width: bars.size.width),
      in: bars,
      style: theme.style(.likelihood))
    return frame
  }

  /// The model and the start; the start, and its seed above all, stays where there isn't room for
  /// both.
  private func title(width: Int) -> String {
    let (model, start) = (stage.modelText, stage.originText)
    let room = width - DisplayWidth.of(start) - 2
    return model.truncated(to: max(4, room)) + "  " + start
  }

  /// The model and the start.
  var title: String { title(width: .max) }

  /// The objective, the iteration, and how the run stands.
  var standing: String {
    let snapshot = stage.run.snapshot
    let objective =
      snapshot.model.criterion == .distortion
      ? "J \(snapshot.shownObjective.significant(7))"
      : "L \(snapshot.shownObjective.fixed(4).withTrueMinus)"
    // Where q follows θ nothing else may tell.
    let half = snapshot.next == .maximization ? " E" : ""
    return "\(objective)  iteration \(snapshot.iteration)\(half) "
      + Sentences.status(snapshot.status)
  }
}

extension Snapshot {
  /// L, or J in the hard limit.
  var shownObjective: Double { model.criterion == .distortion ? -objective : objective }
}
