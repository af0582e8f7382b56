import MixtureEngine

/// The seeds of many runs, which stay while one of the runs is looked at.
struct KeptSeeds: Sendable {
  /// The seed of a run that was opened, and the first seed of the runs it was among.
  private var opened: (seed: UInt64, first: UInt64)?

  /// The first seed of the runs: the present one, unless that came from opening one of them.
  func first(at seed: UInt64) -> UInt64 {
    if let opened, opened.seed == seed { opened.first } else { seed }
  }

  /// Stays with the same runs while one of them is looked at.
  mutating func keep(_ first: UInt64, whileAt seed: UInt64) { opened = (seed, first) }
}
