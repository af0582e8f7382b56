/// Starting rules are known by their names.
extension StartingRule: Hashable {
  /// Whether two rules are the same.
  public static func == (a: StartingRule, b: StartingRule) -> Bool { a.name == b.name }

  /// Feeds the name to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
