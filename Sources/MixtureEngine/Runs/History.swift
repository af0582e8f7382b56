import Synchronization

/// A list that only grows, and whose copies share what they have in common.
///
/// It is a value as an array is, but a copy that goes on costs no more than what is added to it: the
/// states of a session can all be kept, each with its whole history, for the price of the longest.
public struct History<Element: Sendable>: Sendable {
  /// The elements in their order, each chunk full but the last.
  @usableFromInline var chunks: [HistoryChunk<Element>] = []
  /// How many elements there are.
  public private(set) var count = 0

  /// An empty list.
  public init() {}

  /// Adds an element at the end.
  ///
  /// - Complexity: O(1) on average; a copy that another one has overtaken first copies a chunk.
  public mutating func append(_ element: Element) {
    let place = count % HistoryChunk<Element>.capacity
    if place == 0 { chunks.append(HistoryChunk()) }
    if !chunks[chunks.count - 1].claim(place) {
      chunks[chunks.count - 1] = HistoryChunk(copying: place, of: chunks[chunks.count - 1])
    }
    chunks[chunks.count - 1].fill(place, with: element)
    count += 1
  }

  /// Puts another element in the place of the last one.
  ///
  /// - Precondition: There is one.
  package mutating func replaceLast(with element: Element) {
    precondition(count > 0, "nothing can be replaced in an empty history")
    count -= 1
    if count % HistoryChunk<Element>.capacity == 0 { chunks.removeLast() }
    append(element)
  }

  /// Forgets all but the first elements.
  ///
  /// - Precondition: There are so many.
  package mutating func truncate(to length: Int) {
    precondition((0...count).contains(length), "a history is not made longer by forgetting")
    let capacity = HistoryChunk<Element>.capacity
    chunks.removeLast(chunks.count - (length + capacity - 1) / capacity)
    count = length
  }
}

extension History: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of elements.
  public var endIndex: Int { count }

  /// The element at a position, counted from 0.
  @inlinable public subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count, "no such place in the history")
    return chunks[position / HistoryChunk<Element>.capacity][
      position % HistoryChunk<Element>.capacity]
  }
}

extension History: ExpressibleByArrayLiteral {
  /// A list of these elements.
  public init(arrayLiteral elements: Element...) {
    for element in elements { append(element) }
  }
}

extension History {
  /// How many of the chunks are those of another list, not copies of them.
  package func sharedChunkCount(with other: History) -> Int {
    zip(chunks, other.chunks).count { $0 === $1 }
  }
}

/// A stretch of a history: places that are filled in their order, each once and for good.
///
/// Several histories may share it. Whichever comes first to a place claims it; a history reads no
/// further than it has itself claimed, or copied from one that had, so what is read never changes.
@usableFromInline final class HistoryChunk<Element: Sendable>: @unchecked Sendable {
  /// How many elements a chunk holds.
  @inlinable static var capacity: Int { 256 }

  @usableFromInline let elements: UnsafeMutablePointer<Element>
  private let claimed = Atomic(0)

  init() { elements = .allocate(capacity: Self.capacity) }

  /// A chunk that begins with the first elements of another.
  convenience init(copying count: Int, of other: HistoryChunk) {
    self.init()
    elements.initialize(from: other.elements, count: count)
    claimed.store(count + 1, ordering: .relaxed)
  }

  deinit {
    elements.deinitialize(count: claimed.load(ordering: .acquiring))
    elements.deallocate()
  }

  /// Takes the next place, unless another history has it already.
  func claim(_ place: Int) -> Bool {
    claimed.compareExchange(expected: place, desired: place + 1, ordering: .acquiringAndReleasing)
      .exchanged
  }

  /// Fills a place that was claimed.
  func fill(_ place: Int, with element: Element) {
    (elements + place).initialize(to: element)
  }

  @inlinable subscript(place: Int) -> Element { elements[place] }
}
