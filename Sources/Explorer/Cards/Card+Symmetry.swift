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
        Choice(
          remedy: .nudge, name: "nudge them",
          consequence: "move each mean by a thousandth of the data's spread"),
        Choice(
          remedy: .anotherStart, name: "another start", consequence: "choose a starting rule"),
        Choice(remedy: .back, name: "go back", consequence: "one iteration"),
        Choice(
          remedy: .leave, name: "stay here", consequence: "close this and look; nothing changes"),
      ])
  }
}
