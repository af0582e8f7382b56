import MixtureEngine
import TerminalCanvas

/// Something that the application asks of the world around it.
public enum Effect: Sendable {
  /// Leave the program.
  case quit
  /// Suspend the program, as Ctrl-Z does.
  case suspend
  /// Send the whole picture anew.
  case repaint
  /// Load a data set.
  case load(name: String)
  /// Write a file.
  case save(SaveFormat, Moment)
  /// Do long work off the loop, in the place of any that goes on.
  case start(Work)
  /// Stop the work that goes on; what it has reported stays.
  case cancelWork
}

/// What the world answers when it has done what was asked.
public enum Answer: Sendable {
  /// The data set that was asked for.
  case loaded(DataSet)
  /// A file was written under this name.
  case saved(String)
  /// It could not be done, for the reason in this sentence.
  case failed(String)
}
