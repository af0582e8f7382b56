/// The shapes that tell components apart without colour.
enum Marks {
  private static let large: [Character] = ["●", "▲", "■", "◆", "★", "✚", "▼", "♥"]
  private static let small: [Character] = ["•", "▴", "▪", "⬩", "⋆", "+", "▾", "♡"]

  /// The mark of component k for a cell with this many points.
  static func mark(_ k: Int, count: Int) -> Character {
    let set = count > 2 ? large : small
    return set[k % set.count]
  }

  /// The mark of points without a component.
  static func unassigned(count: Int) -> Character {
    count > 2 ? "o" : "·"
  }

  /// The digit that names component k, from 1 on; after 9 a letter.
  static func name(_ k: Int) -> Character {
    let names = Array("123456789abcdefghijklmnopqrstuvwxyz")
    return names[k % names.count]
  }
}
