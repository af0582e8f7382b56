import MixtureData

extension DataSet {
  /// Refuses a number of components that these points cannot have.
  func check(components k: Int) throws {
    guard k <= min(points.count, 255) else {
      throw Refusal(
        points.count < 255
          ? "\(k) components need at least \(k) points, and \(name) has \(points.count); "
            + "choose a smaller -k."
          : "\(k) components are too many; choose a -k of at most 255.")
    }
  }
}
