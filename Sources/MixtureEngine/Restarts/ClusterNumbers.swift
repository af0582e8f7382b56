/// Numbers for components by those of a model that claims the same points.
package struct ClusterNumbers {
  private let asked: [Int]
  private let points: PointSet
  private let claims: [UInt8]
  private let count: Int

  /// More points than this say nothing more about which components are the same cluster.
  private static let mostPoints = 1_000

  /// Numbers as those of a reference, by some thousand of the points.
  ///
  /// - Parameters:
  ///   - reference: The model whose numbers count, of at most 256 components.
  ///   - points: The data.
  package init(like reference: any LatentLabelModel, over points: PointSet) {
    let step = max(1, (points.count + Self.mostPoints - 1) / Self.mostPoints)
    asked = Array(stride(from: 0, to: points.count, by: step))
    self.points = points
    claims = asked.map { UInt8(clamping: reference.predict(points[$0])) }
    count = reference.componentCount
  }

  /// The numbers of a model's components: the pairs that share most weight first, each point going to
  /// its likeliest component.
  ///
  /// - Parameter model: The model whose components are numbered, K of them.
  /// - Returns: For each component, counted from 0, its number; no two have the same, and where the
  ///   reference has K components, too, the numbers are 0 to K − 1.
  package func numbers(of model: any LatentLabelModel) -> [Int] {
    let shared = Agreement(
      labels: asked.map { model.predict(points[$0]) }, components: claims,
      weights: points.weights.map { weights in asked.map { weights[$0] } })
    var numbers = [Int?](repeating: nil, count: model.componentCount)
    for (k, number) in shared.matching.enumerated() where number < count { numbers[k] = number }
    // Components that claim no points of their own take what is left.
    let taken = Set(numbers.compactMap { $0 })
    var free = (0..<numbers.count + count).lazy.filter { !taken.contains($0) }.makeIterator()
    return numbers.map { $0 ?? free.next() ?? 0 }
  }
}
