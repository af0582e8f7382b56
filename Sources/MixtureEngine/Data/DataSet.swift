/// Points with the names of what was measured and, where they are known, their labels.
///
/// One type goes all the way from the source to the results, so that nothing is lost.
public struct DataSet: Sendable {
  /// What the data set is called: a name without control characters.
  package var name: String
  /// Where it can be read again, as its user named it.
  package var source: String
  /// What the first coordinate is called.
  package var xName: String
  /// What the second coordinate is called.
  package var yName: String
  /// The names of the coordinates: one for points on a line, or two.
  package var columnNames: [String] { points.dimension == 1 ? [xName] : [xName, yName] }
  /// The points, in the order of their source.
  public var points: PointSet
  /// The points' known labels, if there are any.
  package var labels: KnownLabels?
  /// What the points' weights are called, such as the column that they come from; `nil` where every
  /// point counts as one.
  package var weightColumn: String?
  /// How many rows of the source were left out because a coordinate or a weight was missing.
  package var skippedRows: Int
  /// What whoever read the source should know: what was passed over, and why; whole sentences.
  package var notes: [String]
  /// The table that they were read from, if they were.
  package var table: SourceTable?
  /// The number of components that is usual for these data; see ``startingComponents``.
  package var usualComponents: Int
  /// The model to begin with and its first θ, where they are not those of other data.
  package var usualModel: UsualModel?
  /// Starts on these data that are worth showing, each with a name of its own.
  package var starts: [NamedStart]
  /// Points that were taken out of ``points`` and that no run sees, if there are any.
  package internal(set) var heldOut: HeldOutPoints?

  /// A data set of these points.
  ///
  /// - Parameters:
  ///   - name: What the data set is called.
  ///   - source: Where it can be read again; its name unless given.
  ///   - points: The points.
  ///   - xName: What the first coordinate is called.
  ///   - yName: What the second coordinate is called.
  ///   - labels: The points' known labels, if there are any.
  ///   - weightColumn: What the points' weights are called, if they have some.
  ///   - skippedRows: How many rows of the source were left out.
  ///   - notes: Sentences about what else was passed over.
  ///   - usualComponents: The number of components that is usual for these data.
  ///   - starts: Starts that are worth showing.
  public init(
    name: String, source: String? = nil, points: PointSet, xName: String = "x",
    yName: String = "y", labels: KnownLabels? = nil, weightColumn: String? = nil,
    skippedRows: Int = 0, notes: [String] = [], usualComponents: Int = 2,
    starts: [NamedStart] = []
  ) {
    self.name = name
    self.source = source ?? name
    self.xName = xName
    self.yName = yName
    self.points = points
    self.labels = labels
    self.weightColumn = weightColumn ?? (points.weights == nil ? nil : "weight")
    self.skippedRows = skippedRows
    self.notes = notes
    self.usualComponents = usualComponents
    self.starts = starts
  }

  /// The number of components to begin with: what is usual, but not more than there are points.
  package var startingComponents: Int { min(usualComponents, points.count) }
}

extension DataSet {
  /// Adds a point of weight 1 without a known label; it becomes the last one.
  package mutating func add(_ point: Point) {
    points = points.adding(point)
    labels?.ofPoints.append(nil)
  }

  /// Removes point `n`, counted from 0, with its label and its weight.
  package mutating func remove(_ n: Int) {
    closeGap(at: n)
    points = points.removing(n)
    labels?.ofPoints.remove(at: n)
  }
}

/// A kind of model and a first θ of it, with which some data are opened.
public struct UsualModel: Sendable {
  /// The kind of model.
  package var kind: ModelKind
  /// Its first θ.
  package var start: GivenStart
  /// What that start is called.
  package var startName: String

  /// A kind and its first θ.
  package init(_ kind: ModelKind, from start: GivenStart, called startName: String) {
    self.kind = kind
    self.start = start
    self.startName = startName
  }
}

/// The known labels of a set of points, such as a species.
///
/// EM is told them only where a user asks for it; see ``ObservedLabels``.
public struct KnownLabels: Hashable, Sendable {
  /// For each point the position of its label in ``names``, `nil` where none is known.
  package var ofPoints: [Int?]
  /// The labels, in the order in which they first appear.
  package var names: [String]
  /// What the labels are labels of, such as the column that they come from.
  package var column: String

  /// Labels for the points in order.
  public init(ofPoints: [Int?], names: [String], column: String) {
    self.ofPoints = ofPoints
    self.names = names
    self.column = column
  }
}
