import MixtureEngine

/// What can be done in the view of the restarts, and what it is told.
public enum RestartsAction: Sendable {
  /// Another optimum.
  case previous, next
  /// The optimum on a line of the table.
  case select(Int)
  /// Another number of runs.
  case more, fewer
  /// A run that ends in the chosen optimum, at its start.
  case open
  /// The runs that an interruption left undone.
  case resume
  /// What the runs of a plan have come to so far.
  case found(Restarts, for: RestartPlan)
}

/// The view of the restarts.
struct RestartsState: Sendable {
  /// The numbers of runs that can be chosen.
  private static let counts = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

  /// How many runs, R.
  private(set) var count = 100
  /// The chosen optimum, counted from 0 for the best.
  private(set) var selection = 0
  /// The seed of a run that was opened from here, and the first seed of the runs it was among.
  private var opened: (seed: UInt64, first: UInt64)?
  /// The runs.
  var pursuit = Pursuit<RestartPlan, Restarts>()

  /// The optima found so far.
  var optima: [Optimum] { pursuit.answer?.optima.all ?? [] }

  /// The first seed of the runs: the present one, unless that came from opening one of them.
  func firstSeed(at seed: UInt64) -> UInt64 {
    if let opened, opened.seed == seed { opened.first } else { seed }
  }

  /// Stays with the same runs while one of them is looked at.
  mutating func keepFirstSeed(whileAt seed: UInt64) {
    if let first = pursuit.question?.firstSeed { opened = (seed, first) }
  }

  /// Chooses an optimum, as far as there are any.
  mutating func select(_ number: Int) { selection = max(0, min(number, optima.count - 1)) }

  /// More runs, or fewer.
  mutating func change(by step: Int) {
    let index = Self.counts.firstIndex(of: count) ?? 0
    count = Self.counts[min(max(0, index + step), Self.counts.count - 1)]
  }
}
