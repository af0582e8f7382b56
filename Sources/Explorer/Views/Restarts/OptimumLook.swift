/// How an optimum is named and coloured, the same in every view.
enum OptimumLook {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// The letter of an optimum: A for the best; `+` for those beyond Z.
  static func letter(_ number: Int) -> Character {
    letters.indices.contains(number) ? letters[number] : "+"
  }

  /// What an optimum is on the screen.
  static func role(_ number: Int) -> Role { .component(number) }
}
