import MixtureData

extension DataSet {
  /// K where none is asked for: what is usual for the data, but not more than there are points.
  func components(ofUsual k: Int) -> Int { min(k, points.count) }

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
