#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension TableText {
  /// Reads a JSON value on each line, all arrays of plain values or all objects, as rows of a table;
  /// other JSON is refused, and what isn't JSON is left as it is.
  ///
  /// Keys are names in the order in which they first appear; a missing key and null are gaps, nested
  /// values are words.
  mutating func readJSON() throws(DataError) {
    var rows: [JSONLine?] = []
    for (_, content) in lines(from: 0) {
      if content.allSatisfy({ $0 <= 0x20 }) {
        rows.append(nil)
        continue
      }
      guard let row = JSONLine(content) else { return try refuseJSON(rows) }
      rows.append(row)
    }
    let present = rows.compactMap(\.self)
    guard let first = present.first, present.allSatisfy({ $0.hasKeys == first.hasKeys }),
      first.hasKeys && present.count > 1 || !present.contains(where: \.isNested)
    else { throw DataError.format(file: file, format: "JSON") }
    var columns: [String: Int] = [:]
    var names: [String] = []
    for key in present.lazy.flatMap(\.keys) where columns[key] == nil {
      columns[key] = names.count
      names.append(key)
    }
    guard names.count <= JSONLine.mostKeys else { throw DataError.keys(file: file) }
    let width = present.lazy.map(\.values.count).mostFrequent ?? 0
    var bytes: [UInt8] = []
    for row in rows {
      if let row { bytes += row.fields(at: columns) }
      bytes.append(0x0A)
    }
    text = Text(utf8: bytes)
    format = .json
    separator = .character(JSONLine.separator)
    quotes = []
    hasComments = false
    self.names = first.hasKeys ? names.map(\.harmless) : TableHead.numbered(width)
  }

  /// After a line that is no JSON value: the whole may be JSON, or lines of JSON with a mistake.
  private func refuseJSON(_ rows: [JSONLine?]) throws(DataError) {
    if ReadJSON(Data(text.bytes)) != nil {
      throw DataError.format(file: file, format: "JSON")
    }
    let isObject = text.bytes.filter { $0 > 0x20 }.prefix(2).elementsEqual("{\"".utf8)
    let first = lines(from: 0).first { !$0.content.isEmpty }?.content
    if rows.contains(where: { $0 != nil }) || isObject && first?.last == UInt8(ascii: "}") {
      throw DataError.jsonLine(file: file, line: rows.count + 1)
    }
    if isObject { throw DataError.format(file: file, format: "JSON") }
  }
}
