import MixtureEngine

/// A data set as the application shows it.
public struct ExploredData: Sendable {
  /// The name in the title: a built-in set's, or a file's.
  public var name: String
  /// Where it can be read again: a built-in set's name, or a file as it was typed.
  public var source: String
  /// The points.
  public var points: PointSet
  /// What the first coordinate is called.
  public var xName: String
  /// What the second coordinate is called.
  public var yName: String
  /// Rows of the file that were left out because a value was missing.
  public var skippedRows: Int
  /// How many components to begin with.
  public var defaultComponents: Int
  /// The known label of each point, counted from 0, or `nil` where the data has none.
  public var labels: [Int?]?
  /// What the labels are called, by number.
  public var labelNames: [String]
  /// The column that the labels come from.
  public var labelColumn: String?
  /// Starts worth showing, which can be called up by name.
  public var starts: [NamedStart]

  /// A data set to explore.
  public init(
    name: String, source: String? = nil, points: PointSet, xName: String, yName: String,
    skippedRows: Int = 0, defaultComponents: Int = 2, labels: [Int?]? = nil,
    labelNames: [String] = [], labelColumn: String? = nil, starts: [NamedStart] = []
  ) {
    self.name = name
    self.source = source ?? name
    self.points = points
    self.xName = xName
    self.yName = yName
    self.skippedRows = skippedRows
    self.defaultComponents = defaultComponents
    self.labels = labels
    self.labelNames = labelNames
    self.labelColumn = labelColumn
    self.starts = starts
  }
}
