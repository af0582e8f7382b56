/// What one core does with runs before it looks up again.
struct RunTurn {
  /// What the runs have in common.
  let terms: RunTerms
  /// How many lanes may be used.
  let mostLanes: Int
  /// What is left of the turn, in points × components × iterations.
  var left: Int
  /// The runs that ended.
  private(set) var ended: [(Int, Outcome)] = []

  /// A turn of this length.
  init(terms: RunTerms, mostLanes: Int, left: Int) {
    self.terms = terms
    self.mostLanes = mostLanes
    self.left = left
  }

  /// Takes runs and iterates them until the turn is over; those that go on are put back.
  mutating func take(from queue: RunQueue) {
    while left > 0, !Task.isCancelled, let next = queue.next() {
      switch next {
      case .ended(let number, let outcome): ended.append((number, outcome))
      case .run(let entry):
        guard mostLanes > 1, terms.algorithm == .em, let form = GaussianLanes.Form(of: entry.stage),
          let lanes = GaussianLanes(for: form, under: terms)
        else {
          finish(entry)
          continue
        }
        share(lanes, beginningWith: entry, queue)
      }
    }
  }

  /// Iterates runs side by side, filling lanes again whose run has ended.
  private mutating func share(
    _ lanes: borrowing GaussianLanes, beginningWith first: RunQueue.Entry, _ queue: RunQueue
  ) {
    let count = min(lanes.count, mostLanes)
    var numbers = [Int?](repeating: nil, count: count)
    var next: RunQueue.Entry? = first
    while left > 0, !Task.isCancelled {
      var areFull = true
      for lane in 0..<count where numbers[lane] == nil {
        guard let entry = next ?? taken(for: lanes.form, from: queue),
          let mixture = entry.stage.model as? GaussianMixture
        else {
          areFull = false
          break
        }
        next = nil
        lanes.put(mixture, after: entry.stage.iterations, into: lane)
        numbers[lane] = entry.number
      }
      let busy = numbers.count { $0 != nil }
      // So few are over sooner one by one.
      if !areFull, busy <= lanes.count * 3 / 8 { break }
      left -= lanes.advance(Self.atOnce) * busy * lanes.form.components * terms.points.count
      for lane in 0..<count {
        guard let number = numbers[lane], let end = lanes.end(of: lane) else { continue }
        numbers[lane] = nil
        let (mixture, iterations) = lanes.take(lane)
        switch end {
        case .over(let status, let objective):
          let outcome = Outcome(
            model: mixture, objective: objective, iterations: iterations, status: status)
          ended.append((number, outcome))
        case .alone(let before):
          finish(
            RunQueue.Entry(
              number: number,
              stage: RunStage(model: mixture, iterations: iterations, before: before)))
        }
      }
    }
    let rest = numbers.indices.compactMap { lane in
      numbers[lane].map { number in
        let (mixture, iterations) = lanes.take(lane)
        return RunQueue.Entry(
          number: number, stage: RunStage(model: mixture, iterations: iterations))
      }
    }
    if left > 0 {
      for entry in rest { finish(entry) }
    } else {
      queue.putBack(rest)
    }
  }

  /// How many iterations are done before it is asked whether the task is cancelled.
  private static let atOnce = 32

  /// The next run of a form, or `nil` where one of another form comes first.
  private mutating func taken(
    for form: GaussianLanes.Form, from queue: RunQueue
  ) -> RunQueue.Entry? {
    while left > 0, let next = queue.next() {
      switch next {
      case .ended(let number, let outcome): ended.append((number, outcome))
      case .run(let entry):
        if GaussianLanes.Form(of: entry.stage) == form { return entry }
        queue.putBack([entry])
        return nil
      }
    }
    return nil
  }

  /// Iterates a run alone until it is over; nothing when the task is cancelled first.
  private mutating func finish(_ entry: RunQueue.Entry) {
    guard let outcome = Outcome(from: entry.stage, under: terms) else { return }
    ended.append((entry.number, outcome))
    let (points, components) = (terms.points.count, entry.stage.model.componentCount)
    left -= (outcome.iterations - entry.stage.iterations + 1) * points * components
  }
}

extension GaussianLanes.Form {
  /// The form of a run's model, or `nil` where it is to go on alone.
  init?(of stage: RunStage) {
    guard let mixture = stage.model as? GaussianMixture, stage.before == nil else { return nil }
    self.init(components: mixture.componentCount, structure: mixture.structure)
  }
}
