extension Recipe {
  /// Every recipe, in the order of the menu.
  public static let all: [Recipe] = [
    wellSeparated, overlapping, anisotropic, unequalVariance, unequalWeights, mouse, twoPairs,
    nearCollinear, outliers, moons, rings, crossingLines, noClusters,
  ]
}
