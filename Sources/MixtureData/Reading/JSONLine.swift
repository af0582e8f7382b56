#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The values of one line of JSON.
struct JSONLine {
  /// The separator of the fields that lines of JSON are turned into: it is in no text.
  static let separator: UInt8 = 0x1F
  /// How many different keys the objects of a file may have.
  static let mostKeys = 4096

  /// The keys of an object, none for an array.
  private(set) var keys: [String] = []
  /// The values as the text of fields: strings without marks, `null` and others as they stand.
  private(set) var values: [[UInt8]] = []
  let hasKeys: Bool
  /// Whether a value is an array or an object.
  private(set) var isNested = false

  /// Reads a line; `nil` if it isn't one array or object in JSON.
  init?(_ line: ArraySlice<UInt8>) {
    let first = line.first { $0 > 0x20 }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{"), line.count < 1_000_000 else {
      return nil
    }
    hasKeys = first == UInt8(ascii: "{")
    var scanner = Scanner(rest: line)
    scanner.skip(hasKeys ? "{" : "[")
    let close: Unicode.Scalar = hasKeys ? "}" : "]"
    if !scanner.skip(close) {
      repeat {
        if hasKeys {
          guard let key = scanner.string(), scanner.skip(":") else { return nil }
          keys.append(Text.string(key))
        }
        guard let value = scanner.value() else { return nil }
        isNested = isNested || value.isNested
        values.append(value.text)
      } while scanner.skip(",")
      guard scanner.skip(close) else { return nil }
    }
    guard scanner.rest.allSatisfy({ $0 <= 0x20 }) else { return nil }
  }

  /// The line as fields with ``separator`` between them, up to the last that there is.
  func fields(at columns: [String: Int]) -> [UInt8] {
    guard hasKeys else { return Array(values.joined(separator: [Self.separator])) }
    let places = keys.map { columns[$0] ?? 0 }
    var fields = [[UInt8]](repeating: [], count: (places.max() ?? -1) + 1)
    for (place, value) in zip(places, values) { fields[place] = value }
    return Array(fields.joined(separator: [Self.separator]))
  }

  private struct Scanner {
    var rest: ArraySlice<UInt8>

    /// Moves behind a character, and the blanks before it, if it comes next.
    @discardableResult mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      rest = rest.drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: scalar) else { return false }
      rest.removeFirst()
      return true
    }

    mutating func string() -> [UInt8]? {
      rest = rest.drop { $0 <= 0x20 }
      guard let token = stringToken() else { return nil }
      guard token.contains(UInt8(ascii: "\\")) else {
        return token.dropFirst().dropLast().filter { $0 >= 0x20 }
      }
      guard let text = try? JSONDecoder().decode(String.self, from: Data(token)) else { return nil }
      return text.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    }

    private mutating func stringToken() -> ArraySlice<UInt8>? {
      guard rest.first == UInt8(ascii: "\"") else { return nil }
      var i = rest.startIndex + 1
      while i < rest.endIndex, rest[i] != UInt8(ascii: "\"") {
        i += rest[i] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard i < rest.endIndex else { return nil }
      defer { rest = rest[(i + 1)...] }
      return rest[rest.startIndex...i]
    }

    mutating func value() -> (text: [UInt8], isNested: Bool)? {
      rest = rest.drop { $0 <= 0x20 }
      switch rest.first {
      case UInt8(ascii: "\""): return string().map { ($0, false) }
      case UInt8(ascii: "["), UInt8(ascii: "{"): return nested().map { ($0, true) }
      default:
        let token = rest.prefix { !",]}".utf8.contains($0) && $0 > 0x20 }
        guard Self.isBare(token) else { return nil }
        rest = rest[token.endIndex...]
        return (token.elementsEqual("null".utf8) ? [] : Array(token), false)
      }
    }

    private static let words = ["null", "true", "false", "NaN", "Infinity", "-Infinity"]

    /// Whether it is a number, true, false or null; or NaN and infinities, which many programs
    /// write, and which are then refused as cells.
    private static func isBare(_ token: ArraySlice<UInt8>) -> Bool {
      if words.contains(where: { token.elementsEqual($0.utf8) }) { return true }
      guard let first = token.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
      else { return false }
      let number = Field(start: 0, end: token.count)
      return !token.contains(where: { $0 & 0xDF == UInt8(ascii: "D") })
        && NumberFormat().number(number, in: Array(token)) != nil
    }

    /// An array or object as a word.
    private mutating func nested() -> [UInt8]? {
      var depth = 0
      let start = rest
      while let first = rest.first {
        switch first {
        case UInt8(ascii: "\""):
          guard stringToken() != nil else { return nil }
          continue
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
        rest.removeFirst()
        if depth == 0 {
          let token = start[start.startIndex..<rest.startIndex]
          guard ReadJSON(Data(token)) != nil else { return nil }
          return token.map { $0 < 0x20 ? 0x20 : $0 }
        }
      }
      return nil
    }
  }
}
