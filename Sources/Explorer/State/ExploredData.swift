import MixtureEngine

/// A data set as the application shows it.
public struct ExploredData: Sendable {
  /// The name in the title: a built-in set's, or a file's.
  public var name: String
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
  /// Starts worth showing, which can be called up by name.
  public var starts: [NamedStart]

  /// A data set to explore.
  public init(
    name: String, points: PointSet, xName: String, yName: String, skippedRows: Int = 0,
    defaultComponents: Int = 2, labels: [Int?]? = nil, labelNames: [String] = [],
    starts: [NamedStart] = []
  ) {
    self.name = name
    self.points = points
    self.xName = xName
    self.yName = yName
    self.skippedRows = skippedRows
    self.defaultComponents = defaultComponents
    self.labels = labels
    self.labelNames = labelNames
    self.starts = starts
  }
}
