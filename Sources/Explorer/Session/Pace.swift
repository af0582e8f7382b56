import TerminalCanvas

/// Whether the run goes on by itself.
enum Pace: Hashable, Sendable {
  /// It waits for a key.
  case paused
  /// It takes an iteration at each tick.
  case running
  /// It iterates as fast as it can, until it is over.
  case toEnd
}

/// How fast a run goes by itself, in iterations a second.
struct Speed: Hashable, Sendable {
  private static let steps: [Double] = [0.5, 1, 2, 4, 8, 16, 32]
  private var index = 2

  /// The usual speed.
  init() {}

  /// The speed nearest to a number of iterations a second.
  init(nearest wish: Double) {
    index =
      Self.steps.indices.min { abs(Self.steps[$0] - wish) < abs(Self.steps[$1] - wish) } ?? index
  }

  /// Iterations a second.
  var iterationsPerSecond: Double { Self.steps[index] }

  /// Iterations a second, as text.
  var text: String { iterationsPerSecond.fixed(iterationsPerSecond < 1 ? 1 : 0) }

  /// How fast it goes, in words.
  var phrase: String { "\(text) iteration\(iterationsPerSecond == 1 ? "" : "s") a second" }

  /// The pause between two iterations.
  var interval: Duration { .milliseconds(Int(1000 / iterationsPerSecond)) }

  /// The next faster speed, if there is one.
  mutating func faster() { index = min(index + 1, Self.steps.count - 1) }

  /// The next slower speed, if there is one.
  mutating func slower() { index = max(index - 1, 0) }
}
