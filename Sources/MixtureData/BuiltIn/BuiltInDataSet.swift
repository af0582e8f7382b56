import BuiltInData

/// A data set that is compiled into the program, with what is needed to open it at once.
public struct BuiltInDataSet: Sendable, Identifiable {
  /// The name, as the command line spells it.
  public var name: String
  /// The name in a title.
  public var title: String
  /// One line that says what can be seen in it.
  public var summary: String
  /// Where the numbers come from.
  public var source: String
  /// The columns that are shown unless others are chosen.
  public var columns: ColumnChoice
  /// The column of known labels, if there is one.
  public var labelColumn: String?
  /// The number of components to begin with.
  public var components: Int

  /// The name.
  public var id: String { name }

  /// Reads the points.
  ///
  /// - Parameters:
  ///   - columns: Other columns than the usual ones.
  ///   - labelColumn: Another column of labels than the usual one.
  /// - Throws: ``DataError`` if a column does not exist or has no numbers.
  public func load(columns: ColumnChoice? = nil, labelColumn: String? = nil) throws -> DataSet {
    guard let bytes = BuiltInData.bytes(of: name) else {
      preconditionFailure("\(name) is listed but not compiled in")
    }
    let reader = TableReader(
      columns: columns ?? self.columns, labelColumn: labelColumn ?? self.labelColumn)
    return try reader.read(bytes, named: name)
  }

  /// The data set of a name, if there is one.
  public static func named(_ name: String) -> BuiltInDataSet? { all.first { $0.name == name } }
}
