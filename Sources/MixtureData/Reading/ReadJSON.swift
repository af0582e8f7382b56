#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Any JSON value that was read; it can be written in other formats.
struct ReadJSON: Codable {
  /// What it is.
  private indirect enum Content {
    case null
    case bool(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case number(Double)
    case string(String)
    case array([ReadJSON])
    case object([String: ReadJSON])
  }

  private let content: Content

  /// Reads an array or an object; `nil` if the bytes aren't one in JSON.
  init?(_ bytes: Data) {
    guard let value = try? JSONDecoder().decode(ReadJSON.self, from: bytes) else { return nil }
    switch value.content {
    case .array, .object: self = value
    default: return nil
    }
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    content =
      if value.decodeNil() {
        .null
      } else if let number = try? value.decode(Double.self) {
        // Not every whole number is a double.
        if let integer = try? value.decode(Int64.self) {
          .integer(integer)
        } else if let integer = try? value.decode(UInt64.self) {
          .unsigned(integer)
        } else {
          .number(number)
        }
      } else if let array = try? value.decode([ReadJSON].self) {
        .array(array)
      } else if let string = try? value.decode(String.self) {
        .string(string)
      } else if let bool = try? value.decode(Bool.self) {
        .bool(bool)
      } else {
        .object(try value.decode([String: ReadJSON].self))
      }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch content {
    case .null: try value.encodeNil()
    case .bool(let bool): try value.encode(bool)
    case .integer(let integer): try value.encode(integer)
    case .unsigned(let integer): try value.encode(integer)
    case .number(let number): try value.encode(number)
    case .string(let string): try value.encode(string)
    case .array(let array): try value.encode(array)
    case .object(let object): try value.encode(object)
    }
  }
}
