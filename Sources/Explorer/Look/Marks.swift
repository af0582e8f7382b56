/// The shapes that tell components apart without colour.
///
/// There are seven, where the colours are eight: shape and colour together tell 56 apart.
enum Marks {
  private static let filled: [Character] = ["●", "▲", "■", "◆", "★", "▼", "✚"]
  private static let hollow: [Character] = ["○", "△", "□", "◇", "☆", "▽", "+"]

  /// Every mark, but for what is a sign of text too.
  static let all = Set(filled + hollow + [unassigned, tied]).subtracting("+")

  /// The mark of component k: filled where the component is responsible for the point, hollow where
  /// none is for nine parts in ten.
  static func mark(_ k: Int, isDecided: Bool = true) -> Character {
    let set = isDecided ? filled : hollow
    return set[k % set.count]
  }

  /// The mark of points without a component.
  static let unassigned: Character = "•"

  /// The mark of points that several components have equal shares of.
  static let tied: Character = "◌"

  /// The digit that names component k, from 1 on; after 9 a letter.
  static func name(_ k: Int) -> Character {
    let names = Array("123456789abcdefghijklmnopqrstuvwxyz")
    return names[k % names.count]
  }
}

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
