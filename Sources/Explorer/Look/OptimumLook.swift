/// How an optimum is named and coloured, the same in every view.
enum OptimumLook {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let signs = Array("+*#%&=~^@$")

  /// The letter of an optimum: A for the best; signs for those beyond Z, over and over.
  static func letter(_ number: Int) -> Character {
    letters.indices.contains(number)
      ? letters[number] : signs[(number - letters.count) % signs.count]
  }

  /// What an optimum is on the screen.
  static func role(_ number: Int) -> Role { .optimum(number) }
}
