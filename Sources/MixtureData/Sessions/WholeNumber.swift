/// A whole number in a file; one that doesn't fit is refused by the name of its entry, which
/// Foundation's decoder leaves out.
@propertyWrapper
public struct WholeNumber<Value: FixedWidthInteger & Codable & Sendable>: Codable,
  Equatable, Sendable
{
  /// The number.
  public var wrappedValue: Value

  /// A number.
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  /// Reads the number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      wrappedValue = try container.decode(Value.self)
    } catch {
      throw DecodingError.typeMismatch(
        Value.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: ""))
    }
  }

  /// Writes the number as it is.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}
