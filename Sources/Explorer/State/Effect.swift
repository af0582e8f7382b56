import TerminalCanvas

/// Something that the application asks of the world around it.
public enum Effect: Sendable {
  /// Leave the program.
  case quit
  /// Suspend the program, as Ctrl-Z does.
  case suspend
  /// Send the whole picture anew.
  case repaint
  /// Load a data set; the answer is ``Action/loaded(_:)`` or ``Action/failed(_:)``.
  case load(name: String)
  /// Write a file; the answer is ``Action/saved(_:)`` or ``Action/failed(_:)``.
  case save(Artifact)
  /// Press keys one after the other, as a step of a lesson says.
  case press([Key])
  /// Do long work off the loop, in the place of any that goes on; news of it comes as actions.
  case start(Work)
  /// Stop the work that goes on; what it has reported stays.
  case cancelWork
}
