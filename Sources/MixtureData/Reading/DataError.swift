/// A cell that stands in the way, where the user can find it.
public struct CellPlace: Hashable, Sendable, CustomStringConvertible {
  /// The line of the file, counted from 1.
  public var line: Int
  /// The column's name.
  public var column: String
  /// What the cell holds, without control characters.
  public var text: String

  /// `line 3, column x: 'oops'`.
  public var description: String { "line \(line), \(column.asColumn): '\(text)'" }
}

/// A data set that cannot be read, said in one sentence with what to do about it.
///
/// Every case names the place as the user knows it: the file as it was typed, lines from 1, columns
/// by name. Names have passed `String.harmless`, so a sentence never carries a control
/// character to the terminal.
public enum DataError: Error, Equatable, CustomStringConvertible {
  /// Neither a built-in data set nor a file has this name.
  case unknown(name: String, nearest: String?)
  /// The path leads to a folder.
  case folder(path: String)
  /// The operating system refuses to read the file.
  case unreadable(path: String, reason: String)
  /// The file, or the pipe, has more bytes than are read.
  case endless(path: String)
  /// The file has no bytes, or nothing but blank lines and comments.
  case empty(file: String)
  /// The bytes are not text.
  case binary(file: String)
  /// The bytes are of a known kind that is no text.
  case packed(file: String, format: String, advice: String)
  /// Lines of JSON whose objects have too many different keys for a table.
  case keys(file: String)
  /// The text is of a known kind that is no table.
  case format(file: String, format: String)
  /// A line that is no JSON among lines that are.
  case jsonLine(file: String, line: Int)
  /// No column holds numbers; the place of the first cell with a digit, if there is one.
  case words(file: String, place: CellPlace?)
  /// Just one column holds numbers; the place of the first cell with a digit in another.
  case oneColumn(file: String, column: String, place: CellPlace)
  /// No row has a number in each of the columns and, where there are weights, counts.
  case noRows(file: String, columns: [String], weight: String? = nil)
  /// A value that is neither a number nor missing, in a column that was asked for or not.
  case notANumber(file: String, place: CellPlace, isChosen: Bool)
  /// Fields with commas or blanks between them, where both give numbers.
  case ambiguous(file: String, line: Int)
  /// Decimal points and decimal commas in the chosen columns.
  case decimalMarks(file: String, place: CellPlace, other: CellPlace)
  /// A line above the rows with another number of fields.
  case namesUnlikeRows(file: String, line: Int, names: Int, row: Int, fields: Int)
  /// A first line with numbers over some columns of numbers, and words over others.
  case neitherNamesNorRow(file: String, place: CellPlace)
  /// The line that should have the names is not there.
  case noHeaderLine(file: String, line: Int)
  /// Something between the places where a table of fixed columns has its columns.
  case betweenColumns(file: String, line: Int)
  /// A last line of one field, under a table of several columns.
  case lastLine(file: String, line: Int, columns: Int)
  /// A row with more fields than the table has columns.
  case width(file: String, line: Int, fields: Int, columns: Int)
  /// NaN or an infinity.
  case notFinite(file: String, place: CellPlace)
  /// A number whose square would overflow.
  case tooLarge(file: String, line: Int, column: String)
  /// A weight that is negative, no number, or beyond all measure.
  case notAWeight(file: String, place: CellPlace)
  /// Coordinates that vary, but by so little that their squares don't.
  case tooNarrow(file: String, column: String)
  /// Weights whose products with the squares of the coordinates would overflow.
  case tooHeavy(file: String, column: String)
  /// A quotation mark that is opened and never closed, or that closes inside a value.
  case quotation(file: String, line: Int)
  /// The columns asked for are not two.
  case columnCount(text: String)
  /// The column has no heads out of the stated number of tosses.
  case tosses(file: String, reason: String)
  /// The same column twice.
  case sameColumn(name: String)
  /// No column has this name or number.
  case noColumn(name: String, file: String, columns: [String])
  /// Several columns have this name.
  case ambiguousColumn(name: String, file: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest?):
      "There is no data set or file called '\(name)'; did you mean '\(nearest)'?"
    case .unknown(let name, nil):
      "There is no data set or file called '\(name)'; "
        + "'emscope datasets' lists the built-in ones."
    case .folder(let path):
      "'\(path)' is a folder; give the name of a file of points in it."
    case .unreadable(let path, let reason):
      "'\(path)' cannot be read (\(reason)); check the name and your permission to read it."
    case .endless(let path):
      "\(path) has more than two gibibytes; give fewer rows of it, as shuf -n 1000000 does."
    case .empty(let file):
      "\(file) is empty; give a file with two columns of numbers."
    case .binary(let file):
      "\(file) is not a text file; save the points as CSV (comma-separated text) first."
    case .packed(let file, let format, let advice): "\(file) is \(format); \(advice)."
    case .keys(let file):
      "\(file) has objects with more than \(JSONLine.mostKeys) different keys; "
        + "give objects that have the same keys."
    case .format(let file, let format):
      "\(file) is \(format), not a table; save the points as CSV (comma-separated text) first."
    case .jsonLine(let file, let line):
      "\(file), line \(line) is not a JSON value, as each line has to be; correct it."
    case .words(let file, nil):
      "\(file) has no column of numbers; give a file with two columns of numbers."
    case .words(let file, let place?):
      "\(file) has no column of numbers: \(place) is not a number; "
        + "correct such cells, or say how the file is written with --separator or --decimal."
    case .oneColumn(let file, let column, let place):
      "\(file) has only one column of numbers (\(column)), and points of the plane need two: "
        + "\(place) is not a number; "
        + "correct such cells, take the one with --columns, or say how the file is written with "
        + "--separator or --decimal."
    case .noRows(let file, let columns, let weight?):
      "\(file) has no row with a number in both \(columns.joined(separator: " and ")) and a weight "
        + "above zero in \(weight); choose other columns with --columns and --weight-column."
    case .noRows(let file, let columns, nil):
      "\(file) has no row with a number in both \(columns.joined(separator: " and ")); "
        + "choose other columns with --columns."
    case .notANumber(let file, let place, let isChosen):
      isChosen
        ? "\(file), \(place) is not a number; correct it, or name it with --gap to leave the row out."
        : "\(file), \(place) is not a number; correct it, name it with --gap to leave the row out, "
          + "or choose other columns with --columns."
    case .ambiguous(let file, let line):
      "\(file), line \(line): commas may separate the fields or be decimal marks between blanks; "
        + "say which with --separator comma, or with --separator blanks and --decimal comma."
    case .decimalMarks(let file, let place, let other):
      "\(file), \(place) and \(other) can't have the same decimal mark; "
        + "say with --decimal which it is, and the other one groups digits, or correct the cells."
    case .namesUnlikeRows(let file, let line, let names, let row, let fields):
      "\(file), line \(line) has \(names) fields, but line \(row) below it has \(fields); "
        + "correct it, or say with --header which line has the names, or none."
    case .neitherNamesNorRow(let file, let place):
      "\(file), \(place) is not a number, though others in that line are; "
        + "correct it, or say with --header which line has the names, or none."
    case .noHeaderLine(let file, let line):
      "\(file) has no line \(line) that could have the names of its columns; "
        + "give another line with --header."
    case .betweenColumns(let file, let line):
      "\(file), line \(line) has something between the columns that the first lines have; "
        + "correct the line, or name what separates the fields with --separator."
    case .lastLine(let file, let line, let columns):
      "\(file), line \(line), the last one, has 1 field, but the table has \(columns) columns; "
        + "remove the line, or complete it."
    case .width(let file, let line, let fields, let columns):
      "\(file), line \(line) has \(fields) fields, but the table has \(columns) "
        + "column\(columns == 1 ? "" : "s"); correct the line, "
        + "or name what separates the fields with --separator."
    case .notFinite(let file, let place):
      "\(file), \(place) is not a finite number; "
        + "correct it, or name it with --gap to leave the row out."
    case .tooLarge(let file, let line, let column):
      "\(file), line \(line), \(column.asColumn): the number is beyond 1e151; "
        + "give the points in a larger unit."
    case .notAWeight(let file, let place):
      "\(file), \(place) is no weight; give a number from 1e-100 to 1e100, "
        + "or leave the field empty or zero to leave the row out."
    case .tooNarrow(let file, let column):
      "\(file): the numbers in \(column) vary by less than 1e-151; "
        + "give the points in a smaller unit."
    case .tooHeavy(let file, let column):
      "\(file): the weights in \(column) are too large for points so far apart; "
        + "give weights or points in larger units."
    case .quotation(let file, let line):
      "\(file), line \(line): a quotation mark is out of place; "
        + "close every quoted value, and double the marks inside it."
    case .tosses(let file, let reason): "\(file), --tosses: \(reason)"
    case .columnCount(let text):
      "--columns takes two names or numbers with a comma between, such as x,y or 1,2, or one alone, "
        + "not '\(text)'."
    case .sameColumn(let name):
      "Column \(name) is chosen twice; choose two different columns, such as --columns 1,2."
    case .noColumn(let name, let file, let columns):
      columns.count <= 12
        ? "\(file) has no column '\(name)'; it has \(columns.joined(separator: ", "))."
        : "\(file) has no column '\(name)'; it has \(columns.count) columns: "
          + "\(columns.prefix(12).joined(separator: ", ")) and others."
    case .ambiguousColumn(let name, let file):
      "\(file) has several columns called '\(name)'; choose by number, such as --columns 1,2."
    }
  }
}

extension String {
  /// A column's name as sentences call it: `column x`, and `column 2` where it has no name.
  var asColumn: String {
    let number = dropFirst("column ".count)
    return hasPrefix("column ") && Int(number) != nil ? self : "column \(self)"
  }
}
