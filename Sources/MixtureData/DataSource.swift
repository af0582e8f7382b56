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
  ///   - options: What the user says of the table.
  ///   - isExact: Whether a built-in data set has no other columns than the options name.
  ///   - name: What a file is called, unless that is its path.
  ///   - progress: Told now and then which fraction of a file has been read, from 0 to 1.
  /// - Throws: ``DataError`` with the sentence for the user.
  public func load(
    _ options: ReadingOptions = ReadingOptions(), exactly isExact: Bool = false,
    named name: String? = nil, progress: (Double) throws -> Void = { _ in }
  ) throws -> DataSet {
    switch self {
    case .builtIn(let dataSet):
      return try dataSet.load(options, exactly: isExact)
    case .file(let path):
      var data = try TableReader(options).read(
        FileBytes.read(path), named: name ?? (path == "-" ? "standard input" : path),
        progress: progress)
      data.source = path
      return data
    }
  }
}
