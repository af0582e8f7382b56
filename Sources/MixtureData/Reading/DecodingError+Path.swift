extension DecodingError {
  /// The way to an entry of a JSON file, as in `means[1][0]` or `settings.seed`; empty for the
  /// outermost value.
  static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce("") { path, key in
      key.intValue.map { "\(path)[\($0)]" }
        ?? (path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)")
    }.harmless
  }
}
