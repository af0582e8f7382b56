/// The table that points were read from: what its columns hold, and which of them were taken.
public struct SourceTable: Hashable, Sendable {
  /// A column of the table.
  public struct Column: Hashable, Sendable {
    /// What it is called; not always unique.
    package var name: String
    /// A line about what it holds.
    package var summary: String
    /// Whether it holds numbers, so that it can be a coordinate.
    package var holdsNumbers: Bool

    /// A column from its parts.
    package init(name: String, summary: String, holdsNumbers: Bool) {
      self.name = name
      self.summary = summary
      self.holdsNumbers = holdsNumbers
    }
  }

  /// The columns in their order.
  package var columns: [Column]
  /// Which columns were taken.
  package var taken: Columns
  /// How the user said that the table is to be read, as words of a command line.
  package var options: [String]

  /// The positions of columns, counted from 0.
  public struct Columns: Hashable, Sendable {
    /// The column of the first coordinate.
    package var x: Int
    /// The column of the second coordinate; `nil` for points on a line.
    package var y: Int?
    /// The column of the known labels, if there is one.
    package var label: Int?
    /// The column of the points' weights, if they have some.
    package var weight: Int?

    /// Columns by position.
    package init(x: Int, y: Int?, label: Int? = nil, weight: Int? = nil) {
      self.x = x
      self.y = y
      self.label = label
      self.weight = weight
    }
  }

  /// A table from its parts.
  package init(columns: [Column], taken: Columns, options: [String]) {
    self.columns = columns
    self.taken = taken
    self.options = options
  }

  /// How a column is named so that it is found again: by its name if no other has it, or else by
  /// its number, counted from 1, behind `#` where a column has that number for a name.
  package func designation(of position: Int) -> String {
    func count(_ name: String) -> Int { columns.count { $0.name == name } }
    let name = columns[position].name
    if count(name) == 1 { return name }
    return count("\(position + 1)") == 0 ? "\(position + 1)" : "#\(position + 1)"
  }
}
