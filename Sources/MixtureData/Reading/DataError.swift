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
  /// A file cannot be written.
  case unwritable(path: String)
  /// The file has no bytes, or nothing but blank lines and comments.
  case empty(file: String)
  /// The bytes are not text.
  case binary(file: String)
  /// No column holds numbers.
  case words(file: String)
  /// Just one column holds numbers.
  case oneColumn(file: String, column: String)
  /// No row has a number in each of the columns and, where there are weights, counts.
  case noRows(file: String, columns: [String], weight: String? = nil)
  /// A value that is neither a number nor missing.
  case notANumber(file: String, line: Int, column: String, text: String)
  /// NaN or an infinity.
  case notFinite(file: String, line: Int, column: String, text: String)
  /// A number whose square would overflow.
  case tooLarge(file: String, line: Int, column: String)
  /// A weight that is negative, no number, or beyond all measure.
  case notAWeight(file: String, line: Int, column: String, text: String)
  /// Weights whose products with the squares of the coordinates would overflow.
  case tooHeavy(file: String, column: String)
  /// A quotation mark that is opened and never closed, or that closes inside a value.
  case quotation(file: String, line: Int)
  /// The columns asked for are not two.
  case columnCount(text: String)
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
    case .unwritable(let path):
      "'\(path)' cannot be written; give an existing folder that you may write to."
    case .empty(let file):
      "\(file) is empty; give a file with two columns of numbers."
    case .binary(let file):
      "\(file) is not a text file; save the points as CSV (comma-separated text) first."
    case .words(let file):
      "\(file) has no column of numbers; give a file with two columns of numbers."
    case .oneColumn(let file, let column):
      "\(file) has only one column of numbers (\(column)); points of the plane need two."
    case .noRows(let file, let columns, let weight?):
      "\(file) has no row with a number in both \(columns.joined(separator: " and ")) and a weight "
        + "above zero in \(weight); choose other columns with --columns and --weight-column."
    case .noRows(let file, let columns, nil):
      "\(file) has no row with a number in both \(columns.joined(separator: " and ")); "
        + "choose other columns with --columns."
    case .notANumber(let file, let line, let column, let text):
      "\(file), line \(line), column \(column): '\(text)' is not a number; "
        + "correct it, or leave the field empty to leave the row out."
    case .notFinite(let file, let line, let column, let text):
      "\(file), line \(line), column \(column): '\(text)' is not a finite number; "
        + "correct it, or leave the field empty to leave the row out."
    case .tooLarge(let file, let line, let column):
      "\(file), line \(line), column \(column): the number is beyond 1e151; "
        + "give the points in a larger unit."
    case .notAWeight(let file, let line, let column, let text):
      "\(file), line \(line), column \(column): '\(text)' is no weight; give a number from "
        + "1e-100 to 1e100, or leave the field empty or zero to leave the row out."
    case .tooHeavy(let file, let column):
      "\(file): the weights in \(column) are too large for points so far apart; "
        + "give weights or points in larger units."
    case .quotation(let file, let line):
      "\(file), line \(line): a quotation mark is out of place; "
        + "close every quoted value, and double the marks inside it."
    case .columnCount(let text):
      "--columns takes two names or numbers with a comma between, such as x,y or 1,2, not '\(text)'."
    case .sameColumn(let name):
      "Column \(name) is chosen twice; choose two different columns, such as --columns 1,2."
    case .noColumn(let name, let file, let columns):
      "\(file) has no column '\(name)'; it has \(columns.joined(separator: ", "))."
    case .ambiguousColumn(let name, let file):
      "\(file) has several columns called '\(name)'; choose by number, such as --columns 1,2."
    }
  }
}
