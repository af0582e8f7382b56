extension LatentLabelModel {
  /// The groups of components that have identical parameters but for their weights.
  ///
  /// Such components share every point in the ratio of their weights, so the M-step gives them
  /// identical parameters again: they never separate. In the hard limit, where the lowest number
  /// takes all, there are none.
  public var identicalComponents: [[Int]] {
    guard criterion == .logLikelihood else { return [] }
    var groups: [[Int]] = []
    let shapes = shapes
    for k in shapes.indices where shapes[k].outline != .everywhere {
      let match = groups.firstIndex { group in
        shapes[group[0]].centre == shapes[k].centre && shapes[group[0]].outline == shapes[k].outline
      }
      if let match { groups[match].append(k) } else { groups.append([k]) }
    }
    return groups.filter { $0.count > 1 }
  }
}
