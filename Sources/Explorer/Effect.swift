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
  case load(DataRequest)
  /// Write a file.
  case save(SaveFormat, Moment)
  /// Put a text where the user can paste it from.
  case copy(String)
  /// Give a lesson, in the place of what is on screen, which is kept.
  case teach(LessonOffer)
  /// Do long work off the loop, in the place of any that goes on.
  case start(Work)
  /// Stop the work that goes on; what it has reported stays.
  case cancelWork
}

/// A data set that the world can load.
public struct DataRequest: Hashable, Sendable {
  /// A built-in name, a file, or `-` for what came from standard input.
  public var source: String
  /// What the user said of the table beside its columns, as words of a command line.
  public var options: [String]
  /// The columns, if not the usual ones; then there are no others.
  public var columns: Columns?

  /// Columns by name or number.
  public struct Columns: Hashable, Sendable {
    /// The column of the first coordinate.
    public var x: String
    /// The column of the second coordinate.
    public var y: String?
    /// The column of the known labels, if there is one.
    public var label: String?
    /// The column of the points' weights, if they have some.
    public var weight: String?
  }

  /// A request; what is left out is as usual.
  public init(_ source: String, options: [String] = [], columns: Columns? = nil) {
    self.source = source
    self.options = options
    self.columns = columns
  }

  /// A request for other columns of the table that data were read from.
  init(_ source: String, _ table: SourceTable, taking columns: SourceTable.Columns) {
    self.init(
      source, options: table.options,
      columns: Columns(
        x: table.designation(of: columns.x), y: columns.y.map(table.designation),
        label: columns.label.map(table.designation),
        weight: columns.weight.map(table.designation)))
  }
}

/// What the world answers when it has done what was asked.
public enum Answer: Sendable {
  /// The data set that was asked for.
  case loaded(DataSet)
  /// A file was written under this name, of which the user should know something, perhaps.
  case saved(String, remark: String? = nil)
  /// A file of this name was not written, as the keys that asked for it are replayed.
  case withheld(String)
  /// It could not be done, for the reason in this sentence.
  case failed(String)
}
