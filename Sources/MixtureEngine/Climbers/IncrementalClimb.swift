import RealModule

/// Incremental EM: the points in blocks, each with the q of when it was last seen; after the E-step of a
/// block an M-step from the sums of all.
///
/// Point n is in the block n mod B, so that sorted data make no difference, and B = N^(2/5), rounded.
struct IncrementalClimb: UnconstrainedClimb {
  /// What is kept of a block: its sums under its q, and the entropy of that.
  private struct Block {
    var sums: [ComponentStatistics]
    var entropy: Double
  }

  /// The points of a block.
  private struct Part {
    var points: PointSet
    var observed: ObservedLabels?
  }

  /// The blocks; none before the first sweep.
  private var blocks: [Block] = []
  private var parts: [Part] = []

  mutating func step<Model: UnconstrainedModel>(
    from place: ClimbingPlace<Model>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<Model> {
    if parts.isEmpty { parts = Self.parts(of: ground.points, observed: ground.observed) }
    var model = place.model
    func expect(_ part: Part) -> Block? {
      let expectation = model.expectation(over: part.points, observed: part.observed)
      return expectation.sums.map { Block(sums: $0, entropy: expectation.entropy) }
    }
    ground.countPass()
    if blocks.isEmpty {
      blocks = parts.compactMap(expect)
      model = try maximum(from: model, on: ground)
    } else {
      for (number, part) in parts.enumerated() {
        guard let block = expect(part) else { continue }
        blocks[number] = block
        model = try maximum(from: model, on: ground)
      }
    }
    return ground.seen(model)
  }

  /// F of the blocks' own q at θ, in nats: what no sweep lowers.
  func bound(at model: some UnconstrainedModel) -> Double {
    model.expectedLogJoint(from: total(about: model))
      + blocks.reduce(0) { $0 + $1.entropy }
  }

  private func maximum<Model: UnconstrainedModel>(
    from model: Model, on ground: ClimbingGround
  ) throws(Collapse) -> Model {
    try model.maximization(from: total(about: model), safeguard: ground.safeguard)
  }

  /// The sums of all blocks, each about its component.
  private func total(about model: some LatentLabelModel) -> [ComponentStatistics] {
    model.shapes.enumerated().map { k, shape in
      var total = ComponentStatistics(about: shape)
      for block in blocks { total.add(block.sums[k]) }
      return total
    }
  }

  private static func parts(of points: PointSet, observed: ObservedLabels?) -> [Part] {
    let count = max(1, Int(Double.pow(Double(points.count), 0.4).rounded()))
    return (0..<count).map {
      let numbers = Array(stride(from: $0, to: points.count, by: count))
      return Part(points: points.subset(numbers), observed: observed?.subset(numbers))
    }
  }
}

extension ComponentStatistics {
  /// Adds sums about another place.
  mutating func add(_ other: ComponentStatistics) {
    let other = other.about(reference, slope: slope)
    mass += other.mass
    weight += other.weight
    sumX += other.sumX
    sumY += other.sumY
    second = second + other.second
  }
}

extension ObservedLabels {
  /// The labels of some of the points.
  fileprivate func subset(_ numbers: [Int]) -> ObservedLabels {
    ObservedLabels(numbers.map { labels[$0] })
  }
}
