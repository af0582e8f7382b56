import MixtureEngine
import TerminalCanvas

extension View {
  /// Two runs in lock-step.
  static let race = View(
    "race", "the race of two runs", at: .screen,
    bindings: [
      Binding(
        [.character("O")], "choose the other run", hint: Hint(4, "choose the other run"),
        opening: { .rivals($0.session) }),
      Binding(
        [.tab], "let the keys act on the other run", hint: Hint(5, "change sides")
      ) { state throws(Notice) in
        guard state.session.race != nil else {
          throw .idle("There is no other run: O chooses one.")
        }
        state.session.changeSides()
      },
    ],
    pictureHints: [
      (.space, Hint(1) { !$0.session.canStep ? nil : $0.session.isLevel ? "step both" : "step" }),
      (.left, Hint(2) { $0.session.isAtStart ? nil : "back" }),
      (.character("G"), Hint(3) { $0.session.isOver ? nil : "to the end" }),
      (.character("1"), Hint(6, "plot")),
      (.character("?"), Hint(7, "help")),
    ],
    opened: { state throws(Notice) in try state.session.enterRace() },
    closed: { $0.session.leaveRace() },
    plots: RacePane.plots,
    told: Telling { state, _ in
      state.racePane?.told ?? Told("There is no other run yet: 7 begins one.")
    }
  ) { $0.racePane?.frame(size: $1) ?? Frame(size: $1) }
}

extension AppState {
  /// Both runs side by side.
  var racePane: RacePane? {
    guard let race = session.race else { return nil }
    let (left, right) =
      race.isRivalLeft ? (race.rival, session.course) : (session.course, race.rival)
    func lane(_ course: Course, numbers: [Int] = []) -> RaceLane {
      RaceLane(
        stage: course.last, plot: plotPane(of: course), numbers: numbers,
        countsPasses: left.last.run.algorithm != right.last.run.algorithm, theme: screen.theme)
    }
    return RacePane(
      left: lane(left), right: lane(right, numbers: race.numbers(left: left, right: right)),
      actsLeft: !race.isRivalLeft, theme: screen.theme)
  }
}
