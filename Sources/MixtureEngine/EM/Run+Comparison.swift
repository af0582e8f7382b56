extension Run {
  /// Whether the objectives of two runs measure the same thing, so that they may be compared.
  ///
  /// They do not where one is L and the other J, where the data or the known labels differ, and
  /// where one model is of y given x and the other of x and y.
  public func isComparable(with other: Run) -> Bool {
    model.criterion == other.model.criterion
      && (model is LineMixture) == (other.model is LineMixture)
      && points == other.points && observed == other.observed
  }
}
