/// What stands between two fields of a line.
public enum Separator: Hashable, Sendable {
  /// One byte, such as a comma; two of them in a row have an empty field between them.
  case character(UInt8)
  /// One or more tabs, as in columns that are aligned by them.
  case tabs
  /// One or more spaces or tabs.
  case blanks
  /// Nothing but the place: columns of text with blanks between them in every line.
  case fixed

  /// A tabulator.
  public static let tab = Separator.character(UInt8(ascii: "\t"))
  /// A semicolon.
  public static let semicolon = Separator.character(UInt8(ascii: ";"))
  /// A vertical bar; bars around the whole line are no fields.
  public static let pipe = Separator.character(UInt8(ascii: "|"))
  /// A comma.
  public static let comma = Separator.character(UInt8(ascii: ","))

  /// The candidates, the likelier ones first, with the names that `--separator` takes.
  static let candidates: [(name: String, separator: Separator)] = [
    ("tab", .tab), ("semicolon", .semicolon), ("pipe", .pipe), ("comma", .comma), ("tabs", .tabs),
    ("blanks", .blanks), ("fixed", .fixed),
  ]

  /// The names that `--separator` takes.
  public static var names: [String] { candidates.map(\.name) }

  /// The separator with this name, or the character itself.
  ///
  /// - Returns: `nil` for several characters that are no name, and for characters that belong to
  ///   numbers or aren't ASCII.
  public init?(_ text: String) {
    if let named = Separator.candidates.first(where: { $0.name == text }) {
      self = named.separator
    } else if text == " " {
      self = .blanks
    } else if text.utf8.count == 1, let byte = text.utf8.first, byte < 0x7F,
      byte == 0x09 || byte > 0x20, !Separator.bytesOfValues.contains(byte)
    {
      self = .character(byte)
    } else {
      return nil
    }
  }

  private static let bytesOfValues = Set(
    "0123456789\"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

  /// The name that `--separator` takes, or the character.
  public var name: String {
    if let named = Separator.candidates.first(where: { $0.separator == self }) { return named.name }
    guard case .character(let byte) = self else { return "" }
    return String(Unicode.Scalar(byte))
  }

  /// Whether each of them ends a field, so that fields can be counted for certain.
  var isCertain: Bool { self != .blanks && self != .fixed }
}
