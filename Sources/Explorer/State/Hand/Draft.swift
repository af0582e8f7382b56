import MixtureEngine

/// What is placed by hand: the means of a start, the points, and labels for some of them.
struct Draft: Sendable {
  /// The means, one for each component.
  var means: [Point]
  /// The data, with points added and removed.
  private(set) var data: ExploredData
  /// The labels that EM will be told, `nil` for points whose label stays hidden.
  private(set) var labels: [UInt8?]
  /// Whether points were added or removed.
  private(set) var hasOtherPoints = false

  /// A draft that equals what is on screen.
  init(means: [Point], data: ExploredData, observed: ObservedLabels?) {
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
    data = data.adding(point)
    labels.append(nil)
    hasOtherPoints = true
  }

  /// Removes point `n`.
  mutating func removePoint(_ n: Int) {
    data = data.removing(n)
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

extension ExploredData {
  /// The data with one point more, whose label is not known.
  func adding(_ point: Point) -> ExploredData {
    var data = self
    data.points = PointSet(xs: points.xs + [point.x], ys: points.ys + [point.y])
    data.labels?.append(nil)
    return data
  }

  /// The data without point `n`.
  func removing(_ n: Int) -> ExploredData {
    var (xs, ys) = (points.xs, points.ys)
    xs.remove(at: n)
    ys.remove(at: n)
    var data = self
    data.points = PointSet(xs: xs, ys: ys)
    data.labels?.remove(at: n)
    return data
  }
}
