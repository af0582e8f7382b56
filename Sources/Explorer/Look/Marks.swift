/// The shapes that tell components apart without colour.
///
/// There are 17, a number that shares no factor with those of the colours, so that shape and colour
/// together tell every component apart. Each is one column wide on every terminal, and none is a
/// picture that some fonts have in colours.
enum Marks {
  private static let filled: [Character] = Array("●▲■◆★▼✚►◄▬▮◢◣◤◥✦▰")
  private static let hollow: [Character] = Array("○△□◇☆▽+▻◅▭▯◿◺◸◹✧▱")

  /// How many shapes there are.
  static var count: Int { filled.count }

  /// Every mark, but for what is a sign of text too.
  static let all = Set(filled + hollow + [unassigned, tied]).subtracting("+")

  /// The mark of component k: filled where the component is responsible for the point, hollow where
  /// none is for nine parts in ten.
  static func mark(_ k: Int, isDecided: Bool = true) -> Character {
    let set = isDecided ? filled : hollow
    return set[ComponentNumbers.of(k) % set.count]
  }

  /// The mark of points without a component.
  static let unassigned: Character = "•"

  /// The mark of points that several components have equal shares of.
  static let tied: Character = "◌"

  /// The mark of a place that a mean has left.
  static let left: Character = "×"

  /// The digit that names component k, from 1 on; after 9 a letter.
  static func name(_ k: Int) -> Character {
    let names = Array("123456789abcdefghijklmnopqrstuvwxyz")
    return names[ComponentNumbers.of(k) % names.count]
  }
}
