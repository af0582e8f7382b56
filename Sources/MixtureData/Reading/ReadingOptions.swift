/// What a user says of a table that its reader would otherwise find out by itself.
public struct ReadingOptions: Hashable, Sendable {
  /// The coordinates' columns; `nil` takes the first two columns of numbers that count nothing.
  public var columns: ColumnChoice?
  /// The name or number of the column with each point's known label, if there is one.
  public var labelColumn: String?
  /// The name or number of the column with each point's weight; `nil` lets every point count once.
  public var weightColumn: String?
  /// Of how many tosses the one column counts the heads; `nil` where it doesn't.
  public var tosses: Int?
  /// What stands between two fields.
  public var separator: Separator?
  /// The decimal mark of the numbers.
  public var decimal: DecimalMark?
  /// What else stands where nothing was measured, such as `-9999`.
  public var gaps: [String]
  /// Where the names of the columns are.
  public var header: HeaderChoice?

  /// The options that are not left out.
  public init(
    columns: ColumnChoice? = nil, labelColumn: String? = nil, weightColumn: String? = nil,
    separator: Separator? = nil, decimal: DecimalMark? = nil, gaps: [String] = [],
    header: HeaderChoice? = nil, tosses: Int? = nil
  ) {
    self.tosses = tosses
    self.columns = columns
    self.labelColumn = labelColumn
    self.weightColumn = weightColumn
    self.separator = separator
    self.decimal = decimal
    self.gaps = gaps
    self.header = header
  }
}

/// What stands between the whole part of a number and its decimals.
public enum DecimalMark: String, CaseIterable, Hashable, Sendable {
  case point, comma

  /// Reads a name or the mark itself.
  public init?(_ text: String) {
    switch text {
    case "point", ".": self = .point
    case "comma", ",": self = .comma
    default: return nil
    }
  }
}

/// Where the names of the columns are.
public enum HeaderChoice: Hashable, Sendable {
  /// On this line of the file, counted from 1; the rows begin below it.
  case line(Int)
  /// Nowhere.
  case none

  /// Reads a line's number or `none`.
  public init?(_ text: String) {
    if text == "none" {
      self = .none
    } else if let line = Int(text), line > 0 {
      self = .line(line)
    } else {
      return nil
    }
  }
}
