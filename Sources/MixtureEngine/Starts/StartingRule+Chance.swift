extension StartingRule {
  /// Whether another seed begins elsewhere, over some points.
  ///
  /// - Parameter points: The data; of many points the hierarchy draws some.
  package func isRandom(over points: PointSet) -> Bool {
    !Self.fixed.contains(self) || self == .hierarchical && points.count > Self.hierarchySize
  }

  /// The rules that draw nothing.
  private static let fixed: Set<StartingRule> = {
    let probe = PointSet((0..<23).map { Point(x: Double($0 * $0 % 17), y: Double($0 * 7 % 23)) })
    return Set(
      all.filter {
        $0.start(over: probe, components: 3, seed: 1)
          == $0.start(over: probe, components: 3, seed: 2)
      })
  }()
}
