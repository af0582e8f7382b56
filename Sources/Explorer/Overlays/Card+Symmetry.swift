import MixtureEngine

extension Card {
  /// Why EM never separates identical components, and the ways out.
  static func symmetry(_ groups: [[Int]]) -> Card {
    let names = groups.map { group in
      group.map { String(Marks.name($0)) }.joined(separator: ", ")
    }
    return Card(
      title: "Identical components never separate",
      text: """
        Components \(names.joined(separator: "; and ")) have the same mean and the same \
        covariance. So the E-step finds them equally responsible for each point (but for their \
        weights), and the M-step gives them the same mean and covariance again. EM keeps every \
        symmetry that it begins with. The run has stopped at a saddle of L, not at a maximum.
        """,
      choices: [
        Choice("nudge them", "move each mean by a thousandth of the data's spread") {
          state throws(Notice) in try state.session.nudge()
        },
        Choice("another start", "choose a starting rule") { $0.openMenu(.starts($0.session)) },
        goingBack("one iteration"), staying,
      ])
  }
}
