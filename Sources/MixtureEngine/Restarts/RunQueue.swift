import Synchronization

/// The runs that wait for a core: those that are yet to begin, and those that were put back.
final class RunQueue: Sendable {
  /// A run and how far it has come.
  struct Entry: Sendable {
    let number: Int
    let stage: RunStage
  }

  /// What comes next.
  enum Next {
    case run(Entry)
    case ended(Int, Outcome)
  }

  private struct Waiting {
    var putBack: [Entry] = []
    var next = 0
  }

  private let count: Int
  private let beginning: @Sendable (Int) -> RunBeginning
  private let waiting = Mutex(Waiting())

  /// A queue of so many runs that are yet to begin.
  init(count: Int, from beginning: @escaping @Sendable (Int) -> RunBeginning) {
    self.count = count
    self.beginning = beginning
  }

  /// Whether no run waits.
  var isEmpty: Bool { waiting.withLock { $0.putBack.isEmpty && $0.next >= count } }

  /// The next run: one that was put back, else one that begins; `nil` where none waits.
  func next() -> Next? {
    let (entry, number): (Entry?, Int) = waiting.withLock {
      if let entry = $0.putBack.popLast() { return (entry, 0) }
      $0.next += 1
      return (nil, $0.next - 1)
    }
    if let entry { return .run(entry) }
    guard number < count else { return nil }
    switch beginning(number) {
    case .model(let model): return .run(Entry(number: number, stage: RunStage(model: model)))
    case .collapsed(let outcome): return .ended(number, outcome)
    }
  }

  /// Lets runs wait again that have not ended.
  func putBack(_ entries: [Entry]) {
    waiting.withLock { $0.putBack += entries }
  }
}
