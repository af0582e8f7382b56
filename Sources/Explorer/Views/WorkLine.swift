import TerminalCanvas

/// One line about long work: a bar while it goes on, a sentence when it stopped.
struct WorkLine {
  var done: Int
  var planned: Int
  /// What is counted, such as `runs`.
  var unit: String
  var goesOn: Bool
  var theme: Theme

  /// Whether nothing of it is missing.
  var isDone: Bool { !goesOn && done >= planned }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    if goesOn {
      let width = max(4, min(24, size.width - 30))
      let filled = planned > 0 ? min(done, planned) * width / planned : 0
      let bar = String(repeating: "█", count: filled)
      let rest = String(repeating: "░", count: width - filled)
      frame.write(bar + rest, x: 0, y: 0, style: theme.style(.likelihood))
      frame.write(
        " \(done) of \(planned)  any key stops", x: width, y: 0, style: theme.style(.value))
    } else if done < planned {
      frame.write(
        "stopped at \(done) of \(planned) \(unit): r goes on", x: 0, y: 0,
        style: theme.style(.alert))
    } else {
      frame.write(
        planned == 1 ? "it is done" : "all \(planned) \(unit) are done", x: 0, y: 0,
        style: theme.style(.muted))
    }
    return frame
  }
}
