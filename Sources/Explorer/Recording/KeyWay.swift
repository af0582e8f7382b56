import MixtureEngine
import TerminalCanvas

/// The keys that lead where a session is, whatever time did: what a run went through by itself is
/// steps.
struct KeyWay: Sendable {
  /// The keys.
  private(set) var keys = History<Key>()
  /// Why no keys alone lead there, if that is so.
  private(set) var obstacle: String?
  /// How many of the keys led to the picture that the latest menu or question was opened over.
  private(set) var bareCount = 0

  /// The keys that lead to the picture, without those that have since opened something over it, or
  /// end the program.
  var leading: [Key] { Array(keys.prefix(bareCount)) }

  /// Adds a key that was obeyed.
  ///
  /// - Parameters:
  ///   - isBare: Whether nothing lay over the picture before.
  ///   - before: How the run went before.
  ///   - after: How it goes now.
  mutating func press(_ key: Key, isBare: Bool, from before: Pace, to after: Pace) {
    if isBare { bareCount = keys.count }
    // Keys that only make a run go by itself, or hold it, take no step.
    let isPlay = Self.playing.contains(key) && (before == .running) != (after == .running)
    if !isPlay { keys.append(key) }
  }

  /// The keys that make a run go by itself, or hold it.
  private static let playing: Set<Key> = [WalkthroughMove.toggling, .enter]

  /// Adds an iteration that the run took by itself, on screen.
  mutating func iterate() { keys.append(.space) }

  /// Notes what no key does.
  mutating func block(_ reason: String) { obstacle = obstacle ?? reason }
}
