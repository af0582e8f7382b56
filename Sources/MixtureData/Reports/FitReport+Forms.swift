import MixtureEngine

extension FitReport {
  /// The report for people: data and model, the components, how it ended, and further tables.
  ///
  /// Numbers are rounded and components counted from 1, as on the screen; JSON and CSV have all
  /// digits and count from 0.
  public var text: String {
    var lines = [heading, "", componentTable.flush, ending]
    if let spuriousSentence { lines.append(spuriousSentence) }
    lines += stationaritySentences
    if let heldOut {
      let seen = run.snapshot.objective / run.points.totalWeight
      lines.append(
        "Per point: \((isSoft ? seen : -seen).significant(6)), and "
          + "\(heldOut.significant(6)) over the points that were held out.")
    }
    if let index = adjustedRandIndex {
      let labels = run.observed == nil ? "known labels" : "labels that were not observed"
      lines.append("Adjusted Rand index against the \(labels): \(index.significant(4)).")
    }
    for table in Table.allCases where tables.contains(table) && table != .parameters {
      lines += ["", self.table(table).rounded(to: 10).flush]
    }
    return lines.document
  }

  /// Data, model and start in two lines, and one for each note.
  var heading: String {
    dataSet.heading + "\n\(recipe.modelText), start \(startText)"
      + (run.observed.map { ", \($0.count) labels observed" } ?? "")
  }

  /// The start in words, with what its rule has spent on it.
  private var startText: String {
    guard let seed else { return start }
    let spent = run.startIterations
    return "\(recipe.startText) seed \(seed)"
      + (spent > 0 ? " after \(spent) iteration\(spent == 1 ? "" : "s") of its own" : "")
  }

  /// How the run ended, in one sentence.
  var ending: String {
    let snapshot = run.snapshot
    let prior = snapshot.logPrior.map {
      ", with the prior \(snapshot.climbed.significant(10)) (log p(θ) \($0.significant(6)))"
    }
    let value =
      isSoft
      ? "log-likelihood \(snapshot.objective.significant(10))\(prior ?? "")"
      : "distortion \((-snapshot.objective).significant(10))"
        + (recipe.goesByScores ? " of the z-scores" : "")
    let passes =
      run.algorithm == .em
      ? ""
      : " of \(run.algorithm.title) (\(snapshot.passes) "
        + "pass\(snapshot.passes == 1 ? "" : "es") over the data)"
    let after =
      "after \(snapshot.iteration) iteration\(snapshot.iteration == 1 ? "" : "s")\(passes)"
    switch snapshot.status {
    case .converged:
      let twins = run.model.twins.first.map {
        " at a saddle, where components "
          + $0.map { "\($0 + 1)" }.enumeration
          + " are identical"
      }
      return "Converged \(after)\(twins ?? ""): \(value)."
    case .running, .iterationLimit: return "Stopped at the limit \(after): \(value)."
    case .collapsed(let collapse):
      let reason =
        switch collapse.reason {
        case .singularCovariance: "its covariance would become singular"
        case .noMass: "no point is left to it"
        }
      return "Component \(collapse.component + 1) collapsed \(after) (\(reason)): \(value)."
    }
  }

  private var componentTable: TextTable {
    let parameters = parameters
    let matrix = parameters.particulars.kind == .studentT ? "scale" : "cov"
    if let coins = parameters.particulars.headProbabilities {
      return TextTable(
        ["coin", "weight", "P(heads)", "mean"], count: coins.count
      ) { k in
        [
          "\(k + 1)", parameters.weights[k].significant(6), coins[k].significant(6),
          parameters.means[k].x.significant(6),
        ]
      }
    }
    if parameters.dimension == 1 {
      return TextTable(
        ["component", "weight", "mean", matrix == "scale" ? "squared scale" : "variance"],
        count: parameters.weights.count
      ) { k in
        ["\(k + 1)", parameters.weights[k].significant(6), parameters.means[k].x.significant(6)]
          + [parameters.covariances[k].map { $0.xx.significant(6) } ?? ""]
      }
    }
    return TextTable(
      ["component", "weight", "mean x", "mean y"] + ["xx", "xy", "yy"].map { "\(matrix) \($0)" },
      count: parameters.weights.count
    ) { k in
      let mean = parameters.means[k]
      let covariance = parameters.covariances[k].map { [$0.xx, $0.xy, $0.yy] }
      return ["\(k + 1)"]
        + [parameters.weights[k], mean.x, mean.y].map { $0.significant(6) }
        + (covariance?.map { $0.significant(6) } ?? ["", "", ""])
    }
  }
}

extension FitReport {
  /// The report as one JSON object.
  ///
  /// Entry *t* of `logLikelihood` is L(θ⁽ᵗ⁾), θ after *t* iterations; entry 0 belongs to the start.
  /// Entry *t* of `lowerBound` is F(q⁽ᵗ⁾, θ⁽ᵗ⁾) with the q⁽ᵗ⁾ that the M-step of iteration *t*
  /// maximised over; before the first E-step there is no q, so entry 0 is `null`. The E-step of
  /// iteration *t* + 1 lifts the bound to L(θ⁽ᵗ⁾).
  ///
  /// The tables ``Table/assignments`` and ``Table/responsibilities`` are added if asked for.
  public var json: JSON {
    var members = recipe.members(over: dataSet)
    members += [
      .init("components", .integer(recipe.components)),
      .init("start", .string(start)),
      .init("seed", seed.map { .unsigned($0) } ?? .null),
    ]
    members += recipe.startMembers
    members += [
      .init("startIterations", .integer(run.startIterations)),
      .init("iterations", .integer(run.snapshot.iteration)),
    ]
    if isSoft {
      members += [
        .init("algorithm", .string(run.algorithm.name)),
        .init("passes", .integer(run.snapshot.passes)),
      ]
    }
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
    members.append(.init("freeParameters", .integer(run.model.freeParameterCount)))
    if let criteria {
      members += [
        .init("bic", .number(criteria.bic)), .init("aic", .number(criteria.aic)),
        .init("icl", .number(criteria.icl)),
      ]
    }
    if let heldOut { members.append(.init("heldOut", .number(heldOut))) }
    members += stationarityMembers
    members += flawMembers
    if let floor = run.safeguard.varianceFloor {
      members.append(.init("variance_floor", .number(floor)))
    }
    members += priorMembers
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

extension FitReport {
  /// The prior, and log p(θ) at the end, where the run has one.
  private var priorMembers: [JSON.Member] {
    guard let prior = run.safeguard.prior(of: run.model), let logPrior = run.snapshot.logPrior
    else {
      return []
    }
    return [.init("prior", prior.json), .init("logPrior", .number(logPrior))]
  }
}
