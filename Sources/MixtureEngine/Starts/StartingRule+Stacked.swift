extension StartingRule {
  /// All means in the data's mean: the symmetric start that EM never leaves.
  ///
  /// Identical components share every point equally, so the M-step gives them identical
  /// parameters again.
  public static let stacked = StartingRule(
    name: "stacked", summary: "all means at one place: the symmetric start that EM never leaves",
    source: "for teaching"
  ) { points, k, _ in
    .start(means: [Point](repeating: points.mean, count: k), over: points)
  }
}
