/// Labels that are known for some of the points: there the E-step has nothing to infer.
public struct ObservedLabels: Hashable, Sendable {
  /// The known component of each point, or `nil` where it is missing.
  public private(set) var labels: [UInt8?]

  /// Labels by point, `nil` where missing.
  public init(_ labels: [UInt8?]) {
    self.labels = labels
  }

  /// The known label of point `n`, if any.
  public subscript(n: Int) -> Int? {
    get { labels[n].map(Int.init) }
    set { labels[n] = newValue.map(UInt8.init) }
  }

  /// How many points have a known label.
  public var count: Int { labels.lazy.filter { $0 != nil }.count }
}
