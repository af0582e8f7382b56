/// The M-step at hand: from θ⁽ᵗ⁾, under the posterior q at θ⁽ᵗ⁾, to θ⁽ᵗ⁺¹⁾.
public struct MaximizationStep: Sendable {
  /// How far a run is on its way.
  public enum Progress: Hashable, Sendable {
    /// The run stands at θ⁽ᵗ⁾ and has no q yet: an E-step comes first.
    case awaitsPosterior
    /// The run stands at θ⁽ᵗ⁾ with q, where the bound touches.
    case ahead
    /// The run stands at θ⁽ᵗ⁺¹⁾, still with the q of θ⁽ᵗ⁾.
    case taken
  }

  /// θ⁽ᵗ⁾.
  public let origin: any LatentLabelModel
  /// The E-step at θ⁽ᵗ⁾, whose q the step maximises under.
  public let expectation: Expectation
  /// θ⁽ᵗ⁺¹⁾.
  public let target: any LatentLabelModel
  /// Where the run stands.
  public let progress: Progress
}

extension Run {
  /// The M-step that was just taken, or else the one that comes next.
  ///
  /// - Throws: ``Collapse`` when the next M-step would degenerate a component.
  public func maximizationStep() throws(Collapse) -> MaximizationStep {
    if snapshot.next == .expectation, let origin = snapshot.posteriorModel, let posterior {
      return MaximizationStep(
        origin: origin, expectation: posterior, target: model, progress: .taken)
    }
    return MaximizationStep(
      origin: model, expectation: evaluation, target: try nextMaximum(),
      progress: posterior == nil ? .awaitsPosterior : .ahead)
  }

  /// The θ of the next M-step: from the history where it is known.
  private func nextMaximum() throws(Collapse) -> any LatentLabelModel {
    if case .collapsed(let collapse) = snapshot.status { throw collapse }
    let known = history[(cursor + 1)...].first { $0.iteration == snapshot.iteration + 1 }
    if let known { return known.model }
    return try model.maximization(over: points, from: evaluation, safeguard: safeguard)
  }
}
