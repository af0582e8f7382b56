/// Which columns of a table are the coordinates: two, or one for points on a line.
public struct ColumnChoice: Hashable, Sendable {
  /// The name, or the number counted from 1, of the first coordinate's column.
  public var x: String
  /// The name, or the number counted from 1, of the second coordinate's column; `nil` for points on
  /// a line.
  public var y: String?

  /// The columns with these names or numbers.
  public init(x: String, y: String? = nil) {
    self.x = x
    self.y = y
  }

  /// Reads `x,y` or `x`; a name with a comma stands in double quotation marks.
  ///
  /// - Throws: ``DataError/columnCount(text:)`` unless there is one name, or two with a comma between.
  public init(_ text: String) throws {
    var names = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        names.append("")
      } else if character != " " || !names[names.count - 1].isEmpty {
        names[names.count - 1].append(character)
      }
    }
    guard names.count <= 2, names.allSatisfy({ !$0.isEmpty }) else {
      throw DataError.columnCount(text: text.harmless)
    }
    self.init(x: names[0], y: names.count == 2 ? names[1] : nil)
  }
}
