import MixtureEngine

/// Where points come from, as a user names it: a built-in data set, a file, or standard input.
public enum DataSource: Sendable {
  /// One of the data sets that are compiled in.
  case builtIn(BuiltInDataSet)
  /// A file, or standard input as `-`.
  case file(path: String)

  /// The source that `argument` names: a built-in data set if there is one, otherwise a file.
  ///
  /// `./iris` is the file even though `iris` is built in.
  public init(_ argument: String) {
    self = BuiltInDataSet.named(argument).map { .builtIn($0) } ?? .file(path: argument)
  }

  /// Reads the points.
  ///
  /// - Parameters:
  ///   - columns: The coordinates' columns, if not the usual ones.
  ///   - labelColumn: The column of known labels, if not the usual one.
  ///   - weightColumn: The column of the points' weights, if they have some.
  ///   - progress: Told now and then which fraction of a file has been read, from 0 to 1.
  /// - Throws: ``DataError`` with the sentence for the user.
  public func load(
    columns: ColumnChoice? = nil, labelColumn: String? = nil, weightColumn: String? = nil,
    progress: (Double) throws -> Void = { _ in }
  ) throws -> DataSet {
    switch self {
    case .builtIn(let dataSet):
      return try dataSet.load(
        columns: columns, labelColumn: labelColumn, weightColumn: weightColumn)
    case .file(let path):
      let reader = TableReader(
        columns: columns, labelColumn: labelColumn, weightColumn: weightColumn)
      let name = path == "-" ? "standard input" : path
      return try reader.read(FileBytes.read(path), named: name, progress: progress)
    }
  }
}
