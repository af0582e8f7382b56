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

  /// Whether there are steps among the keys that the run took by itself.
  private var hasIterated = false
  /// How the run went before the last key, where that may have done no more than make it go by itself
  /// or hold it.
  private var paceBefore: Pace?

  /// Adds a key.
  ///
  /// - Parameters:
  ///   - isBare: Whether nothing lies over the picture.
  ///   - pace: How the run goes.
  mutating func press(_ key: Key, isBare: Bool, at pace: Pace) {
    settle(at: pace)
    if isBare { bareCount = keys.count }
    keys.append(key)
    paceBefore = Self.playing.contains(key) ? pace : nil
  }

  /// Adds an iteration that the run takes by itself, on screen.
  mutating func iterate() {
    settle(at: .running)
    keys.append(.space)
    hasIterated = true
  }

  /// Notes that something is taken back, or done again: a run that went by itself is one thing then,
  /// and steps are many.
  mutating func takeBack() {
    if hasIterated { block("a run went by itself before U or R") }
  }

  /// Drops the last key where it has only made the run go by itself, or held it: that is no step.
  private mutating func settle(at pace: Pace) {
    if let paceBefore, (paceBefore == .running) != (pace == .running) {
      keys.truncate(to: keys.count - 1)
    }
    paceBefore = nil
  }

  /// The keys that make a run go by itself, or hold it.
  private static let playing: Set<Key> = [WalkthroughMove.toggling, .enter]

  /// Notes what no key does.
  mutating func block(_ reason: String) { obstacle = obstacle ?? reason }
}
