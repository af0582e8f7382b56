import MixtureEngine
import TerminalCanvas

/// One line: a notice if there is one, else what the latest half-step did and what
/// comes next.
struct StatusPane {
  var snapshot: Snapshot
  /// The latest half-step, if there was one.
  var latest: Ledger.Entry?
  var pointCount: Int
  /// What to say while something else than stepping goes on.
  var occupation: String?
  /// What was done, or stands against what the user asked for.
  var notice: Notice?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.write(
      notice?.text ?? occupation ?? sentence(width: size.width),
      in: frame.bounds.split(top: 1).top,
      style: theme.style(isAlert ? .alert : .value))
    return frame
  }

  /// What was done and what comes next; the latter alone where there is no room for both.
  private func sentence(width: Int) -> String {
    let next = Sentences.next(snapshot)
    guard snapshot.status == .running else { return next }
    let both = Sentences.done(latest, snapshot.model.criterion, points: pointCount) + next
    return DisplayWidth.of(both) <= width ? both : next
  }

  private var isAlert: Bool {
    if case .collapsed = snapshot.status { true } else { notice?.isRefusal ?? false }
  }
}
