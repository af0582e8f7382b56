import MixtureEngine
import TerminalCanvas

extension AppState {
  /// The whole screen, drawn from the state alone.
  public func frame() -> Frame { frame(size: size) }

  /// The whole screen at a size; a lesson speaks below the picture.
  public func frame(size: Size) -> Frame {
    guard let lesson else { return shown(picture(size: size)) }
    let (rest, below) = parts(of: size)
    var frame = Frame(size: size)
    frame.paste(picture(size: rest.size), at: rest.origin)
    frame.paste(LessonPane(state: lesson, theme: theme).frame(size: below.size), at: below.origin)
    return shown(frame)
  }

  /// The part of the screen that has the picture.
  var pictureSize: Size { parts(of: size).picture.size }

  /// What the picture has of a screen, and what a lesson has below it.
  private func parts(of screen: Size) -> (picture: Rect, lesson: Rect) {
    let (below, rest) = Rect(screen).split(bottom: lesson == nil ? 0 : LessonPane.height)
    return (rest, below)
  }

  /// The frame in characters that the terminal has.
  private func shown(_ frame: Frame) -> Frame { capabilities.unicode ? frame : frame.ascii }

  /// The screen without a lesson.
  private func picture(size: Size) -> Frame {
    guard size.width >= Layout.smallest.width, size.height >= Layout.smallest.height else {
      return tooSmall(size)
    }
    var frame = Frame(size: size)
    let layout = layout(of: size)
    let snapshot = run.snapshot
    func place(_ rect: Rect?, _ pane: (Size) -> Frame) {
      if let rect { frame.paste(pane(rect.size), at: rect.origin) }
    }
    place(
      layout.title,
      TitlePane(data: data, recipe: recipe, snapshot: snapshot, theme: theme).frame)
    if let hand {
      place(layout.plot, HandPane(hand: hand, options: plotOptions, theme: theme).frame)
      place(layout.column, HandGuide(hand: hand, theme: theme).frame)
    } else {
      place(layout.plot, plotPane.frame)
      place(
        layout.numbers,
        NumbersPane(
          snapshot: snapshot, previous: previousIteration, floor: run.safeguard.varianceFloor,
          floored: run.flooredComponents, theme: theme
        ).frame)
      place(layout.table, parameterTable.frame)
      if let labelsPane { place(layout.labels, labelsPane.frame) }
      place(layout.view, viewFrame)
    }
    place(layout.trace, TracePane(past: run.past, forecast: run.forecast, theme: theme).frame)
    if let dialGauge { place(layout.gauge, dialGauge.frame) }
    place(layout.formulas, formulaPane.frame)
    place(layout.status, statusPane.frame)
    place(layout.keys, KeysPane(hints: hints, theme: theme).frame)
    drawOverlay(on: &frame)
    return frame
  }

  /// The picture of the view that isn't the plot.
  private func viewFrame(size: Size) -> Frame {
    switch view.besidePlot {
    case .plot: Frame(size: size)
    case .bound: boundPane.frame(size: size)
    case .update: updatePane.frame(size: size)
    case .restarts: restartsPane.frame(size: size)
    case .basins: basinsPane?.frame(size: size) ?? Frame(size: size)
    case .posterior: posteriorPane.frame(size: size)
    case .race: racePane?.frame(size: size) ?? Frame(size: size)
    }
  }

  private func tooSmall(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    let smallest = Layout.smallest
    let height = smallest.height + (lesson == nil ? 0 : LessonPane.height)
    let who = lesson == nil ? "emscope" : "A lesson"
    frame.write("\(who) needs \(smallest.width)×\(height)", x: 0, y: 0)
    frame.write("q quits", x: 0, y: 1)
    return frame
  }
}
