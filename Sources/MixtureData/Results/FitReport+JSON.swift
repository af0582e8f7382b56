import MixtureEngine

extension FitReport {
  /// The report as one JSON object.
  ///
  /// Entry *t* of `logLikelihood` is L(θ⁽ᵗ⁾), θ after *t* iterations; entry 0 belongs to the start.
  /// Entry *t* of `lowerBound` is F(q⁽ᵗ⁾, θ⁽ᵗ⁾) with the q⁽ᵗ⁾ that the M-step of iteration *t*
  /// maximised over; before the first E-step there is no q, so entry 0 is `null`. The E-step of
  /// iteration *t* + 1 lifts the bound to L(θ⁽ᵗ⁾).
  ///
  /// - Parameter tables: ``Table/assignments`` and ``Table/responsibilities`` are added if asked for.
  public func json(with tables: Set<Table> = []) -> JSON {
    var members: [JSON.Member] = [
      .init("dataset", .string(dataSet.name)),
      .init("points", .integer(dataSet.points.count)),
      .init("skippedRows", .integer(dataSet.skippedRows)),
      .init("columns", .array([.string(dataSet.xName), .string(dataSet.yName)])),
      .init("model", .string(recipe.kind.name)),
      .init("covariance", recipe.structureName.map { .string($0) } ?? .null),
      .init("components", .integer(recipe.components)),
      .init("start", .string(start)),
      .init("seed", seed.map { .unsigned($0) } ?? .null),
      .init("iterations", .integer(run.snapshot.iteration)),
    ]
    let trace = iterations
    if isSoft {
      members.append(.init("logLikelihood", .numbers(trace.map(\.objective))))
      members.append(
        .init("lowerBound", .array(trace.map { $0.lowerBound.map { .number($0) } ?? .null })))
    } else {
      members.append(.init("distortion", .numbers(trace.map { -$0.objective })))
    }
    members.append(.init("status", .string(statusName)))
    if case .collapsed(let collapse) = run.snapshot.status {
      members.append(
        .init(
          "collapse",
          .object([
            .init("component", .integer(collapse.component)),
            .init("reason", .string("\(collapse.reason)")),
          ])))
    }
    if let observed = run.observed {
      members.append(.init("observedLabels", .integer(observed.count)))
      members.append(.init("heldLabels", .integer(observed.count)))
    }
    if let index = adjustedRandIndex {
      members.append(.init("adjustedRandIndex", .number(index)))
    }
    members.append(.init("parameters", parameters.json))
    if tables.contains(.assignments) {
      members.append(.init("assignments", .array(assignments.map { .integer($0) })))
    }
    if tables.contains(.responsibilities) {
      let q = responsibilities
      members.append(
        .init("responsibilities", .array((0..<q.pointCount).map { .numbers(q.row($0)) })))
    }
    return .object(members)
  }
}
