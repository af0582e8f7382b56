import MixtureEngine
import TerminalCanvas

extension StateNumber {
  /// The view of the restarts.
  static let ofRestarts: [StateNumber] = [
    StateNumber("starts.count", about: "how many starts the restarts have", ofRun: false) {
      $0.restarts { .count($0.runs.count) }
    },
    StateNumber("starts.collapsed", about: "how many of them collapsed", ofRun: false) {
      $0.restarts { .count($0.optima.collapsedCount) }
    },
    StateNumber("starts.best", about: "L, or J, of the best end", ofRun: false) {
      $0.optimum(0) { $0.shownObjective }
    },
    StateNumber("starts.best.count", about: "how many starts end there", ofRun: false) {
      $0.optimum(0) { .count($0.members.count) }
    },
    StateNumber("optima.count", about: "how many different ends there are", ofRun: false) {
      $0.restarts { .count($0.optima.all.count) }
    },
    StateNumber("optima.most.count", about: "how many starts the most common has", ofRun: false) {
      $0.restarts { .count($0.optima.all.map(\.members.count).max() ?? 0) }
    },
    StateNumber("optima.n.count", about: "how many starts the n-th best has", ofRun: false) {
      place in place.optimum(place.first) { .count($0.members.count) }
    },
    StateNumber("optima.n.value", about: "L, or J, of the n-th best", ofRun: false) { place in
      place.optimum(place.first) { $0.shownObjective }
    },
  ]

  /// The view of the choice of K.
  static let ofChoice: [StateNumber] =
    [
      StateNumber(
        "choice.K.logLikelihood", about: "L of the best fit of K components", ofRun: false
      ) { $0.choice(\.logLikelihood) { $0.fixed(3, in: 10) } },
      StateNumber("choice.K.distortion", about: "J of the best fit of K", ofRun: false) { place in
        place.choice { rows in
          rows.first { $0.components == place.indices[0] }?.best?.distortion.read(
            else: noLikelihood
          ) { $0.significant(9) }
            ?? .missing("there is no fit of K = \(place.indices[0])")
        }
      },
      StateNumber("choice.K.BIC", about: "its BIC", ofRun: false) {
        $0.choice(\.bic) { $0.fixed(2, in: 9) }
      },
      StateNumber("choice.K.AIC", about: "its AIC", ofRun: false) {
        $0.choice(\.aic) { $0.fixed(2, in: 9) }
      },
      StateNumber("choice.K.ICL", about: "its ICL", ofRun: false) {
        $0.choice(\.icl) { $0.fixed(2, in: 9) }
      },
      StateNumber("choice.K.parameters", about: "its free parameters", ofRun: false) {
        $0.choice({ Double($0.freeParameterCount) }) { $0.fixed(0) }
      },
    ]
    + [("BIC", \InformationCriteria.bic), ("AIC", \.aic), ("ICL", \.icl)].map { name, criterion in
      let position = (criterion, name)
      return StateNumber("choice.\(name)", about: "the K that \(name) chooses", ofRun: false) {
        $0.choiceOfK { $0.best(by: position.0).map { .count($0) } ?? .missing("no fit is done") }
      }
    }

  /// The view of the choice of a start, centre by centre.
  static let ofSeeding: [StateNumber] = [
    StateNumber("seeding.count", about: "how many centres are chosen", ofRun: false) {
      $0.seeding { .count($0.count) }
    },
    StateNumber(
      "seeding.chance", about: "the inspected point's chance to be the next centre", ofRun: false
    ) { place in
      place.seeding { .known($0.draw.chances[place.state.inspected]) { $0.significant(4) } }
    },
    StateNumber("seeding.chance.n", about: "that of point n", ofRun: false) { place in
      place.seeding { moment in
        guard moment.draw.chances.indices.contains(place.first) else { return place.noPoint }
        return .known(moment.draw.chances[place.first]) { $0.significant(4) }
      }
    },
    StateNumber(
      "seeding.squaredDistance", about: "D² of the inspected point", ofRun: false
    ) { $0.squaredDistance($0.state.inspected) },
    StateNumber("seeding.squaredDistance.n", about: "D² of point n", ofRun: false) {
      $0.squaredDistance($0.first)
    },
    StateNumber(
      "seeding.squaredDistance.sum", about: "D² of all points together", ofRun: false
    ) { place in
      place.seeding { moment in
        guard let distances = moment.draw.squaredDistances else { return .missing(noCentre) }
        return .known(distances.reduce(0, +)) { $0.significant(5) }
      }
    },
  ]

  static let noCentre = "no centre is chosen yet"
}
