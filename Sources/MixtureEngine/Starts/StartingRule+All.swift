extension StartingRule {
  /// Every rule, in the order of the menu.
  public static let all: [StartingRule] = [
    randomPoints, randomResponsibilities, randomPartition, randomBox, kMeansPlusPlus, kMeans,
    farthestFirst, smallEM, principalAxis, stacked, outlier,
  ]
}
