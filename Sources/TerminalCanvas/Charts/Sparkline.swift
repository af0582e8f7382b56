/// A row of small bars, one for each value.
public struct Sparkline: Hashable, Sendable {
  /// The values from left to right; what isn't finite leaves a gap.
  public var values: [Double]
  /// The values of the lowest and the highest bar; `nil` takes the values' own range.
  public var range: ClosedRange<Double>?

  /// A row of bars of some values.
  public init(_ values: [Double], in range: ClosedRange<Double>? = nil) {
    self.values = values
    self.range = range
  }

  private static let bars = Array("▁▂▃▄▅▆▇█")

  /// The bars in exactly `width` columns, blanks at the right where there are fewer values.
  ///
  /// Where there are more values than columns, each column shows the last of its share, so that
  /// the first and the latest value are always seen. Equal values stand at the lowest bar.
  public func text(width: Int) -> String {
    guard width > 0 else { return "" }
    let shown = Self.sample(values, width: width)
    let finite = values.filter(\.isFinite)
    let low = range?.lowerBound ?? finite.min() ?? 0
    let high = range?.upperBound ?? finite.max() ?? 0
    let half = high / 2 - low / 2
    let text = shown.map { value -> Character in
      guard value.isFinite else { return " " }
      guard half > 0 else { return Self.bars[0] }
      let height = (value / 2 - low / 2) / half
      return Self.bars[Int((min(max(0, height), 1) * Double(Self.bars.count - 1)).rounded())]
    }
    return String(text).fitted(to: width)
  }

  /// Those of some values that are shown in `width` columns, as many at most.
  public static func sample<Values: RandomAccessCollection>(
    _ values: Values, width: Int
  ) -> [Values.Element] {
    guard values.count > width else { return Array(values) }
    guard width > 1 else { return Array(values.suffix(width)) }
    return (0..<width).map { column in
      let place = column * (values.count - 1) / (width - 1)
      return values[values.index(values.startIndex, offsetBy: place)]
    }
  }
}
