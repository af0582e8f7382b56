import MixtureEngine

/// Bytes that are nearly right: a good file with a few things broken.
public struct Mutation {
  private var generator: SeededGenerator
  private let scraps: [[UInt8]]
  private static let usual = [
    "NaN", "inf", "-1e999", "1e-320", "99999999999999999999", "\"", "\u{0}", "\u{1B}[2J", "\n",
    ",,,", ";", "\t", "[[", "]]", "{", "}", "=", "null", "é", "\u{FEFF}", "-",
  ]

  /// The same changes for the same seed.
  ///
  /// - Parameter scraps: What is put in beside the scraps that break any format.
  public init(seed: UInt64, scraps: [String] = []) {
    generator = SeededGenerator(seed: seed)
    self.scraps = (Self.usual + scraps).map { Array($0.utf8) }
  }

  /// The bytes with one to eight changes: bytes replaced, removed, repeated, scraps put in.
  public mutating func change(_ bytes: [UInt8]) -> [UInt8] {
    var changed = bytes
    for _ in 0...generator.index(below: 8) {
      let place = generator.index(below: changed.count + 1)
      switch generator.index(below: 5) {
      case 0 where place < changed.count: changed[place] = UInt8(generator.index(below: 256))
      case 1:
        let end = min(changed.count, place + 1 + generator.index(below: 40))
        changed.removeSubrange(place..<end)
      case 2:
        let end = min(changed.count, place + generator.index(below: 40))
        changed.insert(contentsOf: Array(changed[place..<end]), at: place)
      case 3: changed = Array(changed[..<place])
      default:
        changed.insert(contentsOf: scraps[generator.index(below: scraps.count)], at: place)
      }
    }
    return changed
  }
}
