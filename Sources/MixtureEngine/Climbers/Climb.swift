/// A climb under way: what an algorithm remembers from one step to the next.
protocol Climb: Sendable {
  /// Takes a step.
  ///
  /// - Parameters:
  ///   - place: θ, with its E-step.
  ///   - ground: The data, which counts how often it is gone through.
  /// - Throws: ``Collapse`` where EM's own step from here would degenerate a component.
  mutating func step(
    from place: ClimbingPlace<any LatentLabelModel>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<any LatentLabelModel>
}

/// θ with its E-step: q and L.
struct ClimbingPlace<Model: Sendable>: Sendable {
  var model: Model
  var expectation: Expectation

  /// L.
  var objective: Double { expectation.objective }
}

extension ClimbingPlace where Model: LatentLabelModel {
  /// The same, of a model of any type.
  var erased: ClimbingPlace<any LatentLabelModel> {
    ClimbingPlace<any LatentLabelModel>(model: model, expectation: expectation)
  }
}

/// The data under a climb, and how often it was gone through.
struct ClimbingGround {
  let points: PointSet
  let observed: ObservedLabels?
  let safeguard: Safeguard
  /// How many passes were made.
  private(set) var passes = 0

  init(points: PointSet, observed: ObservedLabels?, safeguard: Safeguard) {
    (self.points, self.observed, self.safeguard) = (points, observed, safeguard)
  }

  /// The E-step at θ: a pass.
  mutating func place<Model: LatentLabelModel>(at model: Model) -> ClimbingPlace<Model> {
    passes += 1
    return seen(model)
  }

  /// The E-step at θ as somebody who only watches the climb has it; it counts for nothing.
  func seen<Model: LatentLabelModel>(_ model: Model) -> ClimbingPlace<Model> {
    ClimbingPlace(
      model: model, expectation: model.expectation(over: points, observed: observed))
  }

  /// Counts a pass that was made block by block.
  mutating func countPass() { passes += 1 }

  /// EM's M-step from a place.
  func maximum<Model: LatentLabelModel>(
    from place: ClimbingPlace<Model>
  ) throws(Collapse) -> Model {
    try place.model.maximization(over: points, from: place.expectation, safeguard: safeguard)
  }

  /// Whether θ keeps what an M-step would keep: no component below the thresholds of a collapse or
  /// below the floor.
  func isFeasible(_ model: some LatentLabelModel) -> Bool {
    model.shapes.allSatisfy { shape in
      guard shape.weight >= 0, shape.centre.isFinite,
        shape.weight == 0 || shape.weight * points.totalWeight >= safeguard.leastMass
          || shape.outline == .everywhere
      else { return false }
      let share = 1 - 1e-9
      switch shape.outline {
      case .ellipse(let covariance):
        return safeguard.admit(covariance) != nil
          && safeguard.leastVariance(of: covariance) >= (safeguard.varianceFloor ?? 0) * share
      case .line(_, _, let deviation):
        return deviation * deviation >= (safeguard.residualFloor ?? 0) * share
      case .none, .everywhere: return true
      }
    }
  }
}

/// A climb that reads θ in coordinates.
protocol ChartedClimb: Climb {
  /// Takes a step; see ``Climb/step(from:on:)``.
  mutating func step<Model: ChartedModel>(
    from place: ClimbingPlace<Model>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<Model>
}

extension ChartedClimb {
  mutating func step(
    from place: ClimbingPlace<any LatentLabelModel>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<any LatentLabelModel> {
    guard let charted = place.model as? any ChartedModel else {
      preconditionFailure("a run takes only what suits its model")
    }
    return try step(opening: charted, place.expectation, on: &ground)
  }

  private mutating func step(
    opening model: some ChartedModel, _ expectation: Expectation, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<any LatentLabelModel> {
    try step(from: ClimbingPlace(model: model, expectation: expectation), on: &ground).erased
  }
}

/// A climb that needs sums, and coordinates without constraints.
protocol UnconstrainedClimb: Climb {
  /// Takes a step; see ``Climb/step(from:on:)``.
  mutating func step<Model: UnconstrainedModel>(
    from place: ClimbingPlace<Model>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<Model>
}

extension UnconstrainedClimb {
  mutating func step(
    from place: ClimbingPlace<any LatentLabelModel>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<any LatentLabelModel> {
    guard let model = place.model as? any UnconstrainedModel else {
      preconditionFailure("a run takes only what suits its model")
    }
    return try step(opening: model, place.expectation, on: &ground)
  }

  private mutating func step(
    opening model: some UnconstrainedModel, _ expectation: Expectation,
    on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<any LatentLabelModel> {
    try step(from: ClimbingPlace(model: model, expectation: expectation), on: &ground).erased
  }
}
