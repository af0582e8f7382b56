extension StartingRule {
  /// Every rule, in the order of the menu.
  public static let all: [StartingRule] = [randomPoints, kMeansPlusPlus]
}
