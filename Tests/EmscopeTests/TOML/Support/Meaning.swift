@testable import emscope

/// What a text in TOML says, without the places: what two readers can be compared by.
indirect enum Meaning: Hashable {
  /// By its scalars, as é can be written with one or with two.
  case string([Unicode.Scalar])
  case integer(Int)
  /// A number by its bits, so that -0 is not 0.
  case float(UInt64)
  case boolean(Bool)
  case array([Meaning])
  case table([String: Meaning])

  init(_ text: PlainTOML) {
    var parts = Self.parts(text.top)
    for (name, tables) in Dictionary(grouping: text.tables, by: { $0.name?.text ?? "" }) {
      parts[name] = .array(tables.map { .table(Self.parts($0)) })
    }
    self = .table(parts)
  }

  private static func parts(_ table: PlainTOML.Table) -> [String: Meaning] {
    Dictionary(uniqueKeysWithValues: table.entries.map { ($0.key.text, Meaning($0.value)) })
  }

  init(_ value: PlainTOML.Value) {
    self =
      switch value.content {
      case .string(let string): .string(Array(string.unicodeScalars))
      case .integer(let integer): .integer(integer)
      case .float(let float): .float(float.bitPattern)
      case .boolean(let boolean): .boolean(boolean)
      case .array(let values): .array(values.map { Meaning($0) })
      }
  }
}

extension Meaning: Decodable {
  /// The meaning as `tomllib_meaning.py` writes it.
  init(from decoder: any Decoder) throws {
    struct Unknown: Error {}
    let parts = try decoder.container(keyedBy: Kind.self)
    func integer() throws -> Int? { Int(try parts.decode(String.self, forKey: .integer)) }
    func float() throws -> Double? { Double(try parts.decode(String.self, forKey: .float)) }
    let meaning: Meaning? =
      switch parts.allKeys.first {
      case .string: .string(Array(try parts.decode(String.self, forKey: .string).unicodeScalars))
      case .integer: try integer().map(Meaning.integer)
      case .float: try float().map { .float($0.bitPattern) }
      case .boolean: .boolean(try parts.decode(Bool.self, forKey: .boolean))
      case .array: .array(try parts.decode([Meaning].self, forKey: .array))
      case .table: .table(try parts.decode([String: Meaning].self, forKey: .table))
      case nil: nil
      }
    guard let meaning else { throw Unknown() }
    self = meaning
  }

  private enum Kind: String, CodingKey {
    case string, integer, float, boolean, array, table
  }
}
