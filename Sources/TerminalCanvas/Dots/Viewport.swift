/// The part of the plane that a plot shows, and the only way from data to dots and back.
///
/// The ranges' lower ends lie on the first dots at the left and at the bottom, their upper ends
/// on the last dots at the right and at the top.
public struct Viewport: Hashable, Sendable {
  /// How the two directions are scaled.
  public enum Aspect: Hashable, Sendable {
    /// Each range fills the plot.
    case fitted
    /// A unit is as long in both directions, so that circles look round: cells are taken to be
    /// twice as high as wide, and dots square. The shorter range is widened around its middle.
    case equal
  }

  /// The range from left to right.
  public private(set) var x: ClosedRange<Double>
  /// The range from bottom to top.
  public private(set) var y: ClosedRange<Double>
  /// The plot's size in cells.
  public let size: Size
  /// How the two directions are scaled.
  public let aspect: Aspect

  /// A view of two ranges in a plot of a size in cells.
  ///
  /// A range without length is widened around its value; one with an end that isn't finite is
  /// replaced by 0…1.
  ///
  /// - Parameters:
  ///   - x: The range from left to right.
  ///   - y: The range from bottom to top.
  ///   - size: The plot's size in cells.
  ///   - aspect: How the two directions are scaled.
  ///   - margin: The margin on each side, as a share of the range.
  ///   - unitX: What is as long in the first direction as `unitY` in the second where the aspect is
  ///     equal.
  ///   - unitY: What is as long in the second direction.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, size: Size, aspect: Aspect = .fitted,
    margin: Double = 0, unitX: Double = 1, unitY: Double = 1
  ) {
    self.x = Self.widened(x, by: margin)
    self.y = Self.widened(y, by: margin)
    self.size = size
    self.aspect = aspect
    if aspect == .equal { equalize(unitX, unitY) }
  }

  private var columns: Double { Double(max(1, size.width * 2 - 1)) }
  private var rows: Double { Double(max(1, size.height * 4 - 1)) }

  /// The place of a data point among the dots of the plot; it may lie outside.
  public func dot(_ x: Double, _ y: Double) -> DotPoint {
    DotPoint(x: self.x.share(of: x) * columns, y: (1 - self.y.share(of: y)) * rows)
  }

  /// The way on the dots that belongs to a way in the plane.
  public func dots(along dx: Double, _ dy: Double) -> DotPoint {
    DotPoint(x: dx / x.halfLength / 2 * columns, y: -dy / y.halfLength / 2 * rows)
  }

  /// The cell of a data point, or `nil` outside the plot.
  public func cell(_ x: Double, _ y: Double) -> Position? {
    // The very arithmetic of gathered points: on the border of two dots all have to agree.
    DotGrid(self).dot(x, y).map { Position(x: $0.x / 2, y: $0.y / 4) }
  }

  /// The data point in the middle of a cell, which may lie outside the plot.
  public func data(at cell: Position) -> (x: Double, y: Double) {
    data(at: DotPoint(x: Double(cell.x) * 2 + 0.5, y: Double(cell.y) * 4 + 1.5))
  }

  /// The data point of a place among the dots.
  public func data(at dot: DotPoint) -> (x: Double, y: Double) {
    (x.value(at: dot.x / columns), y.value(at: 1 - dot.y / rows))
  }

  /// The view that shows `1/factor` of both ranges, the place of a data point unmoved.
  ///
  /// A view can't be zoomed to where neighbouring dots are the same number, nor beyond all
  /// numbers; it then stays as it is.
  public func zoomed(by factor: Double, around center: (x: Double, y: Double)) -> Viewport {
    changed(
      x: x.scaled(by: 1 / factor, around: center.x), y: y.scaled(by: 1 / factor, around: center.y))
  }

  /// The view moved by shares of its width and height, to the right and up.
  public func panned(x right: Double, y up: Double) -> Viewport {
    changed(x: x.shifted(by: right), y: y.shifted(by: up))
  }

  /// The share of another view's part of the plane that this one shows, both around one middle.
  public func share(of other: Viewport) -> Double {
    x.halfLength / other.x.halfLength * (y.halfLength / other.y.halfLength)
  }

  /// The view of ranges so many times longer, around their middles.
  func enlarged(x right: Double, y up: Double) -> Viewport {
    changed(
      x: x.scaled(by: right, around: x.value(at: 0.5)),
      y: y.scaled(by: up, around: y.value(at: 0.5)))
  }

  private func changed(x: ClosedRange<Double>?, y: ClosedRange<Double>?) -> Viewport {
    guard let x, let y, x.isResolvable, y.isResolvable else { return self }
    var other = self
    (other.x, other.y) = (x, y)
    return other
  }

  private mutating func equalize(_ lengthX: Double, _ lengthY: Double) {
    let (unitX, unitY) = (
      x.halfLength / lengthX / columns, y.halfLength / lengthY / rows
    )
    if unitX < unitY {
      x = x.scaled(by: unitY / unitX, around: x.value(at: 0.5)) ?? x
    } else if unitY < unitX {
      y = y.scaled(by: unitX / unitY, around: y.value(at: 0.5)) ?? y
    }
  }

  private static func widened(_ range: ClosedRange<Double>, by margin: Double) -> ClosedRange<
    Double
  > {
    guard range.lowerBound.isFinite, range.upperBound.isFinite else { return 0...1 }
    if range.isResolvable {
      return range.scaled(by: 1 + 2 * margin, around: range.value(at: 0.5)) ?? range
    }
    let share = range.lowerBound == range.upperBound ? 0.1 : 1e-6
    let half = max(
      abs(range.lowerBound) * share, range.lowerBound == 0 ? 0.5 : .leastNormalMagnitude)
    return (range.lowerBound - half)...(range.upperBound + half)
  }
}

/// Arithmetic of ranges in halves, so that even the widest range has a finite length.
extension ClosedRange<Double> {
  var halfLength: Double { upperBound / 2 - lowerBound / 2 }

  /// Says whether a thousand places between the ends are different numbers.
  var isResolvable: Bool {
    halfLength.isFinite && halfLength > 1000 * Swift.max(abs(lowerBound), abs(upperBound)).ulp
  }

  func share(of value: Double) -> Double {
    (value / 2 - lowerBound / 2) / halfLength
  }

  func value(at share: Double) -> Double {
    lowerBound + halfLength * share * 2
  }

  func scaled(by factor: Double, around center: Double) -> ClosedRange? {
    let lower = center - (center - lowerBound) * factor
    let upper = center + (upperBound - center) * factor
    guard lower.isFinite, upper.isFinite, lower <= upper else { return nil }
    return lower...upper
  }

  func shifted(by share: Double) -> ClosedRange? {
    let way = halfLength * share * 2
    guard (lowerBound + way).isFinite, (upperBound + way).isFinite else { return nil }
    return (lowerBound + way)...(upperBound + way)
  }
}
