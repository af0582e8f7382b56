import MixtureEngine
import TerminalCanvas

extension View {
  /// The choice of a start, centre by centre.
  static let seeding = View(
    "seeding", "seeding: a start chosen centre by centre", at: .screen,
    bindings: [
      Binding(
        [.space, .character("n"), .character("l"), .right, .pageDown],
        "choose a further centre; EM begins after the last",
        hint: Hint(1) {
          $0.seedingMoment.map { $0.isComplete ? "begin EM" : "next centre" }
        }
      ) { state throws(Notice) in try state.seedOn() },
      Binding(
        [.character("e")], "half of that: distances, then the draw",
        hint: Hint(2) { $0.seedingMoment.flatMap { $0.isComplete ? nil : "half of it" } }
      ) { state throws(Notice) in try state.seedOn(half: true) },
      Binding(
        [.left, .character("p"), .character("h"), .pageUp, .backspace],
        "without the latest centre",
        hint: Hint(3) { $0.seedingMoment.flatMap { $0.position == 0 ? nil : "centre back" } }
      ) { state throws(Notice) in try state.seedBack() },
      choosing(.up, "a likelier point; or click", by: 1),
      choosing(.down, "an unlikelier point", by: -1),
      Binding(
        [.tab], "every point in turn",
        hint: Hint(5) { $0.data.points.count > 1 ? "next" : nil }
      ) { state throws(Notice) in try state.inspect(next: 1) },
      Binding([.backTab], "every point in reverse") { state throws(Notice) in
        try state.inspect(next: -1)
      },
      Binding(
        [.enter, .character("r")], "begin EM from these centres; or take a start that has them",
        hint: Hint(1) {
          $0.seedingMoment.map { $0.isComplete ? "begin EM" : nil } ?? "take k-means++"
        }
      ) { state throws(Notice) in try state.beginFromSeeding() },
      Binding([.character("g"), .character("0"), .home], "no centre, as at first") {
        state throws(Notice) in try state.seedToEnd(false)
      },
      Binding([.character("G"), .end], "all centres at once") { state throws(Notice) in
        try state.seedToEnd(true)
      },
    ],
    pictureHints: hintsAwayFromTheRun, showsRun: false, status: { $0.seedingStatus },
    plotClicked: { $0.inspect(at: $1, near: $2) },
    plots: { [SeedingPane.parts(of: $0).plot] },
    told: Telling(otherNames: ["centres"]) { state, _ in state.seedingPane.told }
  ) { $0.seedingPane.frame(size: $1) }
}

extension View {
  private static func choosing(_ key: Key, _ help: String, by step: Int) -> Binding {
    Binding(
      [key], help,
      hint: Hint(4) {
        $0.data.points.count <= 10_000 && $0.point(byChance: step) != nil ? "by chance" : nil
      }
    ) { state throws(Notice) in
      guard state.seedingMoment != nil else { throw .idle(state.absenceOfSeeding) }
      guard let point = state.point(byChance: step) else {
        throw .idle("No point is \(step > 0 ? "likelier" : "less likely") than this one.")
      }
      state.inspect(point)
    }
  }
}

extension AppState {
  fileprivate var seedingPane: SeedingPane {
    let first = session.course.first
    return SeedingPane(
      data: data, moment: seedingMoment, title: first.originText, absence: absenceOfSeeding,
      start: first.start?.components.map(\.mean) ?? [], inspected: inspected,
      axes: axes, theme: screen.theme)
  }

  fileprivate var seedingStatus: String? {
    guard let moment = seedingMoment else {
      return "Enter takes k-means++, which goes centre by centre; i has farthest-first, too"
    }
    if moment.isComplete { return "all centres are chosen: space or Enter begins EM from here" }
    let next = moment.count + 1
    if moment.latest != nil { return "next: D² of each point to its nearest centre" }
    return moment.trace.method == .farthest && moment.count > 0
      ? "next: centre \(next), the farthest point" : "next: draw centre \(next)"
  }
}
