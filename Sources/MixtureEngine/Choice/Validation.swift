/// How fits are judged by points that they have not seen.
public enum Validation: Equatable, Sendable {
  /// Not at all.
  case none
  /// By points that belong to no fit.
  case heldOut(PointSet)
  /// By fits to all points but one fold, judged by that fold, for each of so many folds.
  ///
  /// Every fold has as many runs as the fit to all points; what is told is the sum over all folds
  /// per point, in which each point counts once.
  case folds(Int)
}

extension Validation {
  /// Whether fits of K components can be judged so.
  ///
  /// - Parameters:
  ///   - points: The points that are fitted.
  ///   - components: K.
  /// - Throws: ``InvalidInput`` that says what to ask for.
  package func admit(over points: PointSet, components: Int) throws(InvalidInput) {
    switch self {
    case .none: return
    case .heldOut(let heldOut):
      guard heldOut.count > 0 else { throw InvalidInput("there are no points held out.") }
    case .folds(let count):
      try PointSplit.admit(folds: count, of: points.count)
      let fewest = points.count - (points.count + count - 1) / count
      guard components <= fewest else {
        throw InvalidInput(
          "\(components) components cannot be fitted to the \(fewest) points that \(count) folds "
            + "leave; ask for fewer components.")
      }
    }
  }
}
