#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension JSONDecoder {
  /// Decodes a value; a number that doesn't fit where it stands is named by its place, which the
  /// decoder itself doesn't tell.
  ///
  /// - Throws: `DecodingError`.
  func decodeByEntry<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    do {
      return try decode(type, from: data)
    } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
      // No number at all for this decoder, such as 1e400.
      if let place = try? decode(MisfitSearch.self, from: data).misfit {
        throw DecodingError.dataCorrupted(.init(codingPath: place, debugDescription: ""))
      }
      // A number of another kind: the decoder of property lists keeps the place.
      if let list = try? PropertyListEncoder().encode(decode(ReadJSON.self, from: data)) {
        _ = try PropertyListDecoder().decode(type, from: list)
      }
      throw DecodingError.dataCorrupted(context)
    }
  }
}

/// Any JSON value, searched for the first number that is beyond all doubles.
private struct MisfitSearch: Decodable {
  /// The keys that lead to it, if there is one.
  let misfit: [any CodingKey]?

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let entries = try? decoder.container(keyedBy: Key.self) {
      var found: [any CodingKey]?
      for key in entries.allKeys where found == nil {
        found = try entries.decode(Self.self, forKey: key).misfit
      }
      misfit = found
    } else if var elements = try? decoder.unkeyedContainer() {
      var found: [any CodingKey]?
      while found == nil, !elements.isAtEnd { found = try elements.decode(Self.self).misfit }
      misfit = found
    } else {
      let value = try decoder.singleValueContainer()
      let isFine =
        value.decodeNil() || (try? value.decode(Double.self)) != nil
        || (try? value.decode(String.self)) != nil || (try? value.decode(Bool.self)) != nil
      misfit = isFine ? nil : decoder.codingPath
    }
  }
}
