import MixtureEngine

extension RunRecipe {
  /// What z-scores are of, where lengths are theirs: what is taken from each coordinate, and what it is
  /// then divided by.
  func standardizationMembers(over points: PointSet) -> [JSON.Member] {
    guard goesByScores else { return [] }
    let z = Standardization(of: points)
    return [
      .init(
        "standardization",
        .object([
          .init("shift", .numbers([z.shift.x, z.shift.y])),
          .init("scale", .numbers([z.scale.x, z.scale.y])),
        ]))
    ]
  }
}
