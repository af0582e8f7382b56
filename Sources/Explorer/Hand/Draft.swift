import MixtureEngine

/// What is placed by hand: the means of a start, the points, and labels for some of them.
struct Draft: Sendable {
  /// The means, one for each component.
  var means: [Point]
  /// The data, with points added and removed.
  private(set) var data: DataSet
  /// The labels that EM will be told, `nil` for points whose label stays hidden.
  private(set) var labels: [UInt8?]
  /// Whether points were added or removed.
  private(set) var hasOtherPoints = false

  /// A draft that equals what is on screen.
  init(means: [Point], data: DataSet, observed: ObservedLabels?) {
    self.means = means
    self.data = data
    labels = observed?.labels ?? [UInt8?](repeating: nil, count: data.points.count)
  }

  /// The labels as EM wants them, or `nil` when none is given.
  var observed: ObservedLabels? {
    labels.contains { $0 != nil } ? ObservedLabels(labels) : nil
  }

  /// Adds a point without a label; it becomes the last one.
  mutating func add(_ point: Point) {
    data.add(point)
    labels.append(nil)
    hasOtherPoints = true
  }

  /// Removes point `n`.
  mutating func removePoint(_ n: Int) {
    data.remove(n)
    labels.remove(at: n)
    hasOtherPoints = true
  }

  /// Removes the mean of component `k`; labels follow their components, those of `k` are dropped.
  mutating func removeMean(_ k: Int) {
    means.remove(at: k)
    for n in labels.indices {
      guard let label = labels[n], label >= k else { continue }
      labels[n] = label == k ? nil : label - 1
    }
  }

  /// Gives point `n` a label, or takes it away.
  mutating func setLabel(_ label: Int?, of n: Int) { labels[n] = label.map { UInt8($0) } }
}
