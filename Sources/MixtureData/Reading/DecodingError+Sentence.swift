extension DecodingError {
  /// The sentence about a JSON file that can't be read; it names the entry at fault, as in
  /// `means[1][0]` or `settings.seed`.
  ///
  /// - Parameter shape: How the file should look, if that is short enough to be said.
  func sentence(shape: String? = nil) -> String {
    let advice = shape.map { "; the shape is \($0)." } ?? "."
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let place = Self.entry(context.codingPath)
      return shape == nil
        ? "\(place) has the wrong type." : "\(place) is not what belongs there\(advice)"
    case .keyNotFound(let key, let context):
      return "\(Self.entry(context.codingPath + [key])) is missing\(advice)"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "\(Self.entry(context.codingPath)) is not a number that fits there; correct it."
    case .dataCorrupted: return "this is not JSON, which has no NaN and no infinity\(advice)"
    @unknown default: return "this cannot be read\(advice)"
    }
  }

  /// The keys that lead to the entry at fault.
  var keys: [any CodingKey] {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath
    @unknown default: []
    }
  }

  private static func entry(_ keys: [any CodingKey]) -> String {
    guard !keys.isEmpty else { return "the outermost value" }
    return keys.reduce("") { path, key in
      key.intValue.map { "\(path)[\($0)]" }
        ?? (path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)")
    }.harmless
  }
}
