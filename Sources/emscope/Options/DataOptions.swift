import ArgumentParser
import MixtureData
import MixtureEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which points to look at.
struct DataOptions: ParsableArguments {
  @Argument(
    help: """
      A built-in data set ('emscope datasets' lists them), a file, or - for standard input \
      (default: \(BuiltInDataSet.standard.name)).
      """,
    completion: .filesAnd(BuiltInDataSet.all.map(\.name)))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "The columns of the coordinates, by name or by number from 1; one for points on a line.",
      discussion: """
        If left out, the first two columns of numbers besides the weights that don't just \
        count the rows, or the only one there is.
        """, valueName: "x,y"),
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

  @Option(
    help: ArgumentHelp(
      "Of how many tosses the one column of coordinates counts the heads; for the model coins.",
      valueName: "number"))
  var tosses: Int?

  @Option(
    help: ArgumentHelp(
      "What stands between two fields of a file's line.",
      discussion: """
        A character, or one of \(Separator.names.listed(\.self)) (tabs and blanks: several count as one; fixed: \
        columns at the same places); found by the file's structure if left out.
        """, valueName: "separator"),
    completion: .list(Separator.names),
    transform: {
      guard let separator = Separator($0) else {
        throw CommandError(
          "--separator takes a character or one of \(Separator.names.listed(\.self)), not "
            + "'\($0.harmless)'.")
      }
      return separator
    })
  var separator: Separator?

  @Option(
    help: ArgumentHelp("The decimal mark of a file's numbers: point or comma.", valueName: "mark"),
    completion: .list(DecimalMark.allCases.map(\.rawValue)),
    transform: {
      guard let mark = DecimalMark($0) else {
        throw CommandError("--decimal takes point or comma, not '\($0.harmless)'.")
      }
      return mark
    })
  var decimal: DecimalMark?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What else stands in a file where nothing was measured, such as -9999.",
      discussion: "May be given several times; a number means all of its spellings.",
      valueName: "mark"))
  var gap: [String] = []

  @Option(
    help: ArgumentHelp(
      "The line of a file that has the names of the columns, or none.", valueName: "line|none"),
    completion: .list(["none"]),
    transform: {
      guard let header = HeaderChoice($0) else {
        throw CommandError("--header takes the number of a line, or none, not '\($0.harmless)'.")
      }
      return header
    })
  var header: HeaderChoice?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Hold out this share of the points: no E- and no M-step sees them.",
      discussion: """
        They are drawn with a seed of their own, the same for every start; what a fit is worth on them \
        is told per point.
        """,
      valueName: "share"))
  var holdOut: Double?

  /// What the user says of the table.
  var reading: ReadingOptions {
    ReadingOptions(
      columns: columns, labelColumn: labelColumn, weightColumn: weightColumn,
      separator: separator, decimal: decimal,
      gaps: gap, header: header, tosses: tosses)
  }

  /// The name of the data, as it was typed.
  var name: String { data ?? BuiltInDataSet.standard.name }

  /// Where the points come from.
  var source: DataSource { DataSource(name) }

  func validate() throws {
    if let holdOut, !(holdOut > 0 && holdOut < 1) {
      throw ValidationError(
        "--hold-out is \(holdOut); give a share of the points between 0 and 1, such as 0.2.")
    }
  }

  /// Reads the points and holds some of them out where that is asked for; a large file shows its
  /// progress on a terminal.
  func load() throws -> DataSet {
    let meter = ProgressMeter(label: "reading \(name.harmless)")
    defer { meter.clear() }
    let data = try source.load(reading) { meter.show($0) }
    guard let holdOut else { return data }
    do throws(InvalidInput) {
      return try data.holdingOut(holdOut)
    } catch {
      throw CommandError("\(data.name): \(error)")
    }
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
