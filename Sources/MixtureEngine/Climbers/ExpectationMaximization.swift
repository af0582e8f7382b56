/// EM itself: q at θ, then the θ that maximises the bound.
struct ExpectationMaximization: Climb {
  func step(
    from place: ClimbingPlace<any LatentLabelModel>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<any LatentLabelModel> {
    func step(
      _ model: some LatentLabelModel
    ) throws(Collapse) -> ClimbingPlace<any LatentLabelModel> {
      let place = ClimbingPlace(model: model, expectation: place.expectation)
      return ground.place(at: try ground.maximum(from: place)).erased
    }
    return try step(place.model)
  }
}

/// Classification EM: every point goes wholly to its most responsible component, the lowest where
/// several are, and M follows from these labels.
struct ClassificationClimb: ChartedClimb {
  func step<Model: ChartedModel>(
    from place: ClimbingPlace<Model>, on ground: inout ClimbingGround
  ) throws(Collapse) -> ClimbingPlace<Model> {
    let hard = Responsibilities(
      labels: place.expectation.labels, componentCount: place.model.componentCount)
    return ground.place(
      at: try place.model.maximization(
        over: ground.points, responsibilities: hard, safeguard: ground.safeguard))
  }
}
