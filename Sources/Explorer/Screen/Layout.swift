import TerminalCanvas

/// Where everything stands on a screen of a size.
///
/// On a small screen a view takes the place of the plot, of the numbers, or of both. From a middling
/// size on the bound stands below the numbers, and beside the plot where it is the view; on a wide
/// screen every view stands beside the plot, and one that needs room has the larger part. In a hall
/// the plot, or the view, has all the room, and one line of numbers.
struct Layout: Hashable, Sendable {
  /// The smallest screen that is drawn.
  static let smallest = Size(width: 60, height: 16)

  let title: Rect
  let trace: Rect
  /// The gauge of the dial, where it is the model.
  let gauge: Rect
  let status: Rect
  /// The formulas, where they are shown.
  let formulas: Rect
  let keys: Rect
  /// The space beside the plot, cut into the numbers, the parameters and perhaps a view.
  let column: Rect
  /// The plot, where the view leaves room for it.
  let plot: Rect?
  /// The numbers of the state, where the view leaves room for them.
  let numbers: Rect?
  /// The parameters, where the view leaves room for them.
  let table: Rect?
  /// The lines about labels, where there are any and the parameters are shown.
  let labels: Rect?
  /// The view that isn't the plot.
  let view: Rect?
  /// The line of numbers of a hall.
  let hall: Rect?

  /// Whether the screen has room for a view beside the plot.
  static func isWide(_ size: Size) -> Bool { size.width >= 120 && size.height >= 36 }

  /// Whether the screen has room for the bound below the numbers, or beside the plot.
  static func isMiddling(_ size: Size) -> Bool {
    size.width >= 96 && size.height >= 28 && !isWide(size)
  }

  /// Whether a screen has room for anything.
  static func fits(_ size: Size) -> Bool {
    size.width >= smallest.width && size.height >= smallest.height
  }

  /// The layout of a screen that shows a view at its place, with so many components.
  init(
    size: Size, place: View.Place, components: Int, showsFormulas: Bool = false,
    showsGauge: Bool = false, showsLabels: Bool = false, isHall: Bool = false
  ) {
    let isWide = Layout.isWide(size) && !isHall
    let isMiddling = Layout.isMiddling(size) && !isHall
    let hasAll =
      place == .screen || place == .large && !(isWide && size.width >= Self.leastForLarge)
    var rest = Rect(size)
    (title, rest) = rest.split(top: 1)
    (keys, rest) = rest.split(bottom: 1)
    (status, rest) = rest.split(bottom: 1)
    (formulas, rest) = rest.split(bottom: showsFormulas ? FormulaPane.height(on: size) : 0)
    let numbersLine: Rect
    (numbersLine, rest) = rest.split(bottom: isHall && !hasAll ? 1 : 0)
    hall = isHall && !hasAll ? numbersLine : nil
    (trace, rest) = rest.split(bottom: hasAll || isHall ? 0 : isWide ? Self.chart(size) : 1)
    (gauge, rest) = rest.split(bottom: showsGauge ? 1 : 0)
    let (right, left) = rest.split(right: Self.columnWidth(size, place, isWide, isMiddling))
    column = right.split(left: 1).rest
    let (upper, lower) = column.split(top: 6)
    let labelRows = showsLabels ? LabelsPane.height : 0
    guard !hasAll, !(isHall && [.none, .whole].contains(place)) else {
      (numbers, table, labels) = (nil, nil, nil)
      (plot, view) = place == .none ? (rest, nil) : (nil, rest)
      return
    }
    // A view of what becomes of the parameters takes their place where both have no room.
    let givesWay = place == .side && size.height < Self.leastForBoth
    let wanted = givesWay ? 0 : components + 2 + labelRows
    guard isWide || isMiddling && place == .none else {
      let isBeside = place == .side || isMiddling && place == .whole
      plot = place == .whole && !isMiddling ? nil : left
      let hasColumn = !isBeside && place != .whole
      numbers = hasColumn ? upper.split(top: 1).rest : nil
      let (below, above) = lower.split(bottom: labelRows)
      table = hasColumn ? above : nil
      labels = hasColumn && showsLabels ? below : nil
      view = isBeside ? column : place == .whole ? rest : nil
      return
    }
    numbers = upper.split(top: 1).rest
    let most = isWide ? column.size.height / 3 + labelRows : lower.size.height
    let cut = lower.split(top: min(wanted + 1, most))
    let (below, above) = cut.top.split(top: cut.top.size.height - 1).top.split(bottom: labelRows)
    table = givesWay ? nil : above
    labels = showsLabels && !givesWay ? below : nil
    let isLarge = place == .large || place == .whole && size.width >= Self.leastForLarge
    plot = isLarge ? cut.rest : left
    view = isLarge ? left : cut.rest.size.height >= Self.leastInset ? cut.rest : nil
  }

  /// From this width on a view that needs room leaves some to the plot.
  private static let leastForLarge = 170

  /// From this many rows on a wide screen has room for the parameters and a view of them.
  private static let leastForBoth = 40

  /// From this many rows on a view below the numbers is worth its place.
  private static let leastInset = 9

  /// The rows of the chart of a wide screen.
  private static func chart(_ size: Size) -> Int { size.height < 40 ? 6 : 8 }

  /// How wide what stands beside the plot is.
  private static func columnWidth(
    _ size: Size, _ place: View.Place, _ isWide: Bool, _ isMiddling: Bool
  ) -> Int {
    if isWide { return size.width < 136 ? 56 : max(68, size.width * 2 / 5) }
    return isMiddling && place == .whole ? size.width / 2 + 2 : 39
  }

  /// The screen that is too small to draw anything, with what it is too small for.
  ///
  /// - Parameters:
  ///   - name: What needs more room.
  ///   - height: How many rows it needs.
  static func tooSmall(_ size: Size, for name: String, height: Int) -> Frame {
    var frame = Frame(size: size)
    frame.write("\(name) needs \(smallest.width)×\(height)", x: 0, y: 0)
    frame.write("q quits", x: 0, y: 1)
    return frame
  }
}

extension Layout {
  /// A screen on which one pane has all the room.
  ///
  /// - Parameters:
  ///   - pane: The pane.
  ///   - size: The size of the screen.
  init(of pane: Pane, alone size: Size) {
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    (title, trace, gauge, status, formulas, keys, column) =
      (none, none, none, none, none, none, none)
    (numbers, table, labels, hall) = (nil, nil, nil, nil)
    plot = pane == .plot ? Rect(size) : nil
    view = pane.view == nil ? nil : Rect(size)
  }
}
