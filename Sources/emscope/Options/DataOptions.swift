import ArgumentParser
import Foundation
import MixtureData
import MixtureEngine

/// Which points to look at.
struct DataOptions: ParsableArguments {
  @Argument(
    help: """
      A built-in data set ('emscope datasets' lists them), a file, or - for standard input \
      (default: \(BuiltInDataSet.standard.name)).
      """)
  var data: String?

  @Option(
    help: ArgumentHelp(
      "The columns of the coordinates, by name or by number from 1.",
      discussion: "The first two columns of numbers besides the weights if left out.",
      valueName: "x,y"),
    transform: { try ColumnChoice($0) })
  var columns: ColumnChoice?

  @Option(
    help: ArgumentHelp("The column of known labels, by name or number.", valueName: "column"))
  var labelColumn: String?

  @Option(
    help: ArgumentHelp(
      "The column of the points' weights, by name or number.",
      discussion: """
        A point of weight 3 counts as three, one of 0.5 as half a one; without it each counts once.
        """, valueName: "column"))
  var weightColumn: String?

  /// The name of the data, as it was typed.
  var name: String { data ?? BuiltInDataSet.standard.name }

  /// Where the points come from.
  var source: DataSource { DataSource(name) }

  /// Reads the points; a large file shows its progress on a terminal.
  func load() throws -> DataSet {
    let meter = ProgressMeter(label: "reading \(name.harmless)")
    defer { meter.clear() }
    return try source.load(
      columns: columns, labelColumn: labelColumn, weightColumn: weightColumn
    ) { meter.show($0) }
  }
}

/// The descriptor that data and keys come from.
enum StandardInput {
  /// After data has been read from standard input, keys come from the terminal again.
  ///
  /// Where there is no terminal nothing changes, and opening the screen says so.
  static func backToTerminal() {
    let terminal = open("/dev/tty", O_RDWR)
    guard terminal >= 0 else { return }
    dup2(terminal, STDIN_FILENO)
    close(terminal)
  }
}
