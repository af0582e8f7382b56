/// Kinds of model are known by their names.
extension ModelKind: Hashable {
  /// Whether two kinds are the same.
  public static func == (a: ModelKind, b: ModelKind) -> Bool { a.name == b.name }

  /// Feeds the name to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
