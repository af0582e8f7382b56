import MixtureEngine
import TerminalCanvas

/// One line: a message if there is one, else the half-step that comes next.
struct StatusPane {
  var snapshot: Snapshot
  /// What to say while something else than stepping goes on.
  var occupation: String?
  var message: String?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.write(
      message ?? occupation ?? Sentences.next(snapshot), in: frame.bounds.split(top: 1).top,
      style: theme.style(isAlert ? .alert : .value))
    return frame
  }

  private var isAlert: Bool {
    if case .collapsed = snapshot.status { true } else { message != nil }
  }
}
