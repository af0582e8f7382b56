extension ComponentMatching {
  /// More points than this say nothing more about which components are the same cluster.
  private static let mostPoints = 2_000

  /// The numbers by which the components of a model are those of another one that claim the same
  /// points: the pairs that share most weight first, each point going to its likeliest component.
  ///
  /// - Parameters:
  ///   - model: The model whose components are numbered, K of them.
  ///   - reference: The model whose numbers they get.
  ///   - points: The data, of which some two thousand are asked.
  /// - Returns: For each component of `model`, counted from 0, its number; no two have the same, and
  ///   where both have K components the numbers are 0 to K − 1.
  package static func numbers(
    of model: any LatentLabelModel, like reference: any LatentLabelModel, over points: PointSet
  ) -> [Int] {
    let count = model.componentCount
    let asked = Array(
      stride(from: 0, to: points.count, by: max(1, points.count / mostPoints)))
    let shared = Agreement(
      labels: asked.map { model.predict(points[$0]) },
      components: asked.map { UInt8(truncatingIfNeeded: reference.predict(points[$0])) },
      weights: points.weights.map { weights in asked.map { weights[$0] } })
    var numbers = [Int?](repeating: nil, count: count)
    for (k, number) in shared.matching.enumerated() where number < reference.componentCount {
      numbers[k] = number
    }
    // Components that claim no points of their own take what is left.
    let taken = Set(numbers.compactMap { $0 })
    var free = (0..<count + reference.componentCount).lazy.filter { !taken.contains($0) }
      .makeIterator()
    return numbers.map { $0 ?? free.next() ?? 0 }
  }
}
