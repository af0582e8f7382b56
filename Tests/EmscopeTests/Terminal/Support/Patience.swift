/// How long a test waits for something: time counts only as far as the test has its turn, as other
/// tests may have both cores for a minute.
struct Patience {
  private var left: Duration
  private var last = ContinuousClock.now
  /// More than this between two looks was somebody else's turn.
  private static let longestLook = Duration.milliseconds(200)

  init(seconds: Double) { left = .seconds(seconds) }

  /// Whether it is worth another look.
  mutating func lasts() -> Bool {
    let now = ContinuousClock.now
    left -= min(last.duration(to: now), Self.longestLook)
    last = now
    return left > .zero
  }
}
