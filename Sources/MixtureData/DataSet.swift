import MixtureEngine

/// Points with the names of what was measured.
public struct DataSet: Sendable {
  /// What the data set is called on the screen: control characters and lengths of a file's name
  /// do no harm there.
  public var name: String
  /// Where it can be read again: the name of a built-in one, or the file as it was typed.
  public var source: String
  /// The first coordinate's column.
  public var xName: String
  /// The second coordinate's column.
  public var yName: String
  /// The points, in the order of the file.
  public var points: PointSet
  /// The points' known labels, if the file has a column of them.
  public var labels: Labels?
  /// How many rows were left out because a coordinate was missing.
  public var skippedRows: Int

  /// A data set of these points.
  public init(
    name: String, source: String? = nil, xName: String, yName: String, points: PointSet,
    labels: Labels? = nil, skippedRows: Int = 0
  ) {
    self.name = name
    self.source = source ?? name
    self.xName = xName
    self.yName = yName
    self.points = points
    self.labels = labels
    self.skippedRows = skippedRows
  }
}

/// The known labels of a set of points, such as a species.
public struct Labels: Equatable, Sendable {
  /// One entry a point: the position of its label in ``names``, `nil` where none is known.
  public var ofPoints: [Int?]
  /// The labels, in the order in which they first appear.
  public var names: [String]
  /// The column that they come from.
  public var column: String

  /// Labels for the points in order.
  public init(ofPoints: [Int?], names: [String], column: String) {
    self.ofPoints = ofPoints
    self.names = names
    self.column = column
  }
}
