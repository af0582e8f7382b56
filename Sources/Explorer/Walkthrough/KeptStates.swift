/// The states of a program as a session is played again, to be gone through afterwards.
///
/// Each is kept at rest. Of a very long session every second state is kept, or every fourth, so that
/// its length doesn't matter to the memory.
public struct KeptStates: Sendable {
  /// The states, the first and the last among them.
  public var states: [Exploration] { kept + (isLastKept ? [] : [last]) }
  /// The state that was added last.
  public private(set) var last: Exploration
  private var kept: [Exploration]
  private let most: Int
  /// How many states each kept one stands for.
  private var stride = 1
  private var passedOver = 0

  /// Begins with a state.
  ///
  /// - Parameters:
  ///   - first: The state.
  ///   - most: How many states are kept at most, beside the last one; an even number.
  public init(_ first: Exploration, most: Int = 20_000) {
    last = first.resting
    kept = [last]
    self.most = most
  }

  private var isLastKept: Bool { passedOver == 0 }

  /// Adds a state.
  public mutating func add(_ state: Exploration) {
    last = state.resting
    passedOver = (passedOver + 1) % stride
    guard passedOver == 0 else { return }
    if kept.count == most {
      kept = kept.indices.filter { $0.isMultiple(of: 2) }.map { kept[$0] }
      stride *= 2
    }
    kept.append(last)
  }
}
